package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One benchmark. */
public interface Bench {
    /** What is typed after {@code bench}. */
    String name();

    /** Every name that it prints, in order. */
    List<String> prints();

    /** Runs for a bounded time and prints its figures. */
    void run(Figures out) throws IOException, InterruptedException;

    /** All there are. */
    static List<Bench> all() {
        return all(Optional.empty());
    }

    /** The same, told where to find clean messages for those that need some. */
    static List<Bench> all(Optional<Path> clean) {
        return List.of(
                new RelayBench(),
                new TrialsBench(),
                new MapBench(),
                new StartBench(),
                new KillsBench(),
                new RoomBench(),
                new ModerationBench(),
                new DisguisesBench(clean),
                new BackTestBench(),
                new DrawsBench(),
                new RemindersBench(),
                new AccessBench(),
                new QnaBench(),
                new WallBench());
    }
}
