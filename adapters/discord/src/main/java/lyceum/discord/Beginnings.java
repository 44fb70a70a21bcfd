package lyceum.discord;

import java.util.List;
import java.util.Optional;
import lyceum.kernel.event.Place.HearingBegan;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Inbox;

/**
 * Where each channel of a new session is read from. Channels that the inbox knows nothing of get a durable mark before anything in
 * them passes: a process that dies before it heard a word would else leave the next one to believe that nothing was missed.
 */
final class Beginnings {
    private final Inbox inbox;
    private final List<MessageId> fresh;

    /**
     * @param channels those that are heard
     * @param restricted whether the settings name the channels that are heard, so that an old one may be new to the inbox
     */
    Beginnings(Inbox inbox, List<House.Channel> channels, boolean restricted) {
        this.inbox = inbox;
        Optional<String> newestHeard = restricted
                ? Optional.empty()
                : channels.stream().flatMap(channel -> mark(channel).stream()).max(Ids::compare);
        this.fresh = channels.stream()
                .filter(channel -> mark(channel).isEmpty())
                .map(channel -> Ids.message(channel.id(), newestHeard.orElse(channel.newest())))
                .toList();
    }

    /**
     * Marks the channels of which nothing is known: a channel made, or a thread reopened, since the last session is heard from what
     * was said there after anything that was heard elsewhere; at the very first session, all are heard from now on. Blocks until
     * the marks are durable, together: half of them would look as if the other channels were made later.
     */
    void mark() {
        if (!fresh.isEmpty()) {
            inbox.accept(new HearingBegan(fresh)).join();
        }
    }

    /** The message after which a channel is to be read; empty where nothing stands there that could have been missed. Any thread. */
    Optional<String> unread(House.Channel channel) {
        return mark(channel)
                .filter(mark -> !fresh.contains(Ids.message(channel.id(), mark)) || Ids.after(channel.newest(), mark));
    }

    private Optional<String> mark(House.Channel channel) {
        return inbox.newest(Ids.room(channel.id())).map(MessageId::value);
    }
}
