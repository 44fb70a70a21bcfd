package lyceum.community.qna;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import lyceum.community.qna.Question.State;
import lyceum.kernel.document.Block;
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

/** The console's page of questions: which wait, for how long, and who solved how many. */
final class QuestionsPage {
    static final String CLOSE = Qna.NAME + ":close:";

    private static final int SHOWN = 100;
    private static final int LONGEST = 160;
    private static final int HELPERS = 20;

    private final QuestionTable table;

    QuestionsPage(QuestionTable table) {
        this.table = table;
    }

    Page page() {
        return new Page(Qna.NAME, Phrase.of("qna.page"), Standing.MODERATOR, this::shown);
    }

    private Document shown(Query query, ReadTx tx) {
        List<Row> open = new ArrayList<>();
        for (Question question : table.of(tx.read(), State.OPEN, SHOWN)) {
            open.add(row(question, tx.now()));
        }
        List<Row> helpers = table.helpers(tx.read(), HELPERS).stream()
                .map(helper -> Row.of(
                        helper.name() + helper.solved(),
                        Text.of(helper.name()),
                        Text.of(String.valueOf(helper.solved()))))
                .toList();
        return new Document(
                List.of(
                        new Block.Title(Phrase.of("qna.page-open")),
                        new Block.Table(
                                columns("question", "who", "age", "answers"), open, Phrase.of("qna.page-none-open")),
                        new Block.Title(Phrase.of("qna.page-helpers")),
                        new Block.Table(columns("who", "solved"), helpers, Phrase.of("qna.page-no-helpers"))),
                List.of());
    }

    private static Row row(Question question, Instant now) {
        String id = String.valueOf(question.id());
        return Row.of(
                        id,
                        Text.of(Cards.cut(question.line().text(), LONGEST)),
                        Text.of(question.line().who().name()),
                        Cards.age(question, now),
                        Text.of(String.valueOf(question.likely().size())))
                .offering(new Choice(CLOSE + id, Phrase.of("qna.page-close"), Weight.PLAIN));
    }

    private static List<Say> columns(String... names) {
        List<Say> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(Phrase.of("qna.column-" + name));
        }
        return columns;
    }
}
