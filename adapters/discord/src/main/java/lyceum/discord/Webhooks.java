package lyceum.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.platform.Outcome;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;

/** The hub's webhook of each channel: found among those there are, or made once. Any thread. */
final class Webhooks {
    private static final String NAME = "Lyceum";

    private final Rest rest;
    private final House house;
    private final Own own;
    private final Map<String, Webhook> known = new ConcurrentHashMap<>();

    Webhooks(Rest rest, House house, Own own) {
        this.rest = rest;
        this.house = house;
        this.own = own;
    }

    /**
     * A webhook as it serves one room.
     *
     * @param thread the thread of its channel that the room is, or empty
     */
    record Webhook(String id, String token, String thread) {
        /** Where to post; with the message and its id in the answer. */
        String post() {
            return "/webhooks/" + id + "/" + token + "?wait=true" + (thread.isEmpty() ? "" : "&thread_id=" + thread);
        }

        /** Where a message that it wrote is changed. */
        String message(String message) {
            return "/webhooks/" + id + "/" + token + "/messages/" + message
                    + (thread.isEmpty() ? "" : "?thread_id=" + thread);
        }

        @Override
        public String toString() {
            return "Webhook[" + id + "]";
        }
    }

    /** Learns which webhooks of a guild are ours, before anything that they wrote is read. */
    void learn(String guild) {
        Answer answer = rest.insist(Call.get("/guilds/" + guild + "/webhooks"));
        if (answer.again()) {
            throw new UncheckedIOException(new IOException("Discord answered " + answer.status()));
        }
        if (answer.ok()) {
            answer.array().stream(DataArray::getObject).filter(this::ours).forEach(this::keep);
        }
    }

    /** Does something with the channel's webhook, or says why there is none. */
    Outcome with(String room, Function<Webhook, Outcome> action) {
        String thread = house.channel(room).map(House.Channel::parent).isPresent() ? room : "";
        String channel = house.channel(room).map(House.Channel::parent).orElse(room);
        if (!known.containsKey(channel)) {
            Outcome found = find(channel);
            if (!(found instanceof Outcome.Done)) {
                return found;
            }
        }
        Webhook webhook = known.get(channel);
        return webhook == null
                ? new Outcome.Later(Duration.ZERO, Phrase.of("discord.webhook-gone"))
                : action.apply(new Webhook(webhook.id(), webhook.token(), thread));
    }

    /** The webhook that a room has already, if it is known. */
    Optional<Webhook> existing(String room) {
        String parent = house.channel(room).map(House.Channel::parent).orElse(null);
        Webhook webhook = known.get(parent == null ? room : parent);
        return Optional.ofNullable(webhook)
                .map(found -> new Webhook(found.id(), found.token(), parent == null ? "" : room));
    }

    /** Somebody deleted it: the next post finds or makes another. */
    void forget(Webhook gone) {
        known.values().removeIf(webhook -> webhook.id().equals(gone.id()));
    }

    private synchronized Outcome find(String channel) {
        if (known.containsKey(channel)) {
            return Outcome.Done.of();
        }
        Answer listed = rest.send(Call.get("/channels/" + channel + "/webhooks"));
        if (!listed.ok()) {
            return refused(listed);
        }
        listed.array().stream(DataArray::getObject).filter(this::ours).forEach(this::keep);
        if (known.containsKey(channel)) {
            return Outcome.Done.of();
        }
        Answer made = rest.send(Call.of(
                        "POST",
                        "/channels/" + channel + "/webhooks",
                        DataObject.empty().put("name", NAME))
                .onlyOnce());
        if (made.ok()) {
            keep(made.object());
        }
        return refused(made);
    }

    private static Outcome refused(Answer answer) {
        return Outcomes.spoken(answer, Outcomes.of(answer), "discord.give-webhooks");
    }

    private boolean ours(DataObject webhook) {
        boolean made = own.application().equals(webhook.getString("application_id", "-"))
                || webhook.optObject("user")
                        .filter(user -> user.getString("id").equals(own.bot()))
                        .isPresent();
        return made && NAME.equals(webhook.getString("name", "")) && !webhook.isNull("token");
    }

    private void keep(DataObject webhook) {
        String id = webhook.getString("id");
        own.owns(id);
        known.putIfAbsent(webhook.getString("channel_id"), new Webhook(id, webhook.getString("token"), ""));
    }
}
