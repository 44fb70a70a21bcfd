package lyceum.program.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Two thousand viewers of a live room: how fast they come in, and how soon each sees what twenty of them write. The hub is a process
 * of its own, with real SQLite behind every line; all viewers are one thread of this one. A frame's delay is that of its oldest line.
 * The first ten seconds of talk, in which Java still compiles, have a figure of their own.
 */
final class RoomBench implements Bench {
    private static final int VIEWERS = 2_000;
    private static final int TALKERS = 20;
    private static final int STALLED = 200;
    private static final Duration LOAD = Duration.ofSeconds(10);
    private static final Duration BETWEEN_BURSTS = Duration.ofMillis(50);
    private static final long PATIENCE = Duration.ofMinutes(2).toNanos();
    private static final byte MARK = '@';
    private static final int DIGITS = 15;

    @Override
    public String name() {
        return "room";
    }

    @Override
    public List<String> prints() {
        return List.of(
                "room.connect",
                "room.memory.viewer",
                "room.burst.frames",
                "room.first.delay.p99",
                "room.delay.p50",
                "room.delay.p99",
                "room.delivered",
                "room.cpu",
                "room.cpu.audience",
                "room.stalled.delay.p99",
                "room.stalled.memory",
                "room.processes.memory.viewer",
                "room.processes.delay.p99",
                "room.processes.cpu",
                "room.processes.deleted.p99",
                "room.processes.stalled.delay.p99");
    }

    @Override
    public void run(Figures out) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("lyceum-room-");
        int port = Program.freePorts();
        Path config = Files.writeString(folder.resolve("lyceum.yaml"), """
                community: {name: Bench}
                room: {lines-per-minute: 100000}
                web: {port: %d}
                """.formatted(port));
        List<String> arguments = List.of(
                "run",
                "--config",
                config.toString(),
                "--data",
                folder.resolve("data").toString());
        try (Program hub = Program.start(folder.resolve("hub.log"), arguments);
                Audience audience = new Audience(port)) {
            double idle = hub.residentMegabytes();
            long start = System.nanoTime();
            audience.come(VIEWERS, start + PATIENCE);
            out.number("room.connect", (System.nanoTime() - start) / 1e6, "ms");
            out.number("room.memory.viewer", (hub.residentMegabytes() - idle) * 1024 / VIEWERS, "KB");
            out.count("room.burst.frames", framesOfOneBurst(audience));
            out.number("room.first.delay.p99", load(audience).millis(0.99), "ms");
            double cpu = hub.cpuSeconds();
            double own = ownCpuSeconds();
            Delays delays = load(audience);
            out.number("room.delay.p50", delays.millis(0.5), "ms");
            out.number("room.delay.p99", delays.millis(0.99), "ms");
            out.count("room.delivered", delays.lines);
            out.number("room.cpu", (hub.cpuSeconds() - cpu) / delays.lines * 1e6, "s-per-million-lines");
            out.number("room.cpu.audience", (ownCpuSeconds() - own) / delays.lines * 1e6, "s-per-million-lines");
            double before = hub.usedMegabytes();
            audience.seats().subList(VIEWERS - STALLED, VIEWERS).forEach(audience::stall);
            out.number("room.stalled.delay.p99", load(audience).millis(0.99), "ms");
            double more = Math.max(0, hub.usedMegabytes() - before);
            out.number("room.stalled.memory", more * 1024 / STALLED, "KB");
        }
        RoomProcesses.run(out);
    }

    private static double ownCpuSeconds() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .map(time -> time.toNanos() / 1e9)
                .orElse(Double.NaN);
    }

    /** The most frames in which anybody got twenty lines that were written at once. */
    private static int framesOfOneBurst(Audience audience) throws IOException {
        settle(audience, Duration.ofSeconds(2));
        audience.seats().forEach(seat -> seat.seen = 0);
        audience.onFrames((seat, _) -> seat.seen++);
        burst(audience, TALKERS, 0);
        settle(audience, Duration.ofSeconds(3));
        return audience.seats().stream().mapToInt(seat -> seat.seen).max().orElse(0);
    }

    private static Delays load(Audience audience) throws IOException {
        return load(audience, TALKERS);
    }

    /** @param talkers who write one line each in every twentieth of a second */
    static Delays load(Audience audience, int talkers) throws IOException {
        Delays delays = new Delays();
        audience.onFrames((_, text) -> delays.came(text));
        long start = System.nanoTime();
        long bursts = LOAD.dividedBy(BETWEEN_BURSTS);
        for (int i = 0; i < bursts; i++) {
            burst(audience, talkers, i);
            long next = start + (i + 1) * BETWEEN_BURSTS.toNanos();
            do {
                audience.turn((next - System.nanoTime()) / 1_000_000);
            } while (System.nanoTime() < next);
        }
        settle(audience, Duration.ofSeconds(3));
        return delays;
    }

    private static void burst(Audience audience, int talkers, int number) throws IOException {
        for (int i = 0; i < talkers; i++) {
            String text = "what a fine lecture this is, number %d @%015d".formatted(number, System.nanoTime() / 1000);
            audience.send(
                    audience.seats().get(i),
                    "{\"do\":\"say\",\"n\":\"%d\",\"text\":\"%s\"}".formatted(System.nanoTime(), text));
        }
    }

    private static void settle(Audience audience, Duration time) throws IOException {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            audience.turn(10);
        }
    }

    /** How long frames were under way. All viewers get the same bytes, so each frame is read once, for the first who has it. */
    static final class Delays {
        private static final int HEAD = 40;
        private static final int REMEMBERED = 1_024;

        private final LinkedHashMap<Long, Read> newest = new LinkedHashMap<>();
        private long[] micros = new long[1 << 16];
        private int count;
        private long lines;

        /** What is in a frame: how many lines, and when the oldest was said. */
        private record Read(int lines, long oldest) {}

        void came(ByteBuffer text) {
            Read frame = read(text);
            lines += frame.lines();
            if (frame.lines() > 0) {
                micros = count == micros.length ? Arrays.copyOf(micros, 2 * count) : micros;
                micros[count++] = System.nanoTime() / 1000 - frame.oldest();
            }
        }

        /** The cursor in its head says which frame it is. */
        private Read read(ByteBuffer text) {
            long head = text.slice(0, Math.min(HEAD, text.limit())).hashCode();
            long name = head << Integer.SIZE | text.limit();
            Read known = newest.get(name);
            if (known == null) {
                known = parsed(text);
                newest.put(name, known);
                if (newest.size() > REMEMBERED) {
                    newest.pollFirstEntry();
                }
            }
            return known;
        }

        private static Read parsed(ByteBuffer text) {
            long oldest = Long.MAX_VALUE;
            int lines = 0;
            for (int i = 0; i < text.limit() - DIGITS; i++) {
                if (text.get(i) == MARK) {
                    oldest = Math.min(oldest, number(text, i + 1));
                    lines++;
                    i += DIGITS;
                }
            }
            return new Read(lines, oldest);
        }

        private static long number(ByteBuffer text, int at) {
            long number = 0;
            for (int i = at; i < at + DIGITS; i++) {
                number = number * 10 + (text.get(i) - '0');
            }
            return number;
        }

        /** How many lines came to all. */
        long lines() {
            return lines;
        }

        double millis(double part) {
            long[] sorted = Arrays.copyOf(micros, count);
            Arrays.sort(sorted);
            return count == 0 ? Double.NaN : sorted[(int) Math.min(count - 1L, (long) (part * count))] / 1e3;
        }
    }
}
