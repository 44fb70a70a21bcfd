package lyceum.moderation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import lyceum.kernel.event.Talk.MessagePosted;
import org.jdbi.v3.core.Handle;

/** Asks what the rules would have said of what was said: reads only, and punishes nobody. */
public final class BackTest {
    private static final int EXAMPLES = 5;

    private final Screen screen;

    public BackTest(Screen screen) {
        this.screen = screen;
    }

    /**
     * What came of a test.
     *
     * @param messages how many were judged
     * @param hits how many of these the rule objects to
     * @param alone how many of its hits no other rule objects to
     * @param approved how many of its hits moderators let through when they saw them
     * @param people whom it would have concerned
     * @param examples what it objects to, for human eyes
     */
    public record Result(long messages, long hits, long alone, long approved, int people, List<String> examples) {
        public Result {
            examples = List.copyOf(examples);
        }
    }

    /**
     * Replays what was said, the newest first; any thread, with a connection that only reads.
     *
     * @param most messages are judged
     */
    public Result run(Handle read, String rule, int most) {
        long messages = 0;
        long hits = 0;
        long alone = 0;
        long approved = 0;
        Set<String> people = new HashSet<>();
        List<String> examples = new ArrayList<>();
        Map<String, Boolean> judged = decisions(read);
        try (Stream<MessagePosted> said = said(read, most)) {
            for (Iterator<MessagePosted> each = said.iterator(); each.hasNext(); ) {
                MessagePosted posted = each.next();
                messages++;
                Signals signals = screen.score(posted);
                if (signals == null
                        || signals.all().stream().noneMatch(one -> one.rule().equals(rule))) {
                    continue;
                }
                hits++;
                alone += signals.all().stream().allMatch(one -> one.rule().equals(rule)) ? 1 : 0;
                approved += judged.getOrDefault(posted.message().toString(), false) ? 1 : 0;
                people.add(posted.speaker().id().toString());
                if (examples.size() < EXAMPLES) {
                    examples.add(posted.text().plain());
                }
            }
        }
        return new Result(messages, hits, alone, approved, people.size(), examples);
    }

    /** Keeps a message for later tests, as the gate keeps each that it hears. */
    public static void keep(Handle write, MessagePosted posted) {
        new SaidTable().add(write, posted, Set.of());
    }

    private static Stream<MessagePosted> said(Handle read, int most) {
        return read
                .createQuery("select type, held from moderation_said order by at desc limit ?")
                .bind(0, most)
                .map((row, _) -> HeldJson.read(row.getString("type"), row.getString("held"))
                        .posted())
                .stream();
    }

    /** What moderators decided about messages: whether they let them through. */
    private static Map<String, Boolean> decisions(Handle read) {
        Map<String, Boolean> decisions = new HashMap<>();
        read.createQuery("select source, state from moderation_case where state in ('APPROVED', 'REJECTED')")
                .map((row, _) -> Map.entry(
                        row.getString("source"), row.getString("state").equals("APPROVED")))
                .forEach(each -> decisions.put(each.getKey(), each.getValue()));
        return decisions;
    }
}
