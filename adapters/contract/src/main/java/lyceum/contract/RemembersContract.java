package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import lyceum.kernel.platform.PlatformRefused;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms that tell afterwards what was said while the hub was away. */
public interface RemembersContract extends OnStage {
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
}
