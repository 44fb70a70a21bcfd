package lyceum.community.members.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.community.members.Directory;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;

/** Gives what was posted for those who have a plan to them and to nobody else, where nobody else reads it. */
final class Opening {
    /** Where an answer is shown to whoever asked, and to nobody else. */
    private static final String ALONE = "room";

    private final AccessSettings settings;
    private final Directory directory;
    private final BookTable books;
    private final PostTable table;
    private final PostCards cards;

    Opening(AccessSettings settings, Directory directory, BookTable books, PostTable table) {
        this.settings = settings;
        this.directory = directory;
        this.books = books;
        this.table = table;
        this.cards = new PostCards(settings.plans());
    }

    /** @param typed its number */
    List<Effect> open(Asking asking, String typed, Tx tx) {
        SubscriberPost post = find(typed, tx).orElse(null);
        if (post == null) {
            return List.of(answer(asking, Document.of(Phrase.of("access.post-unknown")), tx));
        }
        if (post.gone()) {
            return List.of(answer(asking, Document.of(Phrase.of("access.post-gone")), tx));
        }
        return may(asking, post, tx) ? given(asking, post, tx) : List.of(answer(asking, cards.needs(post), tx));
    }

    Optional<SubscriberPost> find(String typed, Tx tx) {
        String number = typed.strip().replaceFirst("^#", "");
        return number.matches("[0-9]{1,18}") ? table.find(tx.read(), Long.parseLong(number)) : Optional.empty();
    }

    private boolean may(Asking asking, SubscriberPost post, Tx tx) {
        return standing(asking, tx).atLeast(Standing.MODERATOR)
                || Ledger.held(books.of(tx.read(), accounts(asking, tx)), settings.plans(), tx.now()).stream()
                        .anyMatch(held -> held.plan().name().equals(post.plan()));
    }

    private List<Effect> given(Asking asking, SubscriberPost post, Tx tx) {
        AuthorId asker = asking.speaker().id();
        if (asker.platform().value().equals(ALONE)) {
            return List.of(answer(asking, PostCards.content(post), tx));
        }
        AuthorId to = reached(asker, accounts(asking, tx)).orElse(null);
        if (to == null) {
            return List.of(answer(asking, Document.of(Phrase.of("access.post-nowhere")), tx));
        }
        Document told =
                Document.of(Phrase.of("access.post-sent", Text.of(to.platform().value())));
        return List.of(
                new Post(
                        RoomId.privateWith(to),
                        PostCards.content(post),
                        language(tx),
                        null,
                        null,
                        Posts.NAME + ":sent"),
                answer(asking, told, tx));
    }

    /** The account that asks where it can be written to in private; else another of the same person. */
    private static Optional<AuthorId> reached(AuthorId asker, Set<AuthorId> accounts) {
        return Doors.PRIVATE.contains(asker.platform().value())
                ? Optional.of(asker)
                : Doors.PRIVATE.stream()
                        .flatMap(platform -> accounts.stream()
                                .filter(each -> each.platform().value().equals(platform)))
                        .findFirst();
    }

    Set<AuthorId> accounts(Asking asking, Tx tx) {
        AuthorId asker = asking.speaker().id();
        return directory.find(tx.read(), asker).map(Directory.Known::accounts).orElse(Set.of(asker));
    }

    static Standing standing(Asking asking, Tx tx) {
        Actor actor = tx.actor();
        return actor == null ? asking.speaker().standing() : actor.standing();
    }

    Respond answer(Asking asking, Document document, Tx tx) {
        return new Respond(asking.reply(), document, language(tx), true, Posts.NAME + ":answer");
    }

    private Language language(Tx tx) {
        Actor actor = tx.actor();
        return actor == null ? settings.language() : actor.language();
    }
}
