package lyceum.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Consumer;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.Money.TipReceived;
import lyceum.kernel.event.Place.NativeHold;
import lyceum.kernel.event.Place.StreamChanged;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/** Reads what EventSub tells. What was given is told once its giver is known, a moment later. */
final class Notifications {
    private final Ids ids;
    private final String broadcaster;
    private final Gifts gifts;
    private final InstantSource clock;

    Notifications(Ids ids, String broadcaster, Gifts gifts, InstantSource clock) {
        this.ids = ids;
        this.broadcaster = broadcaster;
        this.gifts = gifts;
        this.clock = clock;
    }

    /** Tells nothing where nobody is named, or the hub does not listen to its kind. */
    void read(JsonNode frame, Consumer<Event> told) {
        JsonNode event = frame.path("payload").path("event");
        Event read = event(frame, event);
        if (read instanceof SubscriptionChanged got && event.path("is_gift").asBoolean(false) && got.active()) {
            var _ = gifts.giver(got.speaker().id().value(), got.tier())
                    .thenAccept(giver ->
                            told.accept(giver.<Event>map(who -> given(got, who)).orElse(got)));
        } else if (read != null) {
            told.accept(read);
        }
    }

    private static SubscriptionChanged given(SubscriptionChanged got, Speaker giver) {
        return new SubscriptionChanged(got.key(), got.speaker(), got.room(), got.tier(), got.active(), giver, got.at());
    }

    private @Nullable Event event(JsonNode frame, JsonNode event) {
        JsonNode metadata = frame.path("metadata");
        Key key = Ids.key("eventsub-" + metadata.path("message_id").asText(), "");
        Instant at = at(metadata.path("message_timestamp").asText());
        return switch (metadata.path("subscription_type").asText()) {
            case "stream.online" -> new StreamChanged(key, ids.room(), true, at);
            case "stream.offline" -> new StreamChanged(key, ids.room(), false, at);
            case "channel.subscribe", "channel.subscription.message" -> subscription(key, event, true, at);
            case "channel.subscription.end" -> subscription(key, event, false, at);
            case "channel.subscription.gift" -> gave(event);
            case "channel.cheer" -> tip(key, event, at);
            case "automod.message.hold" -> held(key, event, at);
            case "automod.message.update" -> thrownAway(key, event);
            default -> null;
        };
    }

    private @Nullable Event subscription(Key key, JsonNode event, boolean active, Instant at) {
        Speaker speaker = speaker(event);
        String tier = event.path("tier").asText();
        return speaker == null ? null : new SubscriptionChanged(key, speaker, ids.room(), tier, active, null, at);
    }

    private @Nullable Event gave(JsonNode event) {
        boolean unknown = event.path("is_anonymous").asBoolean(false);
        gifts.given(
                unknown ? Optional.empty() : Optional.ofNullable(speaker(event)),
                event.path("tier").asText(),
                event.path("total").asInt(1));
        return null;
    }

    private @Nullable Event tip(Key key, JsonNode event, Instant at) {
        Speaker speaker = speaker(event);
        return speaker == null
                ? null
                : new TipReceived(
                        key,
                        speaker,
                        ids.room(),
                        event.path("bits").asLong(),
                        "bits",
                        event.path("message").asText(""),
                        at);
    }

    private @Nullable Event held(Key key, JsonNode event, Instant at) {
        Speaker speaker = speaker(event);
        String message = event.path("message_id").asText("");
        return speaker == null || message.isEmpty()
                ? null
                : new NativeHold(
                        key,
                        ids.room(),
                        ids.message(message),
                        speaker,
                        Text.of(event.path("message").path("text").asText("")),
                        at);
    }

    /** What was held and let through is heard in the chat; what was not, is gone. */
    private @Nullable Event thrownAway(Key key, JsonNode event) {
        String message = event.path("message_id").asText("");
        boolean passed = event.path("status").asText().equalsIgnoreCase("approved");
        return message.isEmpty() || passed ? null : new MessageDeleted(key, ids.message(message));
    }

    /** Null where the person chose to stay unknown. */
    private @Nullable Speaker speaker(JsonNode event) {
        String id = event.path("user_id").asText("");
        String name = event.path("user_name").asText(event.path("user_login").asText(""));
        Standing standing = id.equals(broadcaster) ? Standing.CREATOR : Standing.FAN;
        return id.isEmpty() || id.equals("null") || name.isEmpty()
                ? null
                : new Speaker(Ids.author(id), name, null, standing, false, null);
    }

    private Instant at(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }
}
