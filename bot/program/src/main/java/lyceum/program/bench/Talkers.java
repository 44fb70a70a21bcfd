package lyceum.program.bench;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** One person on each platform who counts aloud at a steady pace: {@code discord 1}, {@code discord 2} ... */
final class Talkers {

    private final Crowd crowd;
    private final long nanosBetween;
    private final AtomicBoolean talking = new AtomicBoolean(true);
    private final Map<String, AtomicInteger> said = new ConcurrentHashMap<>();
    private final List<Thread> threads;

    /** @param rate messages a second over both platforms */
    Talkers(Crowd crowd, int rate) {
        this.crowd = crowd;
        this.nanosBetween = Duration.ofSeconds(2).toNanos() / rate;
        this.threads = Stream.of("discord", "telegram")
                .map(platform -> Thread.ofVirtual().unstarted(() -> talk(platform)))
                .toList();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void stop() throws InterruptedException {
        talking.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** How many were said on a platform and taken by it. */
    int said(String platform) {
        return said.getOrDefault(platform, new AtomicInteger()).get();
    }

    static String who(String platform) {
        return platform.equals("discord") ? "ann" : "bob";
    }

    /** A person whose call was cut off looks whether it stands before saying it again. */
    private void say(String platform, String text) {
        boolean stands = false;
        while (!stands) {
            try {
                crowd.say(platform, who(platform), text);
                stands = true;
            } catch (UncheckedIOException cutOff) {
                stands = crowd.room(platform).stream()
                        .anyMatch(line -> !line.bot() && line.text().equals(text));
            }
        }
    }

    private void talk(String platform) {
        AtomicInteger count = said.computeIfAbsent(platform, _ -> new AtomicInteger());
        long next = System.nanoTime();
        while (talking.get()) {
            say(platform, platform + " " + (count.get() + 1));
            count.incrementAndGet();
            next += nanosBetween;
            LockSupport.parkNanos(next - System.nanoTime());
        }
    }
}
