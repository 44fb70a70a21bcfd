package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;

/**
 * People talk on Discord and Telegram at once, without limits; the hub is a process of its own and keeps every message on disk
 * before it acknowledges it. Delays are from when a message stands to when its copy does. First the two places alone, then with
 * stream chat and a live room beside them, where each message has three copies.
 */
final class RelayBench implements Bench {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration WARMING = Duration.ofSeconds(10);
    private static final Duration STEADY = Duration.ofSeconds(20);
    /** What a machine of two cores needs until the compiler is through with both programs. */
    private static final Duration HEATING = Duration.ofSeconds(40);

    private static final Duration FULL = Duration.ofSeconds(15);
    private static final Duration REST = Duration.ofSeconds(20);
    private static final int STEADY_RATE = 100;
    private static final int SPEAKERS = 4;
    private static final int MOST_UNDER_WAY = 400;

    private final AtomicInteger number = new AtomicInteger();

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public List<String> prints() {
        return Stream.of("relay", "relay.four")
                .flatMap(name -> Stream.of(
                                "first.p99",
                                "delay.p50",
                                "delay.p99",
                                "rate",
                                "cpu",
                                "copies",
                                "lost",
                                "doubled",
                                "inversions")
                        .map(figure -> name + "." + figure))
                .toList();
    }

    @Override
    public void run(Figures out) throws IOException, InterruptedException {
        measure("relay.", Places.TWO, out);
        measure("relay.four.", Places.FOUR, out);
    }

    private void measure(String name, Places places, Figures out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lyceum-relay-");
        Heard heard = new Heard();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
                AutoCloseableQuietly _ = listen(sandbox, heard);
                Program hub = places.hub(folder, Program.options(), sandbox.url())) {
            talk(sandbox, FIRST);
            rest(heard);
            out.number(name + "first.p99", heard.delayMillis(.99), "ms");
            talk(sandbox, WARMING);
            rest(heard);
            heard.reset();
            talk(sandbox, STEADY);
            rest(heard);
            out.number(name + "delay.p50", heard.delayMillis(.5), "ms");
            out.number(name + "delay.p99", heard.delayMillis(.99), "ms");
            flood(sandbox, heard, HEATING);
            rest(heard);
            Duration worked = hub.worked();
            int before = heard.copies();
            out.number(name + "rate", flood(sandbox, heard, FULL), "messages/s");
            Duration work = hub.worked().minus(worked);
            out.number(name + "cpu", work.toNanos() / 1e3 / Math.max(1, heard.copies() - before), "us/message");
            rest(heard);
            out.count(name + "copies", heard.copies());
            out.count(name + "lost", heard.underWay());
            out.count(name + "doubled", heard.doubled());
            out.count(name + "inversions", heard.inversions());
        }
    }

    private interface AutoCloseableQuietly extends AutoCloseable {
        @Override
        void close();
    }

    private static AutoCloseableQuietly listen(Sandbox sandbox, Heard heard) {
        AutoCloseable listening = sandbox.listen(heard::hear);
        return () -> {
            try {
                listening.close();
            } catch (Exception e) {
                throw new IllegalStateException("the feed does not close", e);
            }
        };
    }

    /** At {@value #STEADY_RATE} messages a second, half of them on each platform. */
    private void talk(Sandbox sandbox, Duration duration) throws InterruptedException {
        List<Thread> speakers = new ArrayList<>();
        for (String platform : List.of("discord", "telegram")) {
            speakers.add(Thread.ofVirtual().start(() -> {
                long between = Duration.ofSeconds(2).toNanos() / STEADY_RATE;
                long next = System.nanoTime();
                long until = next + duration.toNanos();
                while (System.nanoTime() < until) {
                    say(sandbox, platform);
                    next += between;
                    LockSupport.parkNanos(next - System.nanoTime());
                }
            }));
        }
        for (Thread speaker : speakers) {
            speaker.join();
        }
    }

    /** As fast as copies come, with a bounded number under way; answers copies a second. */
    private double flood(Sandbox sandbox, Heard heard, Duration duration) throws InterruptedException {
        int before = heard.copies();
        int saidBefore = number.get();
        long start = System.nanoTime();
        List<Thread> speakers = new ArrayList<>();
        for (int i = 0; i < SPEAKERS; i++) {
            String platform = i % 2 == 0 ? "discord" : "telegram";
            speakers.add(Thread.ofVirtual().start(() -> {
                while (System.nanoTime() - start < duration.toNanos()) {
                    if (number.get() - saidBefore - (heard.copies() - before) < MOST_UNDER_WAY) {
                        say(sandbox, platform);
                    } else {
                        LockSupport.parkNanos(200_000);
                    }
                }
            }));
        }
        for (Thread speaker : speakers) {
            speaker.join();
        }
        return (heard.copies() - before) / ((System.nanoTime() - start) / 1e9);
    }

    private void say(Sandbox sandbox, String platform) {
        try {
            sandbox.say(platform, "general", Talkers.who(platform), platform + " " + number.incrementAndGet());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while speaking", e);
        }
    }

    /** Waits until every message has its copy, or the patience is over. */
    private static void rest(Heard heard) {
        long until = System.nanoTime() + REST.toNanos();
        while (heard.underWay() > 0 && System.nanoTime() < until) {
            LockSupport.parkNanos(10_000_000);
        }
    }
}
