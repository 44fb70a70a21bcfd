package lyceum.community.qna;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lyceum.community.qna.Question.Answer;
import lyceum.community.qna.Question.State;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Reacts;
import lyceum.kernel.search.Search.Hit;
import org.jspecify.annotations.Nullable;

/** Shows answers to those who want to know, and marks in every place what solved something. Lane's thread only. */
final class Offers {
    static final String REF = Qna.NAME + ":offer:";
    private static final String TICK = "✅";
    /** Telegram has no tick among its reactions. */
    private static final Map<String, String> TICKS = Map.of("telegram", "👌");

    private static final String MARK = Qna.NAME + ":tick";
    /** For so long nobody in a room is told the same again. */
    private static final Duration NOT_AGAIN = Duration.ofMinutes(10);

    private static final List<String> WITH_PRIVATE_CHATS = List.of("discord", "telegram");

    private final QnaSettings settings;
    private final QuestionTable questions;
    private final OfferTable offers;

    Offers(QnaSettings settings, QuestionTable questions, OfferTable offers) {
        this.settings = settings;
        this.questions = questions;
        this.offers = offers;
    }

    /** What was found, as the tables know it, of one talk. */
    List<Known> known(Tx tx, String talk, List<Hit> hits) {
        List<Known> known = new ArrayList<>();
        for (Hit hit : hits) {
            IndexFeed.question(hit.id())
                    .flatMap(id -> questions.find(tx.read(), id))
                    .filter(each -> each.talk().equals(talk) && each.isShown(settings.careful()))
                    .ifPresent(each -> known.add(new Known(
                            each, hit.sure(), each.line().text().equals(hit.text()) ? hit.why() : List.of())));
        }
        return known;
    }

    /** Offers in the open what is surely known; nothing where it may be about something else. */
    Optional<Effect> offer(Tx tx, MessageId message, Line asked, long asking, List<Known> known) {
        Known best = known.isEmpty() ? null : known.getFirst();
        if (best == null || best.question().id() == asking) {
            return Optional.empty();
        }
        Answer answer = best.question().likely().getFirst();
        RoomId room = message.room();
        boolean said =
                offers.made(tx.read(), best.question().id(), room, tx.now().minus(NOT_AGAIN));
        if (!answer.isSure() || answer.line().who().is(asked.who()) || said) {
            return Optional.empty();
        }
        long offer = offers.make(tx.write(), new OfferTable.Made(answer, asking, asked, room), tx.now());
        return Optional.of(new Post(
                room,
                Cards.offer(offer, best.question(), answer, settings.zone()),
                settings.language(room),
                null,
                message,
                REF + offer));
    }

    /** Says that a matter is left to people. */
    Effect careful(MessageId message, Topic topic) {
        RoomId room = message.room();
        return new Post(room, Cards.careful(topic), settings.language(room), null, message, Qna.NAME + ":careful");
    }

    /** Tells whoever asked by a command what was answered. */
    Optional<Effect> tell(Tx tx, Question question, String message) {
        Answer answer = questions.answer(tx.read(), message).orElse(null);
        AuthorId account = question.line().who().account();
        if (answer == null
                || !answer.isLikely()
                || question.line().message() != null
                || !WITH_PRIVATE_CHATS.contains(account.platform().value())) {
            return Optional.empty();
        }
        RoomId room = RoomId.privateWith(account);
        Line asked = new Line(
                Threads.key(question),
                question.line().who(),
                question.line().text(),
                question.line().at());
        long offer = offers.make(tx.write(), new OfferTable.Made(answer, question.id(), asked, room), tx.now());
        return Optional.of(
                new Post(room, Cards.answered(offer, question, answer), question.language(), null, null, REF + offer));
    }

    /** An answer solved its question, or that of an offer: every place shows it. */
    List<Effect> solved(Tx tx, Answer answer, @Nullable Offer offer) {
        questions.believe(tx.write(), answer, Math.max(answer.confidence(), Question.SURE), answer.accepted() + 1);
        questions.state(tx.write(), answer.question(), State.SOLVED);
        if (offer != null) {
            offers.becomes(tx.write(), offer.id(), Offer.State.SOLVED);
            if (offer.asking() != null && offer.asking() != answer.question()) {
                questions.solvedBy(tx.write(), offer.asking(), answer.question());
            }
        }
        return marks(tx, answer.question(), offer);
    }

    private List<Effect> marks(Tx tx, long id, @Nullable Offer offer) {
        Question question = questions.find(tx.read(), id).orElseThrow();
        Answer answer = question.likely().getFirst();
        Stream<String> asking = Stream.ofNullable(offer)
                .flatMap(each -> Stream.ofNullable(each.asking()))
                .flatMap(each -> questions.find(tx.read(), each).stream())
                .flatMap(each -> Stream.ofNullable(each.line().message()));
        Stream<MessageId> ticked = Stream.concat(
                Stream.of(
                                Stream.ofNullable(question.line().message()),
                                Stream.of(answer.line().message()),
                                asking)
                        .flatMap(each -> each)
                        .map(MessageId::parse),
                questions.posts(tx.read(), id).stream());
        List<Effect> effects = new ArrayList<>();
        ticked.distinct()
                .filter(message -> tx.can(message.room(), Reacts.class))
                .forEach(message -> effects.add(new React(message, List.of(tick(message)), List.of(), MARK)));
        MessageId shown = offer == null ? null : offer.message();
        if (shown != null && tx.can(shown.room(), Edits.class)) {
            effects.add(new Edit(
                    shown,
                    Cards.solved(question, answer, settings.zone()),
                    settings.language(shown.room()),
                    Qna.NAME + ":edit"));
        }
        return effects;
    }

    private static String tick(MessageId message) {
        return TICKS.getOrDefault(message.room().platform().value(), TICK);
    }

    /** It was about something else: it goes again. */
    Optional<Effect> wrong(Tx tx, Offer offer) {
        offers.becomes(tx.write(), offer.id(), Offer.State.NO);
        MessageId shown = offer.message();
        return shown == null || !tx.can(shown.room(), Deletes.class)
                ? Optional.empty()
                : Optional.of(new Delete(shown, Qna.NAME + ":delete"));
    }

    /** What the hub showed of a question stands nowhere any more. */
    List<Effect> takenBack(Tx tx, long question) {
        return gone(
                tx,
                offers.standing(tx.read(), question).stream()
                        .flatMap(offer -> Stream.ofNullable(offer.message()))
                        .toList());
    }

    /** What the hub asked in the rooms stands nowhere any more. */
    List<Effect> unasked(Tx tx, long question) {
        return gone(tx, questions.posts(tx.read(), question));
    }

    private static List<Effect> gone(Tx tx, List<MessageId> messages) {
        List<Effect> effects = new ArrayList<>();
        messages.stream()
                .filter(message -> tx.can(message.room(), Deletes.class))
                .forEach(message -> effects.add(new Delete(message, Qna.NAME + ":delete")));
        return effects;
    }
}
