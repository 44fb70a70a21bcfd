package lyceum.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import lyceum.kernel.live.CutOff;
import lyceum.kernel.live.Happened;
import lyceum.kernel.live.Reception.Heard;
import lyceum.kernel.live.Reception.Mark;
import lyceum.kernel.live.Reply;
import lyceum.kernel.live.Word;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The laws of what joins the hub with other processes, on a real Redis. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JointTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration SOON = Duration.ofSeconds(5);

    private RealRedis redis;
    private int database;
    private RedisBroadcast hub;
    private RedisReception process;

    @BeforeAll
    void start(@TempDir Path folder) {
        redis = new RealRedis(folder);
    }

    @AfterAll
    void stop() {
        redis.close();
    }

    /** Each test has a database of its own. */
    private String url() {
        return redis.url(database);
    }

    @BeforeEach
    void open() {
        database++;
        hub = RedisBroadcast.at(url());
        process = RedisReception.at(url());
        assertThat(process.about()).isEmpty();
        assertThat(hub.begin("a hub", 0, "about it")).isZero();
    }

    @AfterEach
    void close() {
        process.close();
        hub.close();
    }

    private static List<Happened> happened(long first, long last) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(number -> new Happened(number, "what happened " + number))
                .toList();
    }

    private List<Word> taken(boolean again, int count) {
        List<Word> words = new ArrayList<>(hub.take(again, AT_ONCE));
        await().atMost(SOON).until(() -> {
            if (words.size() < count) {
                words.addAll(hub.take(false, AT_ONCE));
            }
            return words.size() >= count;
        });
        return words;
    }

    @Test
    @DisplayName("What happened is heard in order, from wherever one goes on")
    void inOrder() {
        hub.publish(happened(3, 7), List.of());
        Heard first = process.hear(Mark.at(0), SOON);
        hub.publish(happened(9, 9), List.of());

        assertThat(first.records()).isEqualTo(happened(3, 7));
        assertThat(process.hear(first.next(), SOON).records()).isEqualTo(happened(9, 9));
        assertThat(process.after(6, 10))
                .containsExactly(happened(7, 7).getFirst(), happened(9, 9).getFirst());
        assertThat(process.newest(2))
                .containsExactly(happened(7, 7).getFirst(), happened(9, 9).getFirst());
    }

    @Test
    @DisplayName("A hub that comes back knows what was told, and can tell nothing twice")
    void nothingTwice() {
        hub.publish(happened(1, 5), List.of());

        assertThat(hub.begin("a hub", 8, "about it")).isEqualTo(5);
        assertThatThrownBy(() -> hub.publish(happened(5, 6), List.of())).isInstanceOf(CutOff.class);
        assertThat(hub.begin("a hub", 8, "about it")).isEqualTo(6);
        assertThat(process.after(0, 10)).isEqualTo(happened(1, 6));
    }

    @Test
    @DisplayName("Words that shall be read no more are gone, and the newest number stays known")
    void gone() {
        hub.publish(happened(1, 3), List.of());
        hub.publish(happened(4, 4), List.of(2L, 3L));
        hub.publish(List.of(), List.of(4L));

        assertThat(process.after(0, 10)).isEqualTo(happened(1, 1));
        assertThat(hub.begin("a hub", 9, "")).isEqualTo(4);
    }

    @Test
    @DisplayName("Records of another hub, or of a future that never was, go with their era")
    void eras() {
        hub.publish(happened(1, 5), List.of());
        String era = process.hear(Mark.at(5), AT_ONCE).era();

        assertThat(hub.begin("a hub", 3, "restored")).isZero();

        assertThat(process.newest(10)).isEmpty();
        assertThat(process.hear(Mark.at(0), AT_ONCE).era()).isNotEqualTo(era);
        assertThat(process.about().orElseThrow().text()).isEqualTo("restored");
        try (RedisBroadcast other = RedisBroadcast.at(url())) {
            assertThatThrownBy(() -> other.begin("another hub", 9, "")).hasMessageContaining("another hub");
        }
    }

    @Test
    @DisplayName("A word comes again until it is done with, also to a hub that started anew")
    void wordsComeAgain() {
        process.say("one");
        process.say("two");
        List<Word> words = taken(false, 2);
        hub.reply(List.of(new Reply(
                words.getFirst().process(), "heard one", words.getFirst().ticket())));

        try (RedisBroadcast anew = RedisBroadcast.at(url())) {
            anew.begin("a hub", 0, "");
            assertThat(anew.take(true, AT_ONCE)).extracting(Word::text).containsExactly("two");
            assertThat(anew.take(false, AT_ONCE)).isEmpty();
        }
        assertThat(process.hear(Mark.at(0), SOON).replies()).containsExactly("heard one");
    }

    @Test
    @DisplayName("A reply reaches its own process alone, a signal all")
    void whomItReaches() {
        process.say("one");
        Word word = taken(false, 1).getFirst();
        try (RedisReception other = RedisReception.at(url())) {
            hub.reply(List.of(
                    new Reply(word.process(), "yours", word.ticket()), new Reply(word.process(), null, word.ticket())));
            hub.signal(List.of("slow"));

            assertThat(other.hear(Mark.at(0), SOON).replies()).isEmpty();
            assertThat(other.hear(Mark.at(0), SOON).signals()).containsExactly("slow");
        }
        assertThat(process.hear(Mark.at(0), SOON).replies()).containsExactly("yours");
        assertThat(hub.take(true, AT_ONCE)).isEmpty();
    }

    @Test
    @DisplayName("What was told and said outlives a killed Redis, and what is said meanwhile comes later")
    void outlives() {
        hub.publish(happened(1, 5), List.of());
        process.say("before");
        List<Word> before = taken(false, 1);

        redis.kill();
        process.say("meanwhile");
        assertThatThrownBy(() -> hub.beat()).isInstanceOf(CutOff.class);
        assertThatThrownBy(() -> process.hear(Mark.at(0), AT_ONCE)).isInstanceOf(CutOff.class);
        redis.startAgain();

        assertThat(hub.begin("a hub", 5, "about it")).isEqualTo(5);
        assertThat(process.after(0, 10)).isEqualTo(happened(1, 5));
        assertThat(taken(true, 2)).extracting(Word::text).containsExactly("before", "meanwhile");
        assertThat(before).hasSize(1);
    }

    @Test
    @DisplayName("Whether the hub is there is known from its beat")
    void beats() {
        assertThat(process.hear(Mark.at(0), AT_ONCE).hub()).isTrue();
        await().atMost(Duration.ofSeconds(8))
                .until(() -> !process.hear(Mark.at(0), Duration.ofMillis(200)).hub());
        hub.beat();
        assertThat(process.hear(Mark.at(0), AT_ONCE).hub()).isTrue();
    }

    @Test
    @DisplayName("A process that hears is there, and one that has ended is silent")
    void silence() {
        process.hear(Mark.at(0), AT_ONCE);
        process.say("I am here");
        String here = taken(false, 1).getFirst().process();

        assertThat(hub.silent(List.of(here, "another"))).containsExactly("another");
        await().atMost(Duration.ofSeconds(15))
                .until(() -> hub.silent(List.of(here)).contains(here));
    }

    @Test
    @DisplayName("An address that is none is refused without being repeated")
    void addresses() {
        assertThatThrownBy(() -> RedisBroadcast.at("http://:secret@127.0.0.1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> RedisReception.at("redis://a b")).isInstanceOf(IllegalArgumentException.class);
    }
}
