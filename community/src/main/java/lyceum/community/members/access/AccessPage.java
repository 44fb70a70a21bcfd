package lyceum.community.members.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lyceum.community.members.Directory;
import lyceum.community.members.Directory.Known;
import lyceum.community.members.access.BreakerTable.Stand;
import lyceum.community.members.access.Difference.Change;
import lyceum.community.members.access.Difference.Look;
import lyceum.community.members.access.Difference.State;
import lyceum.community.members.access.Ledger.Held;
import lyceum.community.members.access.LookTable.Heard;
import lyceum.community.members.access.LookTable.Waits;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Block.Input;
import lyceum.kernel.document.Block.Pick;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Block.Tone;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Standing;

/** The console's page of access: the breaker, the sources, what is still to be done, and who has what. */
final class AccessPage {
    private static final int SHOWN = 50;
    private static final String COMPARE = "compare";

    private final AccessSettings settings;
    private final Directory directory;
    private final Doors.Tables tables;
    private final LookTable looks = new LookTable();

    AccessPage(AccessSettings settings, Directory directory, Doors.Tables tables) {
        this.settings = settings;
        this.directory = directory;
        this.tables = tables;
    }

    Page page() {
        return new Page(Access.NAME, Phrase.of("access.page"), Standing.CREATOR, this::shown);
    }

    private Document shown(Query query, ReadTx tx) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(breaker(tx));
        blocks.add(new Block.Title(Phrase.of("access.page-sources")));
        blocks.add(sources(tx));
        blocks.add(new Block.Title(Phrase.of("access.page-waiting")));
        blocks.add(waiting(tx));
        blocks.addAll(compared(query, tx));
        blocks.add(new Block.Title(Phrase.of("access.page-people")));
        blocks.add(people(tx));
        blocks.add(granting());
        return new Document(blocks, List.of());
    }

    private Block breaker(ReadTx tx) {
        Stand stand = tables.breaker().stand(tx.read());
        Field holders = new Field(
                Phrase.of("access.page-holders"),
                Text.of(String.valueOf(tables.breaker().holders(tx.read()))));
        Field losing = new Field(
                Phrase.of("access.page-losing"),
                Text.of(String.valueOf(
                        tables.breaker().losers(tx.read(), tx.now()).size())));
        Document state = Document.of(Phrase.of(stand.stopped() ? "access.page-stopped" : "access.page-closed"))
                .plus(new Block.Fields(List.of(holders, losing)));
        return stand.stopped()
                ? new Block.Card(
                        "breaker",
                        Tone.BAD,
                        state.withChoices(
                                new Choice(Access.KEEP, Phrase.of("access.keep"), Choice.Weight.GOOD),
                                new Choice(Access.TAKE, Phrase.of("access.take"), Choice.Weight.HARMFUL)))
                : new Block.Card("breaker", Tone.GOOD, state);
    }

    /** A source of which nothing was ever heard is named all the same. */
    private Block sources(ReadTx tx) {
        Map<String, Heard> heard = new HashMap<>();
        looks.sources(tx.read()).forEach(each -> heard.put(each.source(), each));
        settings.plans().stream()
                .flatMap(plan -> plan.products().stream())
                .map(product -> product.substring(0, product.indexOf(':')))
                .forEach(source -> heard.putIfAbsent(source, new Heard(source, 0, null)));
        List<Row> rows = heard.values().stream()
                .sorted(Comparator.comparing(Heard::source))
                .map(AccessPage::row)
                .toList();
        return new Block.Table(
                List.of(
                        Phrase.of("access.column-source"),
                        Phrase.of("access.column-going"),
                        Phrase.of("access.column-last")),
                rows,
                Phrase.of("access.page-no-source"));
    }

    private static Row row(Heard heard) {
        Instant last = heard.last();
        return Row.of(
                heard.source(),
                Text.of(heard.source()),
                Text.of(String.valueOf(heard.goingOn())),
                last == null ? Phrase.of("access.page-never") : Text.of(time(last)));
    }

    private Block waiting(ReadTx tx) {
        List<Row> rows =
                looks.waiting(tx.read(), SHOWN).stream().map(AccessPage::row).toList();
        return new Block.Table(
                List.of(
                        Phrase.of("access.column-account"),
                        Phrase.of("access.column-what"),
                        Phrase.of("access.column-state"),
                        Phrase.of("access.column-why")),
                rows,
                Phrase.of("access.page-all-done"));
    }

    private static Row row(Waits waits) {
        Row row = Row.of(
                waits.account() + " " + PerkText.write(waits.perk()),
                Text.of(waits.account().toString()),
                AccessCard.perk(waits.perk()),
                Phrase.of("access.state-" + waits.state().name().toLowerCase(Locale.ROOT)),
                Text.of(waits.why()));
        return waits.state() == State.FAILED ? row.in(Tone.BAD) : row;
    }

    /** What the next look would do, asked for since it looks at everybody; it does nothing. */
    private List<Block> compared(Query query, ReadTx tx) {
        boolean asked = query.value(COMPARE).isPresent();
        Block link = new Block.Links(
                List.of(new Block.Link(Phrase.of("access.page-compare"), Access.NAME, Map.of(COMPARE, "now"), asked)));
        if (!asked) {
            return List.of(link);
        }
        Difference difference = Difference.between(
                directory.everybody(tx.read()),
                tables.books().all(tx.read()),
                tables.doors().all(tx.read()),
                new Look(settings.plans(), tx.now(), true));
        List<Row> rows = new ArrayList<>();
        difference.give().stream().limit(SHOWN).forEach(change -> rows.add(row(change, "access.page-would-give")));
        difference.take().stream().limit(SHOWN).forEach(change -> rows.add(row(change, "access.page-would-take")));
        return List.of(
                link,
                new Block.Table(
                        List.of(Phrase.of("access.column-account"), Phrase.of("access.column-what"), Text.EMPTY),
                        rows,
                        Phrase.of("access.page-same")));
    }

    private static Row row(Change change, String phrase) {
        return Row.of(
                change.account() + " " + PerkText.write(change.perk()) + phrase,
                Text.of(change.account().toString()),
                AccessCard.perk(change.perk()),
                Phrase.of(phrase));
    }

    private Block people(ReadTx tx) {
        List<Row> rows = new ArrayList<>();
        for (AuthorId account : looks.newest(tx.read(), SHOWN)) {
            Optional<Known> known = directory.find(tx.read(), account);
            known.filter(person -> rows.stream().noneMatch(row -> row.key().equals(key(person))))
                    .ifPresent(person -> rows.add(person(person, tx)));
        }
        return new Block.Table(
                List.of(
                        Phrase.of("access.column-person"),
                        Phrase.of("access.column-accounts"),
                        Phrase.of("access.column-plans")),
                rows,
                Phrase.of("access.page-nobody"));
    }

    private Row person(Known person, ReadTx tx) {
        List<Held> held = Ledger.held(tables.books().of(tx.read(), person.accounts()), settings.plans(), tx.now());
        String accounts =
                person.accounts().stream().map(AuthorId::toString).sorted().collect(Collectors.joining(", "));
        String plans = held.stream().map(AccessPage::plan).collect(Collectors.joining(", "));
        return Row.of(key(person), AccessCard.name(person), Text.of(accounts), Text.of(plans.isEmpty() ? "-" : plans));
    }

    private static String plan(Held held) {
        Instant until = held.until();
        return held.plan().title() + " (" + held.because().source() + (until == null ? "" : ", " + time(until)) + ")";
    }

    private Block granting() {
        List<Pick> plans = settings.plans().stream()
                .map(plan -> new Pick(plan.name(), Text.of(plan.title())))
                .toList();
        return new Block.Form(
                Access.GRANT,
                Map.of(),
                List.of(
                        Input.line(Requests.PERSON, Phrase.of("access.option-person"), ""),
                        new Input(Requests.PLAN, Phrase.of("access.option-plan"), Input.Kind.ONE_OF, "", plans),
                        new Input(Requests.DAYS, Phrase.of("access.option-days"), Input.Kind.NUMBER, "30", List.of())),
                Phrase.of("access.page-grant"));
    }

    private static String key(Known person) {
        return String.valueOf(person.member().value());
    }

    private static String time(Instant at) {
        ZoneId utc = ZoneOffset.UTC;
        return AccessCard.time(at, utc) + " UTC";
    }
}
