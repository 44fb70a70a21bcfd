package lyceum.community.members;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.community.members.Linking.Answer;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Tell;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Wish;

/** What people may know of what is kept of them, and how it is removed. */
final class Forgetting {
    static final String WHOM = "whom";
    private static final Set<String> ME = Set.of("me", "我");
    private static final int RECEIPT_BYTES = 8;

    private final MemberTable members;
    private final Linking linking;

    Forgetting(MemberTable members, Linking linking) {
        this.members = members;
        this.linking = linking;
    }

    Document data(Person person, Actor actor) {
        String wishes = person.wishes().stream().map(Wish::name).sorted().collect(Collectors.joining(", "));
        return new Document(
                List.of(
                        new Block.Title(Phrase.of("members.data-title")),
                        new Block.Bullets(LinkCard.accounts(person)),
                        new Block.Fields(List.of(
                                new Field(
                                        Phrase.of("members.data-ids"),
                                        Text.of(person.accounts().stream()
                                                .map(Object::toString)
                                                .sorted()
                                                .collect(Collectors.joining(", ")))),
                                new Field(Phrase.of("members.language"), SettingsCard.name(actor.language())),
                                new Field(
                                        Phrase.of("members.zone"),
                                        Text.of(actor.zone().getId())),
                                new Field(Phrase.of("members.data-wishes"), Text.of(wishes.isEmpty() ? "-" : wishes)))),
                        new Block.Paragraph(Phrase.of("members.data-more")),
                        new Block.Paragraph(Phrase.of("members.data-forget", Text.of("/forget me", new Mark.Code())))),
                List.of());
    }

    /** Says it is meant by saying {@code me}: nobody loses everything by a slip. */
    Answer forget(Person person, Map<String, String> options, Tx tx) {
        String whom = options.getOrDefault(WHOM, "").strip().toLowerCase(Locale.ROOT);
        if (!ME.contains(whom)) {
            return Answer.of(Document.of(Phrase.of("members.forget-how", Text.of("/forget me", new Mark.Code()))));
        }
        linking.forget(person, tx);
        members.forget(tx.write(), person.member());
        return new Answer(
                Document.of(
                        Phrase.of(
                                "members.forgotten",
                                Integer.toString(person.names().size())),
                        Phrase.of("members.forget-kept"),
                        Phrase.of("members.forget-receipt", Text.of(receipt(person, tx), new Mark.Code()))),
                List.of(new Tell(new MemberForgotten(person.member(), person.accounts()))));
    }

    /** Names nobody, and is the same for the same person at the same instant only. */
    private static String receipt(Person person, Tx tx) {
        String what =
                person.member().value() + "@" + tx.now() + "#" + tx.random().nextLong();
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return tx.now() + "/" + HexFormat.of().formatHex(hash, 0, RECEIPT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
