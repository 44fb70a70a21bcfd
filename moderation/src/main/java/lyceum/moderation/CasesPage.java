package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Input;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Block.Tone;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.person.Standing;

/** The cases in the console: all of them, and one with what is known about it and how it would be taken back. */
final class CasesPage {
    private static final String NAME = "cases";
    private static final int SHOWN = 100;
    private static final int LONGEST = 160;

    private final Cards cards;
    private final Undoing undoing;
    private final Dossier dossier;
    private final CaseTable table = new CaseTable();

    CasesPage(Cards cards, Undoing undoing) {
        this.cards = cards;
        this.undoing = undoing;
        dossier = new Dossier(cards);
    }

    Page page() {
        return new Page(NAME, Phrase.of("moderation.page-cases"), Standing.MODERATOR, this::view);
    }

    private Document view(Query query, ReadTx tx) {
        List<Block> blocks = new ArrayList<>();
        Optional<Long> asked = query.number("case");
        Optional<Case> one = asked.flatMap(id -> table.find(tx.read(), id));
        if (asked.isPresent() && one.isEmpty()) {
            blocks.add(new Block.Notice(Tone.BAD, Phrase.of("moderation.no-case", Long.toString(asked.get()))));
        }
        one.ifPresent(about -> blocks.addAll(shown(about, tx)));
        List<Case> newest = table.before(tx.read(), query.number("before").orElse(Long.MAX_VALUE), SHOWN);
        blocks.add(new Block.Links(newest.stream()
                .map(about -> link(
                        about.id(),
                        "case",
                        about.id(),
                        one.filter(here -> here.id() == about.id()).isPresent()))
                .toList()));
        blocks.add(new Block.Table(
                List.of(
                        Phrase.of("moderation.case"),
                        Phrase.of("moderation.author"),
                        Phrase.of("moderation.said"),
                        Phrase.of("moderation.outcome")),
                newest.stream().map(this::row).toList(),
                Phrase.of("moderation.no-cases")));
        if (newest.size() == SHOWN) {
            long last = newest.getLast().id();
            blocks.add(new Block.Links(List.of(new Block.Link(
                    Phrase.of("moderation.older"), NAME, Map.of("before", Long.toString(last)), false))));
        }
        return new Document(blocks, List.of());
    }

    private static Block.Link link(long label, String key, long value, boolean here) {
        return new Block.Link(Text.of(Long.toString(label)), NAME, Map.of(key, Long.toString(value)), here);
    }

    private List<Block> shown(Case about, ReadTx tx) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Card("case-" + about.id(), Tone.PLAIN, dossier.of(about, tx.read())));
        String target = "case." + about.id();
        if (!undoing.meant(target, tx).isEmpty()) {
            blocks.add(new Block.Card("undo-" + about.id(), Tone.PLAIN, undoing.plan(target, tx)));
        }
        blocks.add(new Block.Form(
                "case",
                Map.of("case", Long.toString(about.id())),
                List.of(new Input("note", Phrase.of("moderation.option-note"), Input.Kind.LINES, "", List.of())),
                Phrase.of("moderation.write-down")));
        return blocks;
    }

    private Row row(Case about) {
        MessagePosted posted = about.held().posted();
        String said = posted.text().plain();
        return Row.of(
                Long.toString(about.id()),
                Text.of(Long.toString(about.id())),
                Text.of(Cards.oneLine(posted.speaker().name())),
                said.length() <= LONGEST
                        ? posted.text()
                        : posted.text().slice(0, LONGEST).plus("…"),
                cards.outcome(about));
    }
}
