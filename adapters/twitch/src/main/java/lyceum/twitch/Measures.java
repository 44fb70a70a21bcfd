package lyceum.twitch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.platform.Outcome;

/** Keeps people from speaking in a channel. Twitch can put nobody out: a kick there is a second of silence, which clears their lines. */
final class Measures {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration SAME_TOKEN = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofDays(14);

    private final Helix helix;
    private final Pacing pacing;
    private final InstantSource clock;

    Measures(Helix helix, Pacing pacing, InstantSource clock) {
        this.helix = helix;
        this.pacing = pacing;
        this.clock = clock;
    }

    Outcome restrict(Place place, Restrict restrict) {
        Duration wait = pacing.silence();
        if (!wait.isZero()) {
            return new Outcome.Later(wait, Phrase.of("twitch.asks-to-wait"));
        }
        Map<String, String> here = Map.of(
                "broadcaster_id",
                place.broadcaster(),
                "moderator_id",
                place.self().id());
        String user = restrict.account().value();
        return switch (restrict.measure()) {
            case FREE -> outcome(helix.delete("/moderation/bans", with(here, user)));
            case BAN -> ban(here, user, 0);
            case KICK -> ban(here, user, 1);
            case SILENCE -> ban(here, user, seconds(restrict));
        };
    }

    private Outcome ban(Map<String, String> here, String user, long seconds) {
        ObjectNode body = Helix.JSON.createObjectNode();
        ObjectNode data = body.putObject("data").put("user_id", user);
        if (seconds > 0) {
            data.put("duration", seconds);
        }
        return outcome(helix.post("/moderation/bans", here, body));
    }

    private static Map<String, String> with(Map<String, String> here, String user) {
        return Map.of(
                "broadcaster_id",
                here.get("broadcaster_id"),
                "moderator_id",
                here.get("moderator_id"),
                "user_id",
                user);
    }

    private long seconds(Restrict restrict) {
        Duration asked = restrict.until() == null ? LONGEST : Duration.between(clock.instant(), restrict.until());
        return Math.clamp(asked.toSeconds(), 1, LONGEST.toSeconds());
    }

    private Outcome outcome(Reply reply) {
        return switch (reply) {
            case Reply.Ok _ -> Outcome.Done.of();
            case Reply.No no
            when no.words().contains("is not banned") || no.words().contains("already banned") -> Outcome.Done.of();
            case Reply.No no
            when no.status() == 429 -> {
                pacing.silence(no.pause());
                yield new Outcome.Later(no.pause(), Phrase.of("twitch.asks-to-wait"));
            }
            case Reply.No no when no.status() == 401 -> new Outcome.Later(SAME_TOKEN, Words.refused(no));
            case Reply.No no -> new Outcome.Refused(Words.refused(no));
            case Reply.Unsent(Say why) -> new Outcome.Later(SOON, why);
            case Reply.Lost(int _, Say why) -> new Outcome.Later(SOON, why);
        };
    }
}
