package lyceum.scheduler.classes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Edits;
import lyceum.scheduler.recurrence.Refused;

/** What comes after a date: the survey in its rooms, and the recording with the questions that were answered. */
final class AfterClass {
    private static final String REF = Classes.NAME + ":after";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{1,480}");
    private static final int MOST_QUESTIONS = 10;
    private static final int LONGEST = 200;

    private final ClassesSettings settings;
    private final Tables tables;
    private final Plans plans;
    private final Answered answered;
    private final Survey survey = new Survey();

    AfterClass(ClassesSettings settings, Tables tables, Plans plans, Answered answered) {
        this.settings = settings;
        this.tables = tables;
        this.plans = plans;
        this.answered = answered;
    }

    /** A date is over: where somebody was there, the rooms in which there is room for buttons ask how it was. */
    List<Effect> over(Tx tx, LiveClass of, DateTable.Near near) {
        List<Effect> effects = new ArrayList<>();
        if (tables.comers().present(tx.read(), near.classId(), near.planned()) == 0) {
            return effects;
        }
        for (RoomId room : plans.rooms(of)) {
            if (tx.can(room, Edits.class)) {
                effects.add(new Post(room, survey.card(of, near), settings.language(room), null, null, REF));
            }
        }
        return effects;
    }

    Document answer(Tx tx, DateTable.Near near, String digits, long member) {
        return survey.answer(tx, near, digits, member);
    }

    /** The recording of the last date: in its rooms, and in private to everybody who came or wanted to. */
    List<Effect> replay(Tx tx, LiveClass of, String address) throws Refused {
        if (!ADDRESS.matcher(address).matches()) {
            throw new Refused("no-address", Refused.shortened(address));
        }
        DateTable.Span last =
                tables.dates().last(tx.read(), of.id(), tx.now()).orElseThrow(() -> new Refused("not-yet"));
        Document document = recording(tx, of, last, address);
        List<Effect> effects = new ArrayList<>();
        for (RoomId room : plans.rooms(of)) {
            effects.add(new Post(room, document, settings.language(room), null, null, REF));
        }
        plans.after(
                tx,
                of,
                new LiveClass.Date(
                        last.planned(), last.starts().atZone(of.recurrence().zone())),
                address);
        return effects;
    }

    private Document recording(Tx tx, LiveClass of, DateTable.Span last, String address) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(Phrase.of("classes.replay", Text.of(of.title()))));
        blocks.add(new Block.Paragraph(Text.of(address, new Mark.Link(address))));
        Instant from = last.starts().minus(Attendance.GATHERING);
        List<Say> questions = answered.between(tx.read(), from, last.ends()).stream()
                .limit(MOST_QUESTIONS)
                .<Say>map(each ->
                        Phrase.of("classes.replay-question", shortened(each.question()), shortened(each.answer())))
                .toList();
        if (!questions.isEmpty()) {
            blocks.add(new Block.Paragraph(Phrase.of("classes.replay-questions")));
            blocks.add(new Block.Bullets(questions));
        }
        return new Document(blocks, List.of());
    }

    private static Text shortened(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        return Text.of(
                line.codePointCount(0, line.length()) <= LONGEST
                        ? line
                        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…");
    }
}
