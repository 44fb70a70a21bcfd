package lyceum.program;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lyceum.program.bench.Program;
import lyceum.sandbox.world.Limits;
import picocli.CommandLine.ParseResult;

/**
 * {@code warm-up --data DIR}: a demo that nobody sees, in which people talk for a moment, so that the launcher's cache knows what a
 * hub loads. The sandbox is a process of its own, so that nothing of it comes into the cache.
 */
final class WarmUp implements Action {
    private static final int MESSAGES = 40;
    private static final int LOOKS = 200;
    private static final int PAUSE_MILLIS = 50;

    @Override
    public int run(ParseResult typed) throws Exception {
        Path folder = typed.matchedOptionValue("--data", Path.of("."));
        Files.createDirectories(folder);
        int port = Program.freePorts();
        String sandbox = "http://127.0.0.1:" + (port + 1);
        List<String> arguments = List.of("sandbox", "--port", Integer.toString(port), "--limits", "off");
        Demo.Options options = new Demo.Options(port, folder, Limits.OFF, false, null);
        try (Program _ = Program.start(folder.resolve("log"), arguments);
                Demo _ = new Demo(options, sandbox, new PrintWriter(Writer.nullWriter()));
                HttpClient client = HttpClient.newHttpClient()) {
            talk(client, sandbox + "/sandbox/");
            for (String page : List.of("", "health", "metrics")) {
                ask(client, HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/" + page)));
            }
        }
        return 0;
    }

    private static void talk(HttpClient client, String sandbox) throws IOException, InterruptedException {
        for (int i = 0; i < MESSAGES; i++) {
            String place = i % 2 == 0 ? "discord" : "telegram";
            String body = JsonMapper.builder().build().writeValueAsString(Map.of("who", "ann", "text", "warm-up " + i));
            ask(
                    client,
                    HttpRequest.newBuilder(URI.create(sandbox + place + "/general/say"))
                            .POST(BodyPublishers.ofString(body)));
        }
        String last = "warm-up " + (MESSAGES - 2);
        for (int i = 0; i < LOOKS; i++) {
            if (ask(client, HttpRequest.newBuilder(URI.create(sandbox + "telegram/general/messages")))
                    .contains(last)) {
                return;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        throw new IOException("the warm-up's messages did not arrive");
    }

    private static String ask(HttpClient client, HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
