package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Schedule;
import lyceum.kernel.effect.Schedule.Slot;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.kernel.platform.Schedules;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms that have a list of what is coming up. */
public interface SchedulesContract extends OnStage {
    /** The list as people see it. */
    Noticed noticed();

    /** What is coming up, as seen and changed by people on the platform itself. */
    interface Noticed {
        List<Coming> all();

        void rename(String id, String title);

        void remove(String id);

        /** The next date that the hub puts there stands, and the hub never hears so. */
        void losesNextAnswer();

        /** Puts there something that is not the hub's; answers its id. */
        String add(String title, Instant starts);
    }

    /** One date on the list. */
    record Coming(String id, String title, Instant starts, Instant ends) {}

    @Test
    @DisplayName("What is wanted stands on the list once, however often it is asked for, and after a restart")
    default void whatIsWantedStandsOnce() throws PlatformRefused {
        Slot graphs = slot("Graphs", 1);
        Slot heaps = slot("Heaps", 2);

        keeps(graphs, heaps);
        List<Coming> before = noticed().all();
        keeps(graphs, heaps);
        scene().leave();
        scene().comeBack();
        keeps(heaps, graphs);

        assertThat(before).extracting(Coming::title).contains(graphs.title(), heaps.title());
        assertThat(noticed().all()).isEqualTo(before);
    }

    @Test
    @DisplayName("A date that is moved or renamed changes where it stands, and one that is cancelled goes")
    default void theListFollows() {
        Slot tries = slot("Tries", 3);
        Slot sets = slot("Sets", 4);
        keeps(tries, sets);
        String id = the(tries.title()).id();
        Instant later = tries.starts().plus(Duration.ofDays(1));

        Slot moved = new Slot(
                tries.key(),
                scene().fresh("More tries"),
                tries.words(),
                tries.place(),
                later,
                later.plusSeconds(1_800));
        keeps(moved);

        assertThat(the(moved.title())).isEqualTo(new Coming(id, moved.title(), later, later.plusSeconds(1_800)));
        assertThat(noticed().all()).extracting(Coming::title).doesNotContain(sets.title(), tries.title());
    }

    @Test
    @DisplayName("What somebody changed or took away by hand is put right, and what is not the hub's is left alone")
    default void aHandIsPutRight() {
        String others = scene().fresh("Game night");
        noticed().add(others, soon().plus(Duration.ofDays(9)));
        Slot queues = slot("Queues", 5);
        Slot stacks = slot("Stacks", 6);
        keeps(queues, stacks);
        String id = the(queues.title()).id();

        noticed().rename(id, "cancelled!!");
        noticed().remove(the(stacks.title()).id());
        keeps(queues, stacks);

        assertThat(the(queues.title()).id()).isEqualTo(id);
        assertThat(noticed().all()).extracting(Coming::title).contains(others, stacks.title());
        keeps();
        assertThat(noticed().all())
                .extracting(Coming::title)
                .contains(others)
                .doesNotContain(queues.title(), stacks.title());
    }

    @Test
    @DisplayName("An answer that was lost makes nothing twice")
    default void aLostAnswerMakesNothingTwice() {
        Slot sorting = slot("Sorting", 7);
        noticed().losesNextAnswer();

        keeps(sorting);

        assertThat(noticed().all()).extracting(Coming::title).containsOnlyOnce(sorting.title());
    }

    @Test
    @DisplayName("A date that has begun is not put on the list any more")
    default void whatHasBegunIsNotPutThere() {
        Slot early = slot("Early", 0);

        keeps(early);

        assertThat(noticed().all()).extracting(Coming::title).doesNotContain(early.title());
    }

    @Test
    @DisplayName("Words that are too long are cut, and never in the middle of a character")
    default void longWordsAreCut() {
        Slot plain = slot("Long", 8);
        Slot slot = new Slot(
                plain.key(),
                "📚".repeat(80),
                Text.of("知".repeat(3_000)),
                "📍".repeat(90),
                plain.starts(),
                plain.ends());

        keeps(slot);

        assertThat(noticed().all()).extracting(Coming::title).contains("📚".repeat(50));
    }

    @Test
    @DisplayName("Without the right to it the refusal names the click that gives it")
    default void aMissingRightIsTold() {
        scene().stage().suffer(Fault.NO_PERMISSION, 1);

        Outcome outcome = scene().as(Schedules.class).schedule(schedule(slot("Refused", 9)));

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(Phrases.english(refused.reason())).contains("Events"));
    }

    private Coming the(String title) {
        return noticed().all().stream()
                .filter(coming -> coming.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private Instant soon() {
        return scene().stage().now().truncatedTo(ChronoUnit.SECONDS);
    }

    private Slot slot(String title, int days) {
        Instant starts = soon().plus(Duration.ofDays(days));
        String named = scene().fresh(title);
        return new Slot(
                named.replace(' ', '@'), named, Text.of("Bring paper"), "Stream", starts, starts.plusSeconds(3_600));
    }

    private Schedule schedule(Slot... slots) {
        return new Schedule(scene().room(), List.of(slots), Language.EN, "contract:");
    }

    private void keeps(Slot... slots) {
        scene().insist(platform -> ((Schedules) platform).schedule(schedule(slots)));
    }
}
