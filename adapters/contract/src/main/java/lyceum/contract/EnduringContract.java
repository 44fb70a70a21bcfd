package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.platform.PlatformRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Laws of every platform: faults and absences lose nothing. */
public interface EnduringContract extends OnStage {
    @Test
    @DisplayName("A post that meets too many requests stands once after a later try")
    default void tooManyRequestsLoseNothing() {
        String words = scene().fresh("patience");
        scene().stage().suffer(Fault.TOO_MANY_REQUESTS, 1);

        scene().deliver(scene().post(Document.of(Text.of(words)), new Voice("bob", null)));

        scene().stands(words);
    }

    @Test
    @DisplayName("A post that meets a failing server stands once after a later try")
    default void aServerErrorLosesNothing() {
        String words = scene().fresh("persistence");
        scene().stage().suffer(Fault.SERVER_ERROR, 2);

        scene().deliver(scene().post(Text.of(words)));

        scene().stands(words);
    }

    @Test
    @DisplayName("A frame that comes twice has the same key twice")
    default void aRepeatedFrameHasTheSameKey() {
        String words = scene().fresh("twice");
        scene().stage().suffer(Fault.DUPLICATE, 1);

        scene().stage().say("ann", words);
        scene().stage().say("ann", words + " after");

        scene().ears().hear(words + " after");
        assertThat(scene().ears().words(words)).containsExactly(words, words + " after");
    }

    @Test
    @DisplayName("What is said while the connection is broken is brought, in order")
    default void aBrokenConnectionLosesNothing() {
        String words = scene().fresh("tunnel");
        List<String> said =
                IntStream.range(0, 10).mapToObj(i -> words + " line " + i).toList();
        scene().stage().suffer(Fault.DISCONNECT, 1);

        said.forEach(line -> scene().stage().say("bob", line));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scene().ears().words(words)).isEqualTo(said));
    }

    @Test
    @DisplayName("What is said while the hub is away is brought when it comes back, in order and before what follows")
    default void whatIsSaidWhileTheHubIsAwayIsBrought() throws PlatformRefused {
        String words = scene().fresh("holiday");
        List<String> said =
                IntStream.range(0, 130).mapToObj(i -> words + " line " + i).toList();
        scene().leave();

        said.subList(0, 120).forEach(line -> scene().stage().say("bob", line));
        scene().comeBack();
        said.subList(120, 130).forEach(line -> scene().stage().say("bob", line));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(scene().ears().words(words)).isEqualTo(said));
    }

    @Test
    @DisplayName("A platform that is connected says so")
    default void aConnectedPlatformIsUp() {
        assertThat(scene().platform().health().up()).isTrue();
    }
}
