package lyceum.program.bench;

import java.io.IOException;
import java.util.List;

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
        return List.of(
                new RelayBench(),
                new TrialsBench(),
                new MapBench(),
                new StartBench(),
                new KillsBench(),
                new RoomBench(),
                new ModerationBench(),
                new BackTestBench(),
                new DrawsBench(),
                new RemindersBench(),
                new AccessBench(),
                new QnaBench(),
                new WallBench());
    }
}
