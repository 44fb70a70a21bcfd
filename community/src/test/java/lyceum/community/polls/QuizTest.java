package lyceum.community.polls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lyceum.community.Cast;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quizzes in three places, of which some are slower than others. */
class QuizTest {
    private static final String DISCORD = "discord:general";
    private static final List<String> ROOMS = List.of(DISCORD, "telegram:main", "twitch:ada");
    private static final int FANS = 36;

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private World world;

    @BeforeEach
    void open() {
        cast.has(1, "UTC", Language.EN, "discord:ada");
        for (int fan = 0; fan < FANS; fan++) {
            cast.has(10 + fan, "UTC", Language.EN, platform(fan) + ":fan" + fan);
        }
        Polls polls =
                new Polls(new PollsSettings(ROOMS.stream().map(RoomId::parse).toList(), Language.EN, Map.of()));
        world = World.open(
                folder, World.Cast.of(List.of(cast, polls), "hub", "polls").withStreamChat());
    }

    @AfterEach
    void close() {
        world.close();
    }

    private static String room(int fan) {
        return ROOMS.get(fan % ROOMS.size());
    }

    private static String platform(int fan) {
        return room(fan).substring(0, room(fan).indexOf(':'));
    }

    private String asks(String... more) {
        Map<String, String> given = new java.util.HashMap<>(
                Map.of("question", "7 * 8?", "options", "54 | 56 | 63", "answer", "56", "seconds", "20"));
        for (int i = 0; i < more.length; i += 2) {
            given.put(more[i], more[i + 1]);
        }
        return world.commands(DISCORD, "ada", "quiz-new", given);
    }

    private String answers(int fan, String choice) {
        return world.commands(room(fan), "fan" + fan, "vote", Map.of("choice", choice));
    }

    @Test
    void theFirstAnswerCountsAndTheResultNamesTheQuickest() {
        assertThat(asks()).isEqualTo("Quiz 1 is open in all rooms for 20 seconds.");
        world.passes(Duration.ofSeconds(2));
        answers(0, "56");
        String again = answers(0, "54");
        world.passes(Duration.ofSeconds(2));
        answers(1, "2");
        answers(3, "63");
        world.passes(Duration.ofSeconds(5));
        String open = world.room(DISCORD).getFirst();
        world.passes(Duration.ofSeconds(20));

        assertThat(again).isEqualTo("You have answered already: 7 * 8?");
        assertThat(world.room(DISCORD).getFirst())
                .contains("hidden until it closes")
                .contains("3 voted");
        assertThat(world.room(DISCORD).getLast())
                .contains("Right: 56. 2 of 3 knew it.")
                .contains("1. fan0: 950 points (2.0 s)")
                .contains("2. fan1: 900 points (4.0 s)");
    }

    @Test
    void theBoardAddsUpTheQuizzesOfAClass() {
        for (int quiz = 0; quiz < 2; quiz++) {
            asks();
            answers(0, "56");
            answers(1, quiz == 0 ? "56" : "54");
            world.passes(Duration.ofSeconds(25));
        }

        assertThat(world.room(DISCORD).getLast())
                .contains("The board after 2 quizzes")
                .contains("1. fan0: 2000 points in 2 quizzes");
        assertThat(world.commands(DISCORD, "fan0", "quiz-board", Map.of()))
                .contains("2. fan1: 1000 points in 2 quizzes");
    }

    /** The card reaches Telegram and stream chat 1.4 and 3 seconds late; everybody thinks for a time of their own once they see it. */
    @Test
    void whoSeesTheQuestionLaterIsNoWorseOff() {
        List<Duration> delays = List.of(Duration.ZERO, Duration.ofMillis(1_400), Duration.ofSeconds(3));
        for (int i = 1; i < ROOMS.size(); i++) {
            world.mishaps().holdUp(ROOMS.get(i), delays.get(i));
        }
        Random random = new Random(8);
        List<Long> thought = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int fan = 0; fan < FANS; fan++) {
            thought.add(500L + random.nextInt(9_000));
            order.add(fan);
        }
        asks();
        long now = 0;
        Comparator<Integer> when = Comparator.comparingLong(
                fan -> thought.get(fan) + delays.get(fan % ROOMS.size()).toMillis());
        for (int fan : order.stream().sorted(when).toList()) {
            long at = thought.get(fan) + delays.get(fan % ROOMS.size()).toMillis();
            world.passes(Duration.ofMillis(at - now));
            now = at;
            answers(fan, "56");
        }

        List<Integer> truth =
                order.stream().sorted(Comparator.comparing(thought::get)).toList();
        double corrected = correlation(truth, orderedBy("took"));
        double uncorrected = correlation(truth, orderedBy("raw"));
        System.out.printf(
                "quiz.corrected %.3f correlation%nquiz.uncorrected %.3f correlation%n", corrected, uncorrected);
        assertThat(corrected).isGreaterThanOrEqualTo(0.98);
        assertThat(uncorrected).isLessThan(corrected);
    }

    private List<Integer> orderedBy(String column) {
        return world.reads("select name from polls_ballot order by " + column).stream()
                .map(name -> Integer.valueOf(name.substring("fan".length())))
                .toList();
    }

    /** Spearman's, of two orders of the same without ties. */
    private static double correlation(List<Integer> one, List<Integer> other) {
        double squares = 0;
        for (int fan : one) {
            double apart = one.indexOf(fan) - other.indexOf(fan);
            squares += apart * apart;
        }
        double n = one.size();
        return 1 - 6 * squares / (n * (n * n - 1));
    }
}
