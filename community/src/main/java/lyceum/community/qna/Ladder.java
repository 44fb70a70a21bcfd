package lyceum.community.qna;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lyceum.community.qna.Question.Answer;
import lyceum.community.qna.Question.State;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a question that nobody answers: what is like it is shown, then those are called who solved such things, and each morning
 * the moderators' rooms read what is still open. Lane's thread only.
 */
final class Ladder {
    static final String STEP = Qna.NAME + ":ladder:";
    static final String DIGEST = Qna.NAME + ":digest";

    private static final String SIMILAR = STEP + "similar:";
    private static final String HELPERS = STEP + "helpers:";
    private static final Duration SIMILAR_AFTER = Duration.ofMinutes(10);
    private static final Duration HELPERS_AFTER = Duration.ofMinutes(30);
    private static final int SHOWN = 3;
    private static final int CALLED = 3;
    private static final int IN_DIGEST = 10;
    private static final Duration DIGEST_FROM = Duration.ofHours(1);
    private static final Duration DIGEST_UNTIL = Duration.ofDays(14);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final QnaSettings settings;
    private final QuestionTable questions;

    Ladder(QnaSettings settings, QuestionTable questions) {
        this.settings = settings;
        this.questions = questions;
    }

    /**
     * The steps for a question that was asked of everybody.
     *
     * @param near what was found that may be like it, the likest first
     */
    List<Effect> begins(long question, List<Known> near, Instant now) {
        String found = near.stream()
                .map(known -> String.valueOf(known.question().id()))
                .limit(IN_DIGEST)
                .collect(Collectors.joining(","));
        return found.isEmpty()
                ? List.of()
                : List.of(
                        new SetTimer(SIMILAR + question, now.plus(SIMILAR_AFTER), found),
                        new SetTimer(HELPERS + question, now.plus(HELPERS_AFTER), found));
    }

    /** Asks to be woken in the morning; however often it is asked, once. */
    Effect daily(Instant now) {
        ZonedDateTime here = now.atZone(settings.zone());
        ZonedDateTime today = here.with(MORNING);
        return new SetTimer(DIGEST, (here.isBefore(today) ? today : today.plusDays(1)).toInstant(), "");
    }

    List<Effect> due(TimerFired fired, Tx tx) {
        if (fired.timer().equals(DIGEST)) {
            return digest(tx);
        }
        long id = Long.parseLong(fired.timer().substring(fired.timer().lastIndexOf(':') + 1));
        Optional<Question> waits = questions.find(tx.read(), id).filter(Ladder::waits);
        List<Question> near = Arrays.stream(fired.note().split(",", -1))
                .flatMap(each -> questions.find(tx.read(), Long.parseLong(each)).stream())
                .filter(each -> each.isShown(settings.careful()))
                .toList();
        if (waits.isEmpty() || near.isEmpty()) {
            return List.of();
        }
        return fired.timer().startsWith(SIMILAR) ? similar(waits.get(), near, tx) : call(waits.get(), near, tx);
    }

    private static boolean waits(Question question) {
        return question.state() == State.OPEN && question.likely().isEmpty();
    }

    private List<Effect> similar(Question waits, List<Question> near, Tx tx) {
        Document card = Cards.similar(waits, near.stream().limit(SHOWN).toList());
        return Topic.of(waits.line().text(), settings.careful()).isPresent()
                ? List.of()
                : everywhere(waits, tx, _ -> card);
    }

    /** Those who are there are mentioned, so that they hear of it; others are named. */
    private List<Effect> call(Question waits, List<Question> near, Tx tx) {
        Map<String, Line.Who> helpers = new LinkedHashMap<>();
        near.stream()
                .flatMap(each -> each.likely().stream())
                .filter(answer -> answer.accepted() > 0)
                .map(Answer::line)
                .map(Line::who)
                .filter(who -> !who.is(waits.line().who()))
                .forEach(who -> helpers.putIfAbsent(who.key(), who));
        List<Line.Who> called = helpers.values().stream().limit(CALLED).toList();
        return called.isEmpty() ? List.of() : everywhere(waits, tx, room -> Cards.call(waits, called, room));
    }

    /** What is said about a question stands below it, where the hub asked it. */
    private List<Effect> everywhere(Question waits, Tx tx, Function<RoomId, Document> words) {
        List<MessageId> asked = questions.posts(tx.read(), waits.id());
        List<Effect> posts = new ArrayList<>();
        for (RoomId room :
                settings.talk(waits.talk()).map(QnaSettings.Talk::rooms).orElse(List.of())) {
            @Nullable
            MessageId below = asked.stream()
                    .filter(message -> message.room().equals(room))
                    .findFirst()
                    .orElse(null);
            posts.add(new Post(room, words.apply(room), settings.language(room), null, below, Qna.NAME + ":ladder"));
        }
        return posts;
    }

    private List<Effect> digest(Tx tx) {
        Instant now = tx.now();
        List<Question> open = questions.waiting(tx.read(), now.minus(DIGEST_UNTIL), now.minus(DIGEST_FROM), IN_DIGEST);
        List<Effect> effects = new ArrayList<>(List.of(daily(now)));
        if (!open.isEmpty()) {
            for (RoomId room : settings.staff()) {
                effects.add(new Post(
                        room, Cards.digest(open, now), settings.language(room), null, null, Qna.NAME + ":digest"));
            }
        }
        return effects;
    }
}
