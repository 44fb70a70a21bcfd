package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.effect.Restrict.Measure;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.platform.Restricts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms where people can be kept from speaking. */
public interface RestrictsContract extends OnStage {
    @Test
    @DisplayName("Who is silenced cannot speak, and who is free again can")
    default void whoIsSilencedCannotSpeakUntilFree() {
        AuthorId account = heard("mallory");

        restrict(account, Measure.SILENCE);
        assertThatThrownBy(() -> scene().stage().say("mallory", "silenced")).isInstanceOf(AssertionError.class);

        restrict(account, Measure.FREE);
        assertThat(heard("mallory")).isEqualTo(account);
    }

    @Test
    @DisplayName("Who is banned cannot speak, and who is free again can; to do either twice is to do it once")
    default void whoIsBannedCannotSpeakUntilFree() {
        AuthorId account = heard("trudy");

        restrict(account, Measure.BAN);
        restrict(account, Measure.BAN);
        assertThatThrownBy(() -> scene().stage().say("trudy", "banned")).isInstanceOf(AssertionError.class);

        restrict(account, Measure.FREE);
        restrict(account, Measure.FREE);
        scene().stage().comeBack("trudy");
        assertThat(heard("trudy")).isEqualTo(account);
    }

    private AuthorId heard(String who) {
        String words = scene().fresh("here I am");
        scene().stage().say(who, words);
        return scene().ears().hear(words).speaker().id();
    }

    private void restrict(AuthorId account, Measure measure) {
        var until = measure == Measure.SILENCE ? scene().stage().now().plus(Duration.ofHours(1)) : null;
        scene().insist(platform ->
                ((Restricts) platform).restrict(new Restrict(account, scene().room(), measure, until, "contract:")));
    }
}
