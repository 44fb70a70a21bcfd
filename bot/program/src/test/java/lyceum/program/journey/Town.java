package lyceum.program.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lyceum.program.SandboxBeacon;
import lyceum.program.bench.Crowd;
import lyceum.program.bench.Program;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.demo.Direction;
import org.awaitility.Awaitility;

/** A sandbox, the packaged hub as a process of its own, and a crowd that talks. */
final class Town implements AutoCloseable {
    private final Path folder;
    private final Sandbox sandbox;
    private final Crowd crowd;
    private final int port = Program.freePorts();
    private final List<String> more;
    private Program hub;

    /** @param more what the hub is started with besides */
    Town(Path folder, SandboxSettings settings, String... more) {
        this.folder = folder;
        this.more = List.of(more);
        this.sandbox = Sandbox.start(settings, Direction.QUIET, SandboxBeacon.played());
        this.crowd = new Crowd(sandbox.url());
        this.hub = start();
    }

    Crowd crowd() {
        return crowd;
    }

    String sandbox() {
        return sandbox.url();
    }

    String console() {
        return "http://127.0.0.1:" + port;
    }

    /** The link that the hub printed at its last start. */
    String signIn() {
        return hub.said("sign-in");
    }

    /** Ends the hub as somebody does who ends it in peace. */
    void stopHub() {
        hub.close();
    }

    void killHub() {
        hub.kill();
    }

    void startHub() {
        hub = start();
    }

    /** What the hub has logged so far. */
    String log() throws IOException {
        return Files.readString(folder.resolve("hub.log"));
    }

    /** ann counts on Discord and bob on Telegram, in turn: {@code n 1}, {@code n 2} ... */
    void count(int first, int last) {
        for (int i = first; i <= last; i++) {
            crowd.say("discord", "ann", "n " + i);
            crowd.say("telegram", "bob", "n " + i);
        }
    }

    /** One line of a message, which several copies may share. */
    private static final Pattern NUMBER = Pattern.compile("\\bn [0-9]+$", Pattern.MULTILINE);

    /** The copies of what was counted elsewhere that stand on a platform, in order. */
    List<String> copies(String platform) {
        List<String> copies = new ArrayList<>();
        for (Crowd.Line line : crowd.room(platform)) {
            if (line.bot()) {
                NUMBER.matcher(line.text()).results().forEach(number -> copies.add(number.group()));
            }
        }
        return copies;
    }

    /** How many copies that end with these words stand on a platform. */
    long reads(String platform, String words) {
        return crowd.room(platform).stream()
                .filter(line -> line.bot() && line.text().endsWith(words))
                .count();
    }

    /** Somebody gives a command in the joined room of a platform; what they are answered. */
    String gives(String platform, String who, String command, Map<String, String> options) {
        return crowd.act(platform, "command", Map.of("who", who, "command", command, "options", options))
                .at("/reply/text")
                .asText();
    }

    /** Presses the newest button of that label; what that person is answered. */
    String presses(String platform, String who, String label) {
        String message = "";
        for (JsonNode each : crowd.messages(platform)) {
            boolean offered = each.path("buttons")
                    .valueStream()
                    .anyMatch(button -> button.asText().equals(label));
            message = offered ? each.path("message").asText() : message;
        }
        return crowd.act(platform, "click", Map.of("who", who, "message", message, "button", label))
                .at("/reply/text")
                .asText();
    }

    /** Whether something that stands on a platform has these words in it. */
    boolean stands(String platform, String words) {
        return crowd.room(platform).stream().anyMatch(line -> line.text().contains(words));
    }

    static List<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj(i -> "n " + i).toList();
    }

    void await(Duration patience, BooleanSupplier condition) {
        Awaitility.await().atMost(patience).pollInterval(Duration.ofMillis(200)).until(condition::getAsBoolean);
    }

    void fault(String platform, Map<String, Object> fault) {
        crowd.fault(platform, fault);
    }

    @Override
    public void close() {
        hub.close();
        sandbox.close();
    }

    private Program start() {
        List<String> start = new ArrayList<>(List.of(
                "demo",
                "--sandbox",
                sandbox.url(),
                "--port",
                String.valueOf(port),
                "--data",
                folder.resolve("data").toString(),
                "--no-story"));
        start.addAll(more);
        return Program.start(folder.resolve("hub.log"), start);
    }
}
