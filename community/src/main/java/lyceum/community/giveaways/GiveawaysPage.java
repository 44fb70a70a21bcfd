package lyceum.community.giveaways;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lyceum.community.giveaways.Giveaway.State;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Input;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.person.Standing;

/** The console's page of giveaways: how far each has come, the way to its public page, and a form for the next. */
final class GiveawaysPage {
    private static final int SHOWN = 50;

    private final GiveawayTable table;
    private final EntryTable entries;

    GiveawaysPage(GiveawayTable table, EntryTable entries) {
        this.table = table;
        this.entries = entries;
    }

    Page page() {
        return new Page(Giveaways.NAME, Phrase.of("giveaways.console"), Standing.CREATOR, this::shown);
    }

    private Document shown(Query query, ReadTx tx) {
        List<Row> rows = new ArrayList<>();
        for (long id : table.newest(tx.read(), SHOWN)) {
            table.find(tx.read(), id).ifPresent(of -> rows.add(row(of, tx)));
        }
        List<Say> columns = List.of(
                Phrase.of("giveaways.number"),
                Phrase.of("giveaways.column-prize"),
                Phrase.of("giveaways.column-state"),
                Phrase.of("giveaways.entered"),
                Phrase.of("giveaways.column-won"),
                Phrase.of("giveaways.page"));
        return new Document(List.of(new Block.Table(columns, rows, Phrase.of("giveaways.none")), form()), List.of());
    }

    private Row row(Giveaway of, ReadTx tx) {
        String path = "/" + Giveaways.NAME + "/" + of.id();
        Row row = Row.of(
                String.valueOf(of.id()),
                Text.of(String.valueOf(of.id())),
                Text.of(of.prize()),
                Phrase.of("giveaways.state-" + of.state().name().toLowerCase(Locale.ROOT)),
                Text.of(String.valueOf(entries.count(tx.read(), of.id()))),
                Text.of(won(of, tx)),
                Text.of(path, new Mark.Link(path)));
        if (of.state() == State.DRAFT) {
            return row.offering(Cards.drafted(of).toArray(Choice[]::new));
        }
        return of.state() == State.OPEN
                ? row.offering(new Choice(
                        Giveaways.NAME + ":void:" + of.id(), Phrase.of("giveaways.void-button"), Weight.HARMFUL))
                : row;
    }

    /** Who has won so far, and whether they have claimed. */
    private String won(Giveaway of, ReadTx tx) {
        List<String> names = new ArrayList<>();
        for (EntryTable.Pick pick : entries.picks(tx.read(), of.id())) {
            switch (pick.state()) {
                case CLAIMED -> names.add(pick.entry().name() + " ✓");
                case ASKED -> names.add(pick.entry().name());
                case ALTERNATE, DECLINED, LAPSED -> {}
            }
        }
        return names.isEmpty() ? "–" : String.join(", ", names);
    }

    private static Block.Form form() {
        return new Block.Form(
                Giveaways.NEW,
                Map.of(),
                List.of(
                        Input.line("prize", Phrase.of("giveaways.option-prize"), ""),
                        number("winners", "1"),
                        number("minutes", "60"),
                        line("who"),
                        number("days", ""),
                        line("keyword"),
                        line("tickets"),
                        number("cap", ""),
                        number("alternates", ""),
                        number("claim-hours", ""),
                        chosen("beacon"),
                        chosen("languages"),
                        chosen("draft")),
                Phrase.of("giveaways.make-button"));
    }

    private static Input line(String option) {
        return Input.line(option, Phrase.of("giveaways.option-" + option), "");
    }

    private static Input chosen(String option) {
        List<Block.Pick> picks = new ArrayList<>();
        picks.add(new Block.Pick("", Phrase.of("giveaways.pick-usual")));
        for (String value : Offer.VALUES.getOrDefault(option, List.of())) {
            picks.add(new Block.Pick(value, Phrase.of("giveaways.pick-" + value)));
        }
        return new Input(option, Phrase.of("giveaways.option-" + option), Input.Kind.ONE_OF, "", picks);
    }

    private static Input number(String option, String value) {
        return new Input(option, Phrase.of("giveaways.option-" + option), Input.Kind.NUMBER, value, List.of());
    }
}
