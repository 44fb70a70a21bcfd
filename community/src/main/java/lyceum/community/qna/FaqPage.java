package lyceum.community.qna;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.community.qna.Question.State;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Input;
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
import org.jspecify.annotations.Nullable;

/** The console's page of what is answered in public: what is, what could be, and a form to write it better. */
final class FaqPage {
    private static final String PATH = "faq";
    private static final int OFFERED = 50;
    private static final int LONGEST = 160;

    private final QuestionTable questions;
    private final FaqTable table;

    FaqPage(QuestionTable questions, FaqTable table) {
        this.questions = questions;
        this.table = table;
    }

    Page page() {
        return new Page(PATH, Phrase.of("qna.faq-page"), Standing.CREATOR, this::shown);
    }

    private Document shown(Query query, ReadTx tx) {
        List<Faq> all = table.all(tx.read());
        Optional<Faq> chosen = query.number(FaqDesk.ID)
                .flatMap(id -> all.stream().filter(faq -> faq.id() == id).findFirst());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Table(
                List.of(Phrase.of("qna.column-question")),
                all.stream().map(FaqPage::published).toList(),
                Phrase.of("qna.faq-none")));
        blocks.add(new Block.Links(all.stream()
                .map(faq -> new Block.Link(
                        Phrase.of("qna.faq-write", Cards.cut(faq.title(), 40)),
                        PATH,
                        Map.of(FaqDesk.ID, String.valueOf(faq.id())),
                        chosen.filter(faq::equals).isPresent()))
                .toList()));
        blocks.add(new Block.Title(Phrase.of("qna.faq-offered")));
        blocks.add(new Block.Table(
                List.of(Phrase.of("qna.column-question")), offered(tx, all), Phrase.of("qna.faq-none-offered")));
        blocks.add(
                new Block.Title(chosen.isPresent() ? Phrase.of("qna.faq-write-this") : Phrase.of("qna.faq-write-new")));
        blocks.add(form(chosen.orElse(null)));
        return new Document(blocks, List.of());
    }

    private static Row published(Faq faq) {
        String id = String.valueOf(faq.id());
        return Row.of(id, Text.of(Cards.cut(faq.title(), LONGEST)))
                .offering(new Choice(FaqDesk.REMOVE + id, Phrase.of("qna.faq-remove"), Weight.HARMFUL));
    }

    private List<Row> offered(ReadTx tx, List<Faq> all) {
        Set<Long> there =
                all.stream().flatMap(faq -> Stream.ofNullable(faq.question())).collect(Collectors.toSet());
        return questions.of(tx.read(), State.SOLVED, OFFERED).stream()
                .filter(question ->
                        !there.contains(question.id()) && !question.likely().isEmpty())
                .map(question -> Row.of(
                                String.valueOf(question.id()),
                                Text.of(Cards.cut(question.line().text(), LONGEST)))
                        .offering(
                                new Choice(FaqDesk.PUBLISH + question.id(), Phrase.of("qna.faq-publish"), Weight.GOOD)))
                .toList();
    }

    private static Block form(@Nullable Faq faq) {
        List<String> values = faq == null
                ? List.of("", "", "", "")
                : List.of(
                        faq.english().asked(),
                        faq.english().answer(),
                        faq.chinese().asked(),
                        faq.chinese().answer());
        List<Input> inputs = new ArrayList<>();
        for (int place = 0; place < values.size(); place++) {
            String option = FaqDesk.WORDS.get(place);
            Say label = Phrase.of("qna.option-" + option);
            inputs.add(new Input(
                    option, label, place % 2 == 0 ? Input.Kind.LINE : Input.Kind.LINES, values.get(place), List.of()));
        }
        Map<String, String> given = faq == null ? Map.of() : Map.of(FaqDesk.ID, String.valueOf(faq.id()));
        return new Block.Form(FaqDesk.EDIT, given, inputs, Phrase.of("qna.faq-save"));
    }
}
