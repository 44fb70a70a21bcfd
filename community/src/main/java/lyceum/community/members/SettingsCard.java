package lyceum.community.members;

import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Wish;

/** What {@code /settings} answers. */
final class SettingsCard {
    private static final String PREFIX = Members.NAME + ":";

    private SettingsCard() {}

    /** One's settings, with a button for each thing that can be otherwise. */
    static Document of(Actor actor, boolean saved) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(Phrase.of(saved ? "members.saved" : "members.yours")));
        blocks.add(new Block.Fields(List.of(
                new Field(Phrase.of("members.language"), name(actor.language())),
                new Field(Phrase.of("members.zone"), Text.of(actor.zone().getId())),
                new Field(
                        Phrase.of("members.relay"),
                        Phrase.of(actor.wishes(Wish.NOT_RELAYED) ? "members.relay-off" : "members.relay-on")),
                new Field(
                        Phrase.of("members.private"),
                        Phrase.of(
                                actor.wishes(Wish.NO_PRIVATE_MESSAGES)
                                        ? "members.private-off"
                                        : "members.private-on")))));
        blocks.add(new Block.Paragraph(Phrase.of("members.zone-hint", code("/settings zone Europe/Berlin"))));
        return new Document(blocks, choices(actor));
    }

    static Document unknownZone(Wanted.UnknownZone unknown) {
        List<Choice> choices = unknown.nearest().stream()
                .map(zone -> choice(Wording.ZONE, zone.getId(), Text.of(zone.getId())))
                .toList();
        return new Document(
                List.of(
                        new Block.Paragraph(Phrase.of("members.unknown-zone", shortened(unknown.typed()))),
                        new Block.Bullets(unknown.nearest().stream()
                                .map(zone -> (Say) Text.of(zone.getId()))
                                .toList())),
                choices);
    }

    static Document unclear(Wanted.Unclear unclear) {
        return Document.of(Phrase.of(
                "members.unclear-" + kind(unclear.option()), Text.of(unclear.option()), shortened(unclear.typed())));
    }

    private static String kind(String option) {
        return option.equals(Wording.LANGUAGE) ? "language" : "switch";
    }

    private static List<Choice> choices(Actor actor) {
        Language other = actor.language() == Language.EN ? Language.ZH : Language.EN;
        boolean relayed = !actor.wishes(Wish.NOT_RELAYED);
        boolean written = !actor.wishes(Wish.NO_PRIVATE_MESSAGES);
        return List.of(
                choice(Wording.LANGUAGE, other.tag(), name(other)),
                choice(
                        Wording.RELAY,
                        relayed ? "off" : "on",
                        Phrase.of(relayed ? "members.do-not-relay" : "members.do-relay")),
                choice(
                        Wording.PRIVATE,
                        written ? "off" : "on",
                        Phrase.of(written ? "members.do-not-write" : "members.do-write")));
    }

    private static Choice choice(String option, String value, Say label) {
        return new Choice(PREFIX + option + ":" + value, label, Weight.PLAIN);
    }

    static Say name(Language language) {
        return Phrase.of(language == Language.EN ? "members.in-english" : "members.in-chinese");
    }

    private static Text code(String words) {
        return Text.of(words, new Mark.Code());
    }

    /** What somebody typed is shown to them, but not all of a novel. */
    private static Text shortened(String typed) {
        String plain = typed.replace('\n', ' ');
        int end = Math.min(plain.length(), 60);
        return Text.of(plain.substring(0, end) + (end < plain.length() ? "…" : ""));
    }
}
