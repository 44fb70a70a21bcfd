package lyceum.javacord;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Place.HearingBegan;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Inbox;
import org.javacord.api.entity.channel.Channel;
import org.javacord.api.entity.channel.ServerTextChannel;
import org.javacord.api.entity.channel.TextChannel;
import org.javacord.api.entity.message.Message;
import org.javacord.api.entity.message.MessageSet;
import org.javacord.api.entity.server.Server;
import org.javacord.api.entity.user.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what was said in a guild's channels while nobody listened. Blocks; throws where Discord does not answer. */
final class History {
    private static final Logger LOG = LoggerFactory.getLogger(History.class);
    private static final int PAGE = 100;
    private static final String NOTHING_SAID = "0";

    private final Inbox inbox;
    private final Reading reading;
    private final Hearing hearing;
    private final Map<Long, Optional<User>> members = new ConcurrentHashMap<>();

    History(Inbox inbox, Reading reading, Hearing hearing) {
        this.inbox = inbox;
        this.reading = reading;
        this.hearing = hearing;
    }

    /** Brings the messages after the newest that is known of each channel, in order, and the edits of the hundred before it. */
    void read(Server server, Gate gate) {
        members.clear();
        List<TextChannel> channels = readable(server).toList();
        mark(channels);
        for (TextChannel channel : channels) {
            gate.pass(new RoomChanged(Ids.room(channel.getId()), name(channel)));
            known(channel).ifPresent(newest -> bring(channel, Ids.number(newest.value()), gate));
        }
    }

    /** The messages after {@code after}, or the newest hundred where that is 0, in order. */
    static List<Message> since(TextChannel channel, long after) {
        if (after == 0) {
            return List.copyOf(channel.getMessages(PAGE).join());
        }
        try (Stream<Message> all = channel.getMessagesAfterAsStream(after)) {
            return all.toList();
        }
    }

    private void bring(TextChannel channel, long newest, Gate gate) {
        MessageSet recent = channel.getMessages(PAGE).join();
        for (Message message : recent) {
            if (Long.compareUnsigned(message.getId(), newest) <= 0) {
                message.getLastEditTimestamp()
                        .ifPresent(at -> pass(message, each -> reading.edited(each, member(each), at), gate));
            }
        }
        boolean reaches =
                recent.size() < PAGE || Long.compareUnsigned(recent.first().getId(), newest) <= 0;
        List<Message> missed = reaches ? List.copyOf(recent) : since(channel, newest);
        missed.stream()
                .filter(message -> Long.compareUnsigned(message.getId(), newest) > 0)
                .forEach(message -> pass(message, each -> reading.posted(each, member(each)), gate));
    }

    private void pass(Message message, Function<Message, Event> as, Gate gate) {
        if (hearing.hears(message)) {
            gate.pass(as.apply(message));
        }
    }

    /** A message of the history does not say which roles its author has. */
    private Optional<User> member(Message message) {
        Server server = message.getServer().orElse(null);
        return server == null || message.getAuthor().isWebhook()
                ? Optional.empty()
                : members.computeIfAbsent(message.getAuthor().getId(), id -> asked(server, id));
    }

    /** Empty for who has left meanwhile. */
    private static Optional<User> asked(Server server, long user) {
        try {
            return Optional.of(server.requestMember(user).join());
        } catch (CompletionException e) {
            LOG.debug("account {} is no member any more", user, e);
            return Optional.empty();
        }
    }

    /** What nothing is known of is heard from now on; blocks until that is durable. */
    private void mark(List<TextChannel> channels) {
        List<MessageId> fresh = channels.stream()
                .filter(channel -> known(channel).isEmpty())
                .map(channel -> new MessageId(Ids.room(channel.getId()), newest(channel)))
                .toList();
        if (!fresh.isEmpty()) {
            inbox.accept(new HearingBegan(fresh)).join();
        }
    }

    private static String newest(TextChannel channel) {
        return channel.getMessages(1)
                .join()
                .getNewestMessage()
                .map(Message::getIdAsString)
                .orElse(NOTHING_SAID);
    }

    private Optional<MessageId> known(TextChannel channel) {
        return inbox.newest(Ids.room(channel.getId()));
    }

    private Stream<TextChannel> readable(Server server) {
        return server.getChannels().stream()
                .filter(channel -> hearing.hears(channel.getId()))
                .map(Channel::asTextChannel)
                .flatMap(Optional::stream)
                .filter(channel -> {
                    boolean open = channel.canYouReadMessageHistory();
                    if (!open) {
                        LOG.warn(
                                "channel {} has no history for the bot: give it Read Message History", channel.getId());
                    }
                    return open;
                });
    }

    private static String name(TextChannel channel) {
        return channel.asServerTextChannel().map(ServerTextChannel::getName).orElse(channel.getIdAsString());
    }
}
