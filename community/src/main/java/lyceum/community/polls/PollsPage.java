package lyceum.community.polls;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Input;
import lyceum.kernel.document.Block.Pick;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.person.Standing;

/** The console's page of polls: what is open, what came out, and a form for the next. */
final class PollsPage {
    private static final int SHOWN = 50;

    private final PollTable table;

    PollsPage(PollTable table) {
        this.table = table;
    }

    Page page() {
        return new Page(Polls.NAME, Phrase.of("polls.page"), Standing.CREATOR, this::shown);
    }

    private Document shown(Query query, ReadTx tx) {
        List<Row> rows = new ArrayList<>();
        for (long id : table.newest(tx.read(), SHOWN)) {
            table.find(tx.read(), id).ifPresent(poll -> rows.add(row(poll, table.ballots(tx.read(), id))));
        }
        List<Say> columns = List.of(
                Phrase.of("polls.column-number"),
                Phrase.of("polls.column-question"),
                Phrase.of("polls.column-state"),
                Phrase.of("polls.column-votes"));
        return new Document(
                List.of(
                        new Block.Table(columns, rows, Phrase.of("polls.page-none")),
                        poll(),
                        new Block.Title(Phrase.of("polls.page-quiz")),
                        quiz()),
                List.of());
    }

    private static Block poll() {
        return new Block.Form(
                Polls.NEW,
                Map.of(),
                List.of(
                        line(Wanted.QUESTION),
                        line(Wanted.OPTIONS),
                        number(Wanted.MINUTES, "10"),
                        oneOf(Wanted.METHOD, Wanted.METHODS),
                        oneOf(Wanted.COUNTS, Wanted.SHOWN),
                        number(Wanted.SEATS, "1"),
                        number(Wanted.QUORUM, ""),
                        oneOf(Wanted.BALLOTS, Wanted.KEPT)),
                Phrase.of("polls.page-make"));
    }

    private static Block quiz() {
        return new Block.Form(
                Polls.QUIZ,
                Map.of(),
                List.of(line(Wanted.QUESTION), line(Wanted.OPTIONS), line(Wanted.ANSWER), number(Wanted.SECONDS, "30")),
                Phrase.of("polls.page-make-quiz"));
    }

    private static Row row(Poll poll, List<List<Integer>> ballots) {
        Say state = Phrase.of("polls.state-open");
        if (poll.closed()) {
            List<String> winners = poll.winners(ballots);
            state = ballots.isEmpty()
                    ? Phrase.of("polls.nobody")
                    : Phrase.of("polls.winner", String.join(", ", winners));
            if (poll.quiz()) {
                state = Phrase.of(
                        "polls.answer-was", poll.options().get(poll.terms().answer()));
            } else if (winners.isEmpty() && !ballots.isEmpty()) {
                state = Phrase.of("polls.scene-no-quorum");
            }
        }
        Row row = Row.of(
                String.valueOf(poll.id()),
                Text.of(String.valueOf(poll.id())),
                Text.of(poll.question()),
                state,
                Text.of(String.valueOf(ballots.size())));
        return poll.closed()
                ? row
                : row.offering(
                        new Choice(Polls.NAME + ":close:" + poll.id(), Phrase.of("polls.page-close"), Weight.HARMFUL));
    }

    private static Input line(String option) {
        return Input.line(option, Phrase.of("polls.option-" + option), "");
    }

    private static Input number(String option, String value) {
        return new Input(option, Phrase.of("polls.option-" + option), Input.Kind.NUMBER, value, List.of());
    }

    /** The first of the values is the usual one. */
    private static Input oneOf(String option, List<String> values) {
        List<Pick> picks = values.stream()
                .map(value -> new Pick(value, Phrase.of("polls.pick-" + value)))
                .toList();
        return new Input(option, Phrase.of("polls.option-" + option), Input.Kind.ONE_OF, values.getFirst(), picks);
    }
}
