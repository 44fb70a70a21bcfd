package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.person.Language;
import lyceum.scheduler.recurrence.Rule;

/** What is shown of classes. */
final class Cards {
    static final String MOVED = "moved";
    static final String CANCELLED = "cancelled";

    private Cards() {}

    /**
     * Something that is told.
     *
     * @param leaves when the message leaves
     */
    record Told(LiveClass of, Reminder reminder, Instant leaves, boolean late) {}

    /** A reminder or a change, in a reader's language and local time. */
    static Document told(Told told, Language language, ZoneId zone) {
        Reminder each = told.reminder();
        Say title = Text.of(told.of().title());
        if (each.isAfterwards()) {
            return Document.of(Phrase.of("classes.replay", title), Text.of(each.note(), new Mark.Link(each.note())));
        }
        Say when = When.at(each.starts(), zone, language);
        if (each.isChange()) {
            String[] note = each.note().split(":", 2);
            if (!note[0].equals(MOVED)) {
                return Document.of(Phrase.of("classes.told-cancelled", title, when));
            }
            Say before = When.at(Instant.ofEpochMilli(Long.parseLong(note[1])), zone, language);
            return Document.of(Phrase.of("classes.told-moved", title, when, before));
        }
        Say in = When.in(Duration.between(told.leaves(), each.starts()));
        return Document.of(Phrase.of(told.late() ? "classes.told-late" : "classes.told", title, in, when));
    }

    static String moved(Instant before) {
        return MOVED + ":" + before.toEpochMilli();
    }

    /** A class with its next date and what can be done about it; {@code next} is empty where there is none. */
    static Document card(LiveClass of, Optional<LiveClass.Date> next, Language language, ZoneId zone) {
        Document card = facts(of, next, language, zone);
        return next.map(date -> card.withChoices(
                        new Choice(
                                Classes.NAME + ":come:" + of.id() + ":" + date.planned(),
                                Phrase.of("classes.i-come"),
                                Weight.GOOD),
                        new Choice(Classes.NAME + ":remind:" + of.id(), Phrase.of("classes.remind-me"), Weight.PLAIN)))
                .orElse(card);
    }

    /** The same without what can be done. */
    static Document facts(LiveClass of, Optional<LiveClass.Date> next, Language language, ZoneId zone) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(
                Phrase.of("classes.next"),
                next.<Say>map(date -> When.at(date.starts(), zone, language)).orElse(none(of))));
        Rule rule = of.recurrence().rule();
        if (rule != null) {
            fields.add(new Field(Phrase.of("classes.repeats"), often(rule)));
        }
        fields.add(new Field(Phrase.of("classes.lasts"), When.in(Duration.ofMinutes(of.minutes()))));
        fields.add(new Field(Phrase.of("classes.number"), Text.of(String.valueOf(of.id()))));
        return new Document(List.of(new Block.Title(Text.of(of.title())), new Block.Fields(fields)), List.of());
    }

    /** One line of a list. */
    static Say line(LiveClass of, Optional<LiveClass.Date> next, Language language, ZoneId zone) {
        return Phrase.of(
                "classes.line",
                Text.of(String.valueOf(of.id())),
                Text.of(of.title()),
                next.<Say>map(date -> When.at(date.starts(), zone, language)).orElse(none(of)));
    }

    private static Say none(LiveClass of) {
        return Phrase.of(of.state().cancelled() ? "classes.is-cancelled" : "classes.is-over");
    }

    private static Say often(Rule rule) {
        return switch (rule.toString()) {
            case "FREQ=DAILY" -> Phrase.of("classes.daily");
            case "FREQ=WEEKLY" -> Phrase.of("classes.weekly");
            case "FREQ=WEEKLY;INTERVAL=2" -> Phrase.of("classes.fortnightly");
            case "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" -> Phrase.of("classes.weekdays");
            case "FREQ=MONTHLY" -> Phrase.of("classes.monthly");
            default -> Text.of(rule.toString());
        };
    }
}
