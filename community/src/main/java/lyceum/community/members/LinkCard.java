package lyceum.community.members;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Actor;

/** What {@code /link}, {@code /unlink} and {@code /whoami} answer. */
final class LinkCard {
    private static final Set<String> PLACES = Set.of("discord", "telegram", "twitch", "room");

    private LinkCard() {}

    static Document code(String code) {
        return Document.of(
                Phrase.of("members.link-code", Text.of(code, new Mark.Code()), minutes()),
                Phrase.of("members.link-how", command(code)));
    }

    /** A code that others read as well. */
    static Document overheard(String code) {
        return code(code).plus(new Block.Paragraph(Phrase.of("members.link-overheard")));
    }

    static Document joined(Person person) {
        return Document.of(Phrase.of("members.linked")).plus(new Block.Bullets(accounts(person)));
    }

    /** What the other account is told. */
    static Document told(AuthorId by, String name) {
        return Document.of(
                Phrase.of("members.link-told", place(by), Text.of(name)),
                Phrase.of("members.link-not-you", Text.of("/unlink", new Mark.Code())));
    }

    /** Nothing, or more than one account, is meant by what was typed. */
    static Document which(Person person, List<AuthorId> meant) {
        List<Say> ids = (meant.isEmpty() ? person.accounts() : meant)
                .stream()
                        .sorted(Comparator.comparing(AuthorId::toString))
                        .map(account -> (Say) Text.of("/unlink " + account, new Mark.Code()))
                        .toList();
        return Document.of(Phrase.of("members.unlink-which")).plus(new Block.Bullets(ids));
    }

    static Document whoami(Person person, Actor actor) {
        return new Document(
                List.of(
                        new Block.Title(Phrase.of(
                                "members.you-are", Long.toString(person.member().value()))),
                        new Block.Bullets(accounts(person)),
                        new Block.Fields(List.of(
                                new Field(Phrase.of("members.standing"), standing(actor)),
                                new Field(Phrase.of("members.language"), SettingsCard.name(actor.language())),
                                new Field(
                                        Phrase.of("members.zone"),
                                        Text.of(actor.zone().getId())))),
                        new Block.Paragraph(Phrase.of("members.link-more", Text.of("/link", new Mark.Code())))),
                List.of());
    }

    static Text command(String code) {
        return Text.of("/link " + code, new Mark.Code());
    }

    static Say place(AuthorId account) {
        String platform = account.platform().value();
        return PLACES.contains(platform) ? Phrase.of("members.at-" + platform) : Text.of(platform);
    }

    static List<Say> accounts(Person person) {
        return person.accounts().stream()
                .sorted(Comparator.comparing(AuthorId::toString))
                .map(account -> (Say) Phrase.of("members.account", place(account), name(person, account)))
                .toList();
    }

    /** As others saw it last, or else as the platform counts it. */
    static Text name(Person person, AuthorId account) {
        String name = person.names().getOrDefault(account, "");
        return Text.of(name.isEmpty() ? account.value() : name);
    }

    private static Say standing(Actor actor) {
        return switch (actor.standing()) {
            case FAN -> Phrase.of("members.standing-fan");
            case MODERATOR -> Phrase.of("members.standing-moderator");
            case CREATOR -> Phrase.of("members.standing-creator");
        };
    }

    private static Text minutes() {
        return Text.of(Long.toString(LinkCode.VALID.toMinutes()));
    }
}
