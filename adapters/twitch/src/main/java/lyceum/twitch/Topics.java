package lyceum.twitch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Phrase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The kinds of events that the hub asks EventSub for, as far as the token may hear of them. */
final class Topics {
    private static final Logger LOG = LoggerFactory.getLogger(Topics.class);
    private static final String SUBSCRIPTIONS = "channel:read:subscriptions";
    private static final String AUTOMOD = "moderator:manage:automod";
    private static final List<Topic> ALL = List.of(
            new Topic("stream.online", "1", "", false),
            new Topic("stream.offline", "1", "", false),
            new Topic("channel.subscribe", "1", SUBSCRIPTIONS, false),
            new Topic("channel.subscription.gift", "1", SUBSCRIPTIONS, false),
            new Topic("channel.subscription.message", "1", SUBSCRIPTIONS, false),
            new Topic("channel.subscription.end", "1", SUBSCRIPTIONS, false),
            new Topic("channel.cheer", "1", "bits:read", false),
            new Topic("automod.message.hold", "2", AUTOMOD, true),
            new Topic("automod.message.update", "2", AUTOMOD, true));

    private final Helix helix;
    private final Self self;
    private final String broadcaster;
    private final Pulse pulse;

    Topics(Helix helix, Self self, String broadcaster, Pulse pulse) {
        this.helix = helix;
        this.self = self;
        this.broadcaster = broadcaster;
        this.pulse = pulse;
    }

    /**
     * One kind.
     *
     * @param scope without which Twitch does not tell it; empty where everybody may hear it
     * @param moderated whether the condition names the moderator who hears it
     */
    private record Topic(String type, String version, String scope, boolean moderated) {}

    /** Blocks while it asks for everything; what is refused stands in the health. */
    void subscribe(String session) {
        List<String> missing = new ArrayList<>();
        for (Topic topic : ALL) {
            boolean may = topic.scope().isEmpty() || self.may(topic.scope());
            if (!may || !subscribed(topic, session)) {
                missing.add(topic.type());
            }
        }
        pulse.note("eventsub-ended", null);
        pulse.note("eventsub", missing.isEmpty() ? null : Phrase.of("twitch.not-told", String.join(", ", missing)));
    }

    /** Twitch has ended a subscription by itself; why is Twitch's own word for it. */
    void ended(String type, String why) {
        LOG.warn("twitch: no more of {}: {}", type, why);
        pulse.note("eventsub-ended", Phrase.of("twitch.topic-ended", type, why));
    }

    private boolean subscribed(Topic topic, String session) {
        ObjectNode body =
                Helix.JSON.createObjectNode().put("type", topic.type()).put("version", topic.version());
        ObjectNode condition = body.putObject("condition").put("broadcaster_user_id", broadcaster);
        if (topic.moderated()) {
            condition.put("moderator_user_id", self.id());
        }
        body.putObject("transport").put("method", "websocket").put("session_id", session);
        Reply reply = helix.post("/eventsub/subscriptions", body);
        if (reply instanceof Reply.Lost || reply instanceof Reply.Unsent) {
            reply = helix.post("/eventsub/subscriptions", body);
        }
        boolean done = reply instanceof Reply.Ok || (reply instanceof Reply.No no && no.status() == 409);
        if (!done) {
            LOG.warn("twitch: no subscription to {}", topic.type());
        }
        return done;
    }
}
