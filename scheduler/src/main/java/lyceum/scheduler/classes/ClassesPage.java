package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Block.Input;
import lyceum.kernel.document.Block.Pick;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Block.Tone;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;

/** The console's calendar of classes: the dates to come and a form for a new class; and for each class its dates, moved by a form. */
final class ClassesPage {
    private static final Duration SHOWN = Duration.ofDays(28);
    private static final int MOST = 100;
    private static final String CLASS = "class";

    private final Tables tables;
    private final Survey survey = new Survey();

    ClassesPage(Tables tables) {
        this.tables = tables;
    }

    Page page() {
        return new Page(Classes.NAME, Phrase.of("classes.page"), Standing.CREATOR, this::shown);
    }

    /** A date of a class, to be shown among others. */
    private record Entry(LiveClass of, LiveClass.Date date) {}

    private Document shown(Query query, ReadTx tx) {
        Language language = language(query.reader());
        List<LiveClass> classes = tables.classes().standing(tx.read()).stream()
                .flatMap(id -> tables.classes().find(tx.read(), id).stream())
                .toList();
        Optional<LiveClass> chosen = query.number(CLASS)
                .flatMap(id -> classes.stream().filter(of -> of.id() == id).findFirst());
        List<Block> blocks = new ArrayList<>();
        blocks.add(links(classes, chosen));
        if (chosen.isPresent()) {
            return one(blocks, chosen.get(), tx, language);
        }
        List<Row> rows = classes.stream()
                .flatMap(of ->
                        of.dates(tx.now(), tx.now().plus(SHOWN), MOST).stream().map(date -> new Entry(of, date)))
                .sorted(Comparator.comparing(entry -> entry.date().starts()))
                .limit(MOST)
                .map(entry -> row(entry, tx, language, true))
                .toList();
        blocks.add(new Block.Table(
                List.of(Phrase.of("classes.column-when"), Phrase.of("classes.column-class"), coming()),
                rows,
                Phrase.of("classes.page-none")));
        blocks.add(newClass(classes));
        return new Document(blocks, List.of());
    }

    private static Block links(List<LiveClass> classes, Optional<LiveClass> chosen) {
        List<Block.Link> links = new ArrayList<>();
        links.add(new Block.Link(Phrase.of("classes.page-all"), Classes.NAME, Map.of(), chosen.isEmpty()));
        for (LiveClass of : classes.stream().limit(MOST).toList()) {
            links.add(new Block.Link(
                    Text.of("#" + of.id() + " " + of.title()),
                    Classes.NAME,
                    Map.of(CLASS, String.valueOf(of.id())),
                    chosen.filter(of::equals).isPresent()));
        }
        return new Block.Links(links);
    }

    /** One class with its dates of the last weeks and of the next ones. */
    private Document one(List<Block> blocks, LiveClass of, ReadTx tx, Language language) {
        List<LiveClass.Date> next = of.dates(tx.now(), tx.now().plus(SHOWN), MOST);
        blocks.add(facts(of, next, tx, language));
        List<Row> rows = Stream.concat(
                        next.stream(), of.dates(tx.now().minus(SHOWN), tx.now(), MOST).reversed().stream())
                .map(date -> row(new Entry(of, date), tx, language, false))
                .toList();
        blocks.add(new Block.Table(
                List.of(
                        Phrase.of("classes.column-when"),
                        Phrase.of("classes.column-planned"),
                        coming(),
                        Phrase.of("classes.column-there"),
                        Phrase.of("classes.column-deeds")),
                rows,
                Phrase.of("classes.is-over")));
        blocks.addAll(surveys(of, tx, language));
        if (!next.isEmpty()) {
            blocks.add(move(of, next, language));
        }
        return new Document(blocks, List.of());
    }

    /** What a class is, who comes next, and the button that ends it. */
    private Block facts(LiveClass of, List<LiveClass.Date> next, ReadTx tx, Language language) {
        List<String> names = next.isEmpty()
                ? List.of()
                : tables.comers().names(tx.read(), of.id(), next.getFirst().planned(), MOST);
        Document facts =
                Cards.facts(of, of.next(tx.now()), language, of.recurrence().zone());
        if (!names.isEmpty()) {
            facts = facts.plus(new Block.Fields(
                    List.of(new Field(Phrase.of("classes.page-who"), Text.of(String.join(", ", names))))));
        }
        Choice end = new Choice(Requests.DROP_ALL + of.id(), Phrase.of("classes.page-cancel-all"), Weight.HARMFUL);
        return new Block.Card("class", Tone.PLAIN, facts.withChoices(end));
    }

    /** @param among other classes, so that it is told which */
    private Row row(Entry entry, ReadTx tx, Language language, boolean among) {
        LiveClass of = entry.of();
        LocalDateTime planned = entry.date().planned();
        Instant starts = entry.date().starts();
        Say when = When.at(starts, of.recurrence().zone(), language);
        Say coming = number(tables.comers().coming(tx.read(), of.id(), planned));
        Say plan = plan(of, planned, language);
        String key = of.id() + " " + planned;
        Row row = among
                ? Row.of(key, when, Text.of(of.title()), coming)
                : Row.of(
                        key,
                        when,
                        plan,
                        coming,
                        number(tables.comers().present(tx.read(), of.id(), planned)),
                        deeds(tables.comers().deeds(tx.read(), of.id(), planned)));
        return starts.isAfter(tx.now())
                ? row.offering(new Choice(
                        Requests.DROP + of.id() + ":" + planned, Phrase.of("classes.page-cancel"), Weight.HARMFUL))
                : row;
    }

    private static Say plan(LiveClass of, LocalDateTime planned, Language language) {
        ZoneId zone = of.recurrence().zone();
        return of.exceptions().containsKey(planned)
                ? Phrase.of("classes.page-moved", When.at(planned.atZone(zone).toInstant(), zone, language))
                : Phrase.of("classes.page-as-planned");
    }

    /** What people said of the dates of the last weeks, where anybody said anything. */
    private List<Block> surveys(LiveClass of, ReadTx tx, Language language) {
        List<Row> rows = new ArrayList<>();
        for (LiveClass.Date date :
                of.dates(tx.now().minus(SHOWN), tx.now(), MOST).reversed()) {
            survey.results(tx.read(), new DateTable.Near(of.id(), date.planned())).entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(result -> Row.of(
                            date.planned() + " " + result.getKey(),
                            When.at(date.starts(), of.recurrence().zone(), language),
                            Survey.question(result.getKey()),
                            counts(result.getKey(), result.getValue())))
                    .forEach(rows::add);
        }
        return rows.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Title(Phrase.of("classes.page-survey")),
                        new Block.Table(
                                List.of(
                                        Phrase.of("classes.column-when"),
                                        Phrase.of("classes.column-question"),
                                        Phrase.of("classes.column-answers")),
                                rows,
                                Phrase.of("classes.is-over")));
    }

    private static Say counts(int question, int[] people) {
        List<Say> each = new ArrayList<>();
        for (int answer = 1; answer <= Survey.ANSWERS; answer++) {
            each.add(Phrase.of("classes.survey-count", Survey.label(question, answer), number(people[answer])));
        }
        return each.stream()
                .reduce((before, next) -> Phrase.of("classes.and", before, next))
                .orElse(Text.EMPTY);
    }

    private static Say deeds(ComerTable.Deeds deeds) {
        return Phrase.of("classes.deeds", number(deeds.said()), number(deeds.pressed()));
    }

    private static Block.Form move(LiveClass of, List<LiveClass.Date> next, Language language) {
        List<Pick> dates = next.stream()
                .map(date -> new Pick(
                        date.planned().toString(),
                        When.at(date.starts(), of.recurrence().zone(), language)))
                .toList();
        LiveClass.Date first = next.getFirst();
        return new Block.Form(
                Requests.MOVE,
                Map.of(Wanted.ID, String.valueOf(of.id())),
                List.of(
                        new Input(
                                Wanted.DATE,
                                Phrase.of("classes.option-date"),
                                Input.Kind.ONE_OF,
                                first.planned().toString(),
                                dates),
                        new Input(
                                Wanted.TO,
                                Phrase.of(
                                        "classes.page-to",
                                        of.recurrence().zone().getId()),
                                Input.Kind.DATE_TIME,
                                first.at().toLocalDateTime().toString(),
                                List.of())),
                Phrase.of("classes.page-move"));
    }

    private static Block.Form newClass(List<LiveClass> classes) {
        String zone =
                classes.isEmpty() ? "" : classes.getLast().recurrence().zone().getId();
        return new Block.Form(
                Requests.NEW,
                Map.of(),
                List.of(
                        Input.line(Wanted.TITLE, Phrase.of("classes.option-title"), ""),
                        new Input(Wanted.START, Phrase.of("classes.page-first"), Input.Kind.DATE_TIME, "", List.of()),
                        Input.line(Wanted.ZONE, Phrase.of("classes.option-zone"), zone),
                        new Input(Wanted.RULE, Phrase.of("classes.repeats"), Input.Kind.ONE_OF, "", repeats()),
                        new Input(
                                Wanted.MINUTES, Phrase.of("classes.page-minutes"), Input.Kind.NUMBER, "60", List.of())),
                Phrase.of("classes.page-make"));
    }

    private static List<Pick> repeats() {
        return List.of(
                new Pick("", Phrase.of("classes.once")),
                new Pick("FREQ=WEEKLY", Phrase.of("classes.weekly")),
                new Pick("FREQ=WEEKLY;INTERVAL=2", Phrase.of("classes.fortnightly")),
                new Pick("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", Phrase.of("classes.weekdays")),
                new Pick("FREQ=DAILY", Phrase.of("classes.daily")),
                new Pick("FREQ=MONTHLY", Phrase.of("classes.monthly")));
    }

    private static Say coming() {
        return Phrase.of("classes.column-coming");
    }

    private static Say number(long value) {
        return Text.of(String.valueOf(value));
    }

    private static Language language(Speaker reader) {
        Language spoken = reader.language();
        return spoken == null ? Language.EN : spoken;
    }
}
