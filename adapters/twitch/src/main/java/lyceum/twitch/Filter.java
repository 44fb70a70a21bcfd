package lyceum.twitch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.platform.Outcome;

/** Twitch's own filter, as whoever may hear what it holds decides about it. */
final class Filter {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Helix helix;
    private final Self self;

    /** @param helix with the token of {@code self} */
    Filter(Helix helix, Self self) {
        this.helix = helix;
        this.self = self;
    }

    Outcome decide(DecideHold decision) {
        ObjectNode body = Helix.JSON
                .createObjectNode()
                .put("user_id", self.id())
                .put("msg_id", decision.message().value())
                .put("action", decision.pass() ? "ALLOW" : "DENY");
        return switch (helix.post("/moderation/automod/message", body)) {
            case Reply.Ok _ -> Outcome.Done.of();
            case Reply.No no when no.status() == 429 -> new Outcome.Later(no.pause(), Phrase.of("twitch.asks-to-wait"));
            case Reply.No no -> new Outcome.Refused(Words.refused(no));
            case Reply.Unsent(Say why) -> new Outcome.Later(SOON, why);
            case Reply.Lost(int _, Say why) -> new Outcome.Later(SOON, why);
        };
    }
}
