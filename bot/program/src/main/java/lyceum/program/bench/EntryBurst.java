package lyceum.program.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ten thousand people who enter one giveaway within ten seconds: a third press the button on Discord, a third on Telegram, a third
 * write in stream chat. The hub and the sandbox are one process of their own, without the platforms' rates.
 */
final class EntryBurst {
    private static final int PEOPLE = 10_000;
    private static final Duration BURST = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> PLACES = List.of("discord", "telegram", "twitch");
    private static final Pattern ENTERED = Pattern.compile("Entered</bdi></dt><dd[^>]*><bdi>([0-9]+)");

    private final Crowd crowd;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI page;
    private final long[] nanos = new long[PEOPLE];
    private final AtomicInteger refused = new AtomicInteger();

    private EntryBurst(String console, Crowd crowd) {
        this.crowd = crowd;
        this.page = URI.create(console + "/giveaways/1");
    }

    static void run(Figures out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lyceum-burst-");
        int port = Program.freePorts();
        List<String> arguments = List.of(
                "demo",
                "--no-story",
                "--limits",
                "off",
                "--port",
                String.valueOf(port),
                "--data",
                folder.resolve("data").toString());
        try (Program _ = Program.start(folder.resolve("demo.log"), arguments)) {
            new EntryBurst("http://127.0.0.1:" + port, new Crowd("http://127.0.0.1:" + (port + 1))).measure(out);
        }
    }

    private void measure(Figures out) throws InterruptedException {
        crowd.act(
                "discord",
                "command",
                Map.of(
                        "who",
                        "ada",
                        "command",
                        "giveaway new",
                        "options",
                        Map.of("prize", "A year of classes", "winners", "3", "minutes", "600")));
        List<String> cards = PLACES.stream().map(this::card).toList();
        long start = System.nanoTime();
        CountDownLatch done = new CountDownLatch(PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            int person = i;
            LockSupport.parkNanos(start + person * (BURST.toNanos() / PEOPLE) - System.nanoTime());
            Thread.ofVirtual().start(() -> {
                enter(person, cards.get(person % PLACES.size()));
                done.countDown();
            });
        }
        boolean all = done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        out.count("draws.burst.people", PEOPLE);
        out.number("draws.burst.sent", (System.nanoTime() - start) / 1e9, "s");
        await(() -> entered() >= PEOPLE);
        out.count("draws.burst.entered", entered());
        out.count("draws.burst.lost", PEOPLE - entered());
        out.count("draws.burst.unanswered", all ? refused.get() : PEOPLE - done.getCount());
        figures("discord", 0, out);
        figures("telegram", 1, out);
    }

    private void enter(int person, String card) {
        String who = "fan" + person;
        String place = PLACES.get(person % PLACES.size());
        long start = System.nanoTime();
        try {
            if (place.equals("twitch")) {
                crowd.say(place, who, "!enter");
            } else {
                JsonNode answer = crowd.act(place, "click", Map.of("who", who, "message", card, "button", "Enter"));
                if (answer.path("reply").isNull()) {
                    refused.incrementAndGet();
                }
            }
        } catch (IllegalStateException | UncheckedIOException e) {
            refused.incrementAndGet();
        }
        nanos[person] = System.nanoTime() - start;
    }

    /** From the press until the person reads that they are in. */
    private void figures(String place, int first, Figures out) {
        long[] waits = new long[PEOPLE / PLACES.size()];
        for (int i = 0; i < waits.length; i++) {
            waits[i] = nanos[first + i * PLACES.size()];
        }
        Arrays.sort(waits);
        out.number("draws.burst." + place + ".p50", waits[waits.length / 2] / 1e6, "ms");
        out.number("draws.burst." + place + ".p99", waits[(int) (waits.length * 0.99)] / 1e6, "ms");
        out.number("draws.burst." + place + ".longest", waits[waits.length - 1] / 1e6, "ms");
    }

    /** The message with the button; empty in stream chat, where there is none. */
    private String card(String place) {
        String[] found = {""};
        await(() -> {
            for (JsonNode each : crowd.messages(place)) {
                if (each.path("text").asText().contains("A year of classes")) {
                    found[0] = each.path("message").asText();
                }
            }
            return !found[0].isEmpty();
        });
        return found[0];
    }

    private int entered() {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(page).header("Accept-Language", "en").build();
            Matcher figure =
                    ENTERED.matcher(http.send(request, BodyHandlers.ofString()).body());
            return figure.find() ? Integer.parseInt(figure.group(1)) : -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }
}
