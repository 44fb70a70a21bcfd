package lyceum.javacord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Outcome;
import org.javacord.api.DiscordApi;
import org.javacord.core.util.rest.RestEndpoint;
import org.javacord.core.util.rest.RestMethod;

/** Puts the hub's own emoji on messages. */
final class Reacting {
    private static final int UNKNOWN_EMOJI = 10014;
    private static final int TOO_MANY = 30010;
    private static final int BLOCKED = 90001;

    private final Requests requests;
    private final DiscordApi api;

    Reacting(Requests requests, DiscordApi api) {
        this.requests = requests;
        this.api = api;
    }

    Outcome react(React react) {
        for (String emoji : react.before()) {
            Outcome outcome = react.emojis().contains(emoji)
                    ? Outcome.Done.of()
                    : asked(RestMethod.DELETE, react.message(), emoji);
            if (!(outcome instanceof Outcome.Done)) {
                return outcome;
            }
        }
        for (String emoji : react.emojis()) {
            Outcome outcome =
                    react.before().contains(emoji) ? Outcome.Done.of() : asked(RestMethod.PUT, react.message(), emoji);
            if (!(outcome instanceof Outcome.Done)) {
                return outcome;
            }
        }
        return Outcome.Done.of();
    }

    /** What Discord does not take is left out. */
    private Outcome asked(RestMethod method, MessageId message, String emoji) {
        List<String> path = List.of(message.room().value(), message.value(), escaped(emoji), "@me");
        Requests.Ask ask = new Requests.Ask(method, RestEndpoint.REACTION, path, JsonNodeFactory.instance.objectNode());
        return requests.outcome(
                requests.ask(api, ask),
                refusal -> refusal.gone()
                                || refusal.code() == UNKNOWN_EMOJI
                                || refusal.code() == TOO_MANY
                                || refusal.code() == BLOCKED
                        ? Outcome.Done.of()
                        : Refusals.say(refusal));
    }

    /** An emoji may hold what an address reads as its end. */
    private static String escaped(String emoji) {
        return URLEncoder.encode(emoji, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
