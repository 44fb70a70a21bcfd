package lyceum.discord;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
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
        boolean heardHere = !restricted
                && channels.stream().anyMatch(channel -> known(channel.id()).isPresent());
        this.fresh = channels.stream()
                .filter(channel -> known(channel.id()).isEmpty())
                .map(after(heardHere))
                .toList();
    }

    /** Blocks until all new marks are durable, together: half of them would look as if the other channels were made later. */
    void mark() {
        if (!fresh.isEmpty()) {
            inbox.accept(new HearingBegan(fresh)).join();
        }
    }

    /** The message after which a channel is to be read; empty where nothing stands there that could have been missed. Any thread. */
    Optional<String> unread(House.Channel channel) {
        MessageId last = Ids.message(channel.id(), channel.newest());
        Optional<String> mark = known(channel.id());
        boolean beganThere = fresh.contains(last) && mark.equals(Optional.of(last.value()));
        return beganThere ? Optional.empty() : mark;
    }

    /** What was made since the last session is heard from its first word; every other channel had a mark then, if it was heard. */
    private Function<House.Channel, MessageId> after(boolean heardHere) {
        return channel -> {
            String parent = channel.parent();
            boolean made = parent == null
                    ? heardHere
                    : known(parent).filter(mark -> Ids.after(channel.id(), mark)).isPresent();
            return Ids.message(channel.id(), made ? House.NOTHING_SAID : channel.newest());
        };
    }

    private Optional<String> known(String channel) {
        return inbox.newest(Ids.room(channel)).map(MessageId::value);
    }
}
