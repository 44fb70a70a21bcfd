package lyceum.moderation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.moderation.Case.Decision;

/** What the moderators see of a case. */
final class Cards {
    private static final int LONGEST_QUOTATION = 800;
    private static final int LONGEST_CONTEXT = 120;
    private static final List<Act> OFFERED = List.of(Act.REMOVE, Act.WARN, Act.TIMEOUT, Act.BAN);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final ZoneId zone;
    private final boolean hides;

    /** @param hides whether what waits is taken away where it was said */
    Cards(ZoneId zone, boolean hides) {
        this.zone = zone;
        this.hides = hides;
    }

    /**
     * The card of a case.
     *
     * @param where the name of the room in which it was said
     * @param around what else was said there, told while a decision is wanted
     */
    Document of(Case about, String where, Around around) {
        MessagePosted posted = about.held().posted();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(title(about)));
        blocks.add(new Block.Fields(List.of(
                new Field(
                        Phrase.of("moderation.author"),
                        Text.of(oneLine(posted.speaker().name()))),
                new Field(Phrase.of("moderation.where"), where(posted, where)),
                new Field(Phrase.of("moderation.when"), Text.of(time(posted.at()))))));
        blocks.add(
                about.held().empty()
                        ? new Block.Paragraph(Phrase.of("moderation.words-gone"))
                        : new Block.Quotation(quoted(
                                Reasons.marked(posted.text(), about.held().why()))));
        for (Attachment attachment : posted.attachments()) {
            blocks.add(new Block.Paragraph(Text.of("📎 " + oneLine(attachment.name()))));
        }
        if (!about.twins().isEmpty()) {
            blocks.add(new Block.Paragraph(Phrase.of(
                    "moderation.twins", Text.of(Integer.toString(about.twins().size())))));
        }
        blocks.add(new Block.Bullets(about.held().why().stream()
                .map(Reasons::say)
                .distinct()
                .limit(5)
                .toList()));
        if (about.open()) {
            blocks.add(new Block.Paragraph(meanwhile(about)));
            around.before().forEach(said -> blocks.add(context("moderation.before", said)));
            around.after().forEach(said -> blocks.add(context("moderation.after", said)));
        }
        Case.Claim claim = about.claim();
        if (about.open() && claim != null) {
            blocks.add(new Block.Paragraph(
                    Phrase.of("moderation.claimed", Text.of(oneLine(claim.who())), Text.of(time(claim.until())))));
        }
        return new Document(blocks, about.open() ? choices(about) : undo(about));
    }

    /** What those who are there can read until somebody decides. */
    private Say meanwhile(Case about) {
        boolean unseen =
                about.held().posted().message().room().platform().value().equals("room");
        if (about.natively() || unseen) {
            return Phrase.of("moderation.meanwhile-unseen");
        }
        return Phrase.of(
                about.reported()
                        ? "moderation.meanwhile-everywhere"
                        : hides ? "moderation.meanwhile-hidden" : "moderation.meanwhile-seen");
    }

    /** What became of a case: who decided and when, where somebody did. */
    Say outcome(Case about) {
        Decision decision = about.decision();
        Text who = decision == null ? Text.EMPTY : Text.of(oneLine(decision.who()));
        Text when = decision == null ? Text.EMPTY : Text.of(time(decision.at()));
        return switch (about.state()) {
            case OPEN -> Phrase.of("moderation.open");
            case APPROVED -> Phrase.of("moderation.approved", who, when);
            case REJECTED ->
                Phrase.of("moderation.decided-" + (decision == null ? Act.REMOVE : decision.act()).key(), who, when);
            case UNDONE -> Phrase.of("moderation.undone", who, when);
            case REMOVED -> Phrase.of("moderation.removed");
            case WITHDRAWN -> Phrase.of(about.natively() ? "moderation.decided-there" : "moderation.withdrawn");
        };
    }

    private Say title(Case about) {
        Text number = Text.of(Long.toString(about.id()));
        return about.open()
                ? Phrase.of("moderation.waits", number)
                : Phrase.of("moderation.done", number, outcome(about));
    }

    private static Say where(MessagePosted posted, String room) {
        String platform = posted.message().room().platform().value();
        Say place = switch (platform) {
            case "discord", "telegram", "twitch", "room" -> Phrase.of("moderation.on-" + platform);
            default -> Text.of(platform);
        };
        return Phrase.of("moderation.room-on", Text.of(oneLine(room)), place);
    }

    private static List<Choice> choices(Case about) {
        List<Choice> choices = new ArrayList<>();
        if (about.claim() == null) {
            choices.add(choice(about, "claim", Weight.PLAIN));
        }
        choices.add(choice(about, Act.APPROVE.key(), Weight.GOOD));
        for (Act act : OFFERED) {
            choices.add(choice(about, act.key(), Weight.HARMFUL));
        }
        return List.copyOf(choices);
    }

    /** What was decided can be taken back; a rule's own removals too. */
    private static List<Choice> undo(Case about) {
        return switch (about.state()) {
            case APPROVED, REJECTED, REMOVED ->
                List.of(new Choice(
                        Undoing.PLAN + "case." + about.id(), Phrase.of("moderation.take-back"), Weight.PLAIN));
            case OPEN, WITHDRAWN, UNDONE -> List.of();
        };
    }

    private static Choice choice(Case about, String does, Weight weight) {
        return new Choice(Gate.NAME + ":" + does + ":" + about.id(), Phrase.of("moderation.button-" + does), weight);
    }

    static Block context(String key, MessagePosted said) {
        return new Block.Paragraph(Phrase.of(
                key,
                Text.of(oneLine(said.speaker().name())),
                Text.of(shortened(oneLine(said.text().plain())))));
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_CONTEXT ? line : line.substring(0, LONGEST_CONTEXT) + "…";
    }

    /** The beginning of a long text, so that a card stays one message everywhere. */
    private static Text quoted(Text text) {
        String plain = text.plain();
        if (plain.length() <= LONGEST_QUOTATION) {
            return text;
        }
        int end = Character.isHighSurrogate(plain.charAt(LONGEST_QUOTATION - 1))
                ? LONGEST_QUOTATION - 1
                : LONGEST_QUOTATION;
        return text.slice(0, end).plus("…");
    }

    String time(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    /** A name may not pretend to be a further line of the card, nor turn its direction. */
    static String oneLine(String name) {
        return name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    }
}
