package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.person.Standing;

/** The rules in the console: how often each objected, how often moderators agreed, and what it would have said of what was said. */
final class RulesPage {
    private static final int MOST = 50_000;

    private final RuleTable table = new RuleTable();
    private final BackTest test;

    RulesPage(BackTest test) {
        this.test = test;
    }

    Page page() {
        return new Page("rules", Phrase.of("moderation.page-rules"), Standing.MODERATOR, this::view);
    }

    private Document view(Query query, ReadTx tx) {
        List<Block> blocks = new ArrayList<>();
        Optional<String> asked = query.value("test").filter(Shelf.NAMES::contains);
        asked.ifPresent(rule -> blocks.add(new Block.Card(
                "test-" + rule, Block.Tone.PLAIN, RuleLife.report(rule, test.run(tx.read(), rule, MOST)))));
        blocks.add(new Block.Table(
                List.of(
                        Phrase.of("moderation.rule"),
                        Phrase.of("moderation.mode"),
                        Phrase.of("moderation.hits"),
                        Phrase.of("moderation.precision")),
                table.figures(tx.read(), Shelf.NAMES, tx.now()).stream()
                        .map(RulesPage::row)
                        .toList(),
                Phrase.of("moderation.no-rules")));
        blocks.add(new Block.Title(Phrase.of("moderation.back-test")));
        blocks.add(new Block.Links(Shelf.NAMES.stream()
                .map(rule -> new Block.Link(
                        Text.of(rule),
                        "rules",
                        Map.of("test", rule),
                        asked.filter(rule::equals).isPresent()))
                .toList()));
        return new Document(blocks, List.of());
    }

    private static Row row(RuleTable.Figures each) {
        Say precision = each.precision()
                .<Say>map(hundredth -> Text.of(hundredth + " %"))
                .orElse(Phrase.of("moderation.nobody-decided"));
        return Row.of(
                each.rule(),
                Text.of(each.rule()),
                Phrase.of(each.shadow() ? "moderation.mode-shadow" : "moderation.mode-live"),
                Text.of(each.live() + " + " + each.shadowed()),
                precision);
    }
}
