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
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ten thousand people who enter one giveaway within ten seconds: a third press the button on Discord, a third on Telegram, a third
 * write in stream chat. They are in the rooms before, since nobody else sees the button; and others have entered an earlier giveaway,
 * since no hub runs its first day at such a moment. The hub and the sandbox are processes of their own, without the platforms' rates.
 */
final class EntryBurst {
    private static final int PEOPLE = 10_000;
    private static final int BEFORE = 3_000;
    private static final int AT_ONCE = 64;
    private static final Duration BURST = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration IN_TIME = Duration.ofSeconds(3);
    private static final String EARLIER = "A month of classes";
    private static final String PRIZE = "A year of classes";
    private static final List<String> PLACES = List.of("discord", "telegram", "twitch");
    private static final Pattern ENTERED = Pattern.compile("Entered</bdi></dt><dd[^>]*><bdi>([0-9]+)");

    private final Crowd crowd;
    private final Phones phones;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String console;
    private final long[] nanos = new long[PEOPLE];
    private final AtomicInteger refused = new AtomicInteger();

    private EntryBurst(int port, Phones phones) {
        this.crowd = new Crowd("http://127.0.0.1:" + (port + 1));
        this.phones = phones;
        this.console = "http://127.0.0.1:" + port;
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
        try (Program _ = Program.start(folder.resolve("demo.log"), arguments);
                Phones phones = new Phones(port + 1)) {
            new EntryBurst(port, phones).measure(out);
        }
    }

    private void measure(Figures out) throws InterruptedException {
        List<String> before = opened(EARLIER);
        together(BEFORE, person -> enter("early" + person, person, before));
        await(() -> entered(1) >= BEFORE);
        together(PEOPLE, this::come);
        List<String> cards = opened(PRIZE);
        refused.set(0);
        Duration worked = worked();
        long start = System.nanoTime();
        CountDownLatch done = new CountDownLatch(PEOPLE);
        for (int i = 0; i < PEOPLE; i++) {
            int person = i;
            LockSupport.parkNanos(start + person * (BURST.toNanos() / PEOPLE) - System.nanoTime());
            Thread.ofVirtual().start(() -> {
                long pressed = System.nanoTime();
                enter("fan" + person, person, cards);
                nanos[person] = System.nanoTime() - pressed;
                done.countDown();
            });
        }
        boolean all = done.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        Duration spent = worked().minus(worked);
        out.count("draws.burst.people", PEOPLE);
        out.number("draws.burst.sent", (System.nanoTime() - start) / 1e9, "s");
        await(() -> entered(2) >= PEOPLE);
        out.count("draws.burst.entered", entered(2));
        out.count("draws.burst.lost", PEOPLE - entered(2));
        out.count("draws.burst.unanswered", all ? refused.get() : PEOPLE - done.getCount());
        out.count(
                "draws.burst.late",
                Arrays.stream(nanos).filter(each -> each > IN_TIME.toNanos()).count());
        out.number("draws.burst.worked", spent.toMillis() / 1e3, "s");
        figures("discord", 0, out);
        figures("telegram", 1, out);
    }

    /** The processor time of the hub, the sandbox and this process so far, whatever else the machine has to do. */
    private static Duration worked() {
        ProcessHandle here = ProcessHandle.current();
        return Stream.concat(Stream.of(here), here.descendants())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Opens a giveaway; its cards, by the place of their platform. */
    private List<String> opened(String prize) {
        Map<String, Object> options = Map.of("prize", prize, "winners", "3", "minutes", "600");
        crowd.act("discord", "command", Map.of("who", "ada", "command", "giveaway new", "options", options));
        return PLACES.stream()
                .map(place -> place.equals("twitch") ? "" : card(place, prize))
                .toList();
    }

    /** Somebody joins the room; in stream chat whoever writes is in it. */
    private void come(int person) {
        String place = PLACES.get(person % PLACES.size());
        if (!place.equals("twitch")) {
            phones.act(place, "join", Map.of("who", "fan" + person));
        }
    }

    /** Everybody does something, not many at once. */
    private static void together(int people, IntConsumer what) throws InterruptedException {
        Semaphore room = new Semaphore(AT_ONCE);
        for (int i = 0; i < people; i++) {
            int person = i;
            room.acquire();
            Thread.ofVirtual().start(() -> {
                try {
                    what.accept(person);
                } finally {
                    room.release();
                }
            });
        }
        room.acquire(AT_ONCE);
    }

    private void enter(String who, int person, List<String> cards) {
        int at = person % PLACES.size();
        String place = PLACES.get(at);
        try {
            if (place.equals("twitch")) {
                phones.act(place, "say", Map.of("who", who, "text", "!enter"));
            } else {
                Map<String, Object> press = Map.of("who", who, "message", cards.get(at), "button", "Enter");
                if (phones.act(place, "click", press).path("reply").isNull()) {
                    refused.incrementAndGet();
                }
            }
        } catch (UncheckedIOException e) {
            refused.incrementAndGet();
        }
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

    /** The message with the button. */
    private String card(String place, String prize) {
        String[] found = {""};
        await(() -> {
            for (JsonNode each : crowd.messages(place)) {
                if (each.path("text").asText().contains(prize)) {
                    found[0] = each.path("message").asText();
                }
            }
            return !found[0].isEmpty();
        });
        return found[0];
    }

    private int entered(int giveaway) {
        try {
            URI page = URI.create(console + "/giveaways/" + giveaway);
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
