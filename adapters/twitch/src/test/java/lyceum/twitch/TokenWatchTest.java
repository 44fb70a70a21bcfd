package lyceum.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import org.junit.jupiter.api.Test;

/** What the health says of a token. */
class TokenWatchTest {
    private final Pulse pulse = new Pulse();
    private Instant now = Instant.parse("2026-03-01T12:00:30Z");
    private Reply reply = expiresIn(1_000_000);
    private final TokenWatch bot = watch(TokenWatch.Whose.BOT);

    private TokenWatch watch(TokenWatch.Whose whose) {
        pulse.beats(Phrase.of("twitch.hearing", "ada"));
        return new TokenWatch(whose, new TokenWatch.Token(() -> reply, false), pulse, () -> now);
    }

    private static Reply expiresIn(long seconds) {
        return new Reply.Ok(Helix.JSON.createObjectNode().put("expires_in", seconds));
    }

    private static Reply refused() {
        return new Reply.No(401, "invalid access token", Duration.ZERO);
    }

    private String said() {
        return Phrases.english(pulse.health().detail());
    }

    @Test
    void aTokenThatHoldsIsNotTalkedAbout() {
        bot.check();
        reply = expiresIn(0);
        bot.check();

        assertThat(said()).isEqualTo("hearing #ada");
        assertThat(pulse.health().up()).isTrue();
    }

    @Test
    void anEndThatIsNearIsTold() {
        reply = expiresIn(86_400);
        bot.check();

        assertThat(said()).contains("the token of the bot's account ends at 2026-03-02T12:00:00Z");
        assertThat(pulse.health().up()).isTrue();
    }

    @Test
    void theEndOfOneThatIsRenewedIsNobodysConcern() {
        reply = expiresIn(3_600);
        new TokenWatch(TokenWatch.Whose.BOT, new TokenWatch.Token(() -> reply, true), pulse, () -> now).check();

        assertThat(said()).isEqualTo("hearing #ada");
    }

    @Test
    void aTokenThatWasTakenBackIsToldWithTheTime() {
        bot.check();
        reply = refused();
        bot.check();
        now = now.plusSeconds(7_200);
        bot.check();

        assertThat(said()).contains("was taken back", "make a new one");
        assertThat(pulse.health().up()).isFalse();
    }

    @Test
    void aTokenThatExpiredIsToldWithItsEnd() {
        reply = expiresIn(3_600);
        bot.check();
        now = now.plusSeconds(4_000);
        reply = refused();
        bot.check();

        assertThat(said()).contains("expired at 2026-03-01T13:00:00Z").doesNotContain("ends at");
    }

    @Test
    void withoutTheOwnersTokenTheTalkGoesOn() {
        reply = refused();
        watch(TokenWatch.Whose.OWNER).check();

        assertThat(said()).contains("the token of the channel's owner was taken back");
        assertThat(pulse.health().up()).isTrue();
    }

    @Test
    void whereNobodyAnswersNothingIsSaid() {
        reply = new Reply.Lost(503, Text.of("Twitch answers 503"));
        bot.check();

        assertThat(said()).isEqualTo("hearing #ada");
    }
}
