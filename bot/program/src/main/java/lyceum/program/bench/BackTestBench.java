package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.moderation.BackTest;
import lyceum.moderation.Engine;
import lyceum.moderation.Screen;
import lyceum.moderation.WordLists;
import lyceum.moderation.policy.Policy;
import lyceum.moderation.rules.Post;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;

/** A million stored messages, and what the rules would have said of them. */
final class BackTestBench implements Bench {
    private static final int MESSAGES = 1_000_000;
    private static final int KINDS = 50_000;
    private static final Instant BEGAN = Instant.parse("2026-03-01T12:00:00Z");
    private static final RoomId ROOM = new RoomId(new PlatformName("discord"), "1");

    private final ModerationTexts texts = new ModerationTexts(new Random(20_261_126));

    @Override
    public String name() {
        return "backtest";
    }

    @Override
    public List<String> prints() {
        return List.of("backtest.messages", "backtest.hits", "backtest.seconds");
    }

    @Override
    public void run(Figures out) throws IOException {
        Path folder = Files.createTempDirectory("lyceum-backtest");
        Path file = folder.resolve("lyceum.db");
        try (Sqlite sqlite = Sqlite.open(file)) {
            fill(sqlite.writer());
            Screen screen = new Screen(Policy.STRICT, new WordLists(texts.banned(), List.of()), Engine.Limit.NONE);
            screen.load();
            BackTest test = new BackTest(screen);
            long start = System.nanoTime();
            BackTest.Result result = sqlite.readers().withHandle(read -> test.run(read, "words", MESSAGES));
            out.count("backtest.messages", result.messages());
            out.count("backtest.hits", result.hits());
            out.number("backtest.seconds", (System.nanoTime() - start) / 1e9, "s");
        } finally {
            try (var left = Files.list(folder)) {
                for (Path each : left.toList()) {
                    Files.delete(each);
                }
            }
            Files.delete(folder);
        }
    }

    private void fill(Handle write) {
        List<Post> chat = texts.chat(KINDS);
        write.execute("begin");
        for (int i = 0; i < MESSAGES; i++) {
            AuthorId author = new AuthorId(ROOM.platform(), Integer.toString(i % 5_000));
            BackTest.keep(
                    write,
                    new MessagePosted(
                            new Key(ROOM.platform(), Integer.toString(i), ""),
                            new MessageId(ROOM, Integer.toString(i)),
                            new Speaker(author, "fan" + i % 5_000, null, Standing.FAN, false, null),
                            Text.of(chat.get(i % KINDS).text()),
                            List.of(),
                            null,
                            BEGAN.plusMillis(i)));
        }
        write.execute("commit");
    }
}
