package lyceum.javacord;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.platform.Outcome;
import org.javacord.api.DiscordApi;
import org.javacord.api.entity.channel.ServerTextChannel;
import org.javacord.api.entity.server.Server;
import org.javacord.api.entity.webhook.IncomingWebhook;
import org.javacord.api.entity.webhook.WebhookBuilder;

/** The hub's webhook of each channel: found among those there are, or made once. Any thread. */
final class Webhooks {
    private static final String NAME = "Lyceum";

    private final Requests requests;
    private final Map<Long, IncomingWebhook> known = new ConcurrentHashMap<>();
    private final Set<Long> ours = ConcurrentHashMap.newKeySet();

    Webhooks(Requests requests) {
        this.requests = requests;
    }

    boolean wrote(long webhook) {
        return ours.contains(webhook);
    }

    /** Learns which webhooks of a guild are ours, before anything that they wrote is read. */
    void learn(Server server) {
        requests.outcome(
                server.getIncomingWebhooks(),
                all -> {
                    all.stream().filter(Webhooks::isOurs).forEach(this::keep);
                    return Outcome.Done.of();
                },
                Refusals::say);
    }

    /** Does something with the channel's webhook, or says why there is none. */
    Outcome with(DiscordApi api, long channel, Function<IncomingWebhook, Outcome> action) {
        IncomingWebhook webhook = known.get(channel);
        if (webhook != null) {
            return action.apply(webhook);
        }
        Optional<ServerTextChannel> place = api.getServerTextChannelById(channel);
        if (place.isEmpty()) {
            return new Outcome.Refused(Phrase.of("discord.no-voices-in-threads"));
        }
        Outcome found = find(place.get());
        return found instanceof Outcome.Done ? with(api, channel, action) : found;
    }

    /** The webhook that a channel has already, if it is known. */
    Optional<IncomingWebhook> existing(long channel) {
        return Optional.ofNullable(known.get(channel));
    }

    /** Somebody deleted it: the next post finds or makes another. */
    void forget(IncomingWebhook gone) {
        known.values().removeIf(webhook -> webhook.getId() == gone.getId());
    }

    private synchronized Outcome find(ServerTextChannel channel) {
        if (known.containsKey(channel.getId())) {
            return Outcome.Done.of();
        }
        Outcome listed = requests.outcome(
                channel.getIncomingWebhooks(),
                all -> {
                    all.stream().filter(Webhooks::isOurs).forEach(this::keep);
                    return Outcome.Done.of();
                },
                Refusals::say);
        if (!(listed instanceof Outcome.Done) || known.containsKey(channel.getId())) {
            return listed;
        }
        return requests.outcome(
                new WebhookBuilder(channel).setName(NAME).create(),
                made -> {
                    keep(made);
                    return Outcome.Done.of();
                },
                Refusals::say);
    }

    private static boolean isOurs(IncomingWebhook webhook) {
        boolean made = webhook.getCreator()
                .filter(creator ->
                        creator.getId() == webhook.getApi().getYourself().getId())
                .isPresent();
        return made && webhook.getName().filter(NAME::equals).isPresent();
    }

    private void keep(IncomingWebhook webhook) {
        ours.add(webhook.getId());
        known.putIfAbsent(webhook.getChannelId(), webhook);
    }
}
