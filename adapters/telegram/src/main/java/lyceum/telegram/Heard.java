package lyceum.telegram;

import java.util.List;
import java.util.Objects;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/** What one update comes to. */
sealed interface Heard {
    /** Nothing that the hub listens to. */
    record Nothing() implements Heard {}

    /**
     * Somebody said, changed or asked something.
     *
     * @param place the room's title as the update tells it, or null where a room has none
     */
    record Told(Event event, RoomId room, @Nullable Title place) implements Heard {}

    /** A button was pressed; {@code query} waits for its answer. {@code event} is null where no room of ours is concerned. */
    record Pressed(String query, @Nullable ChoiceMade event) implements Heard {}

    /** Somebody types to the bot wherever they are; {@code query} waits for what they are shown. */
    record Typing(String query, Speaker speaker, String text) implements Heard {}

    /** Somebody's reactions to a message changed. */
    record Reacted(List<ReactionChanged> changes) implements Heard {
        public Reacted {
            changes = List.copyOf(changes);
        }
    }

    /** A chat or a topic has this name now. */
    record Named(RoomId room, Title title) implements Heard {}

    /** An account has this status in a chat now; {@code event} says whether it came or went, or is null. */
    record Ranked(
            long chat,
            long account,
            String status,
            @Nullable Event event) implements Heard {}

    /** A group became a supergroup and has a new id. */
    record Moved(long from, long to) implements Heard {}

    /**
     * The name of a room.
     *
     * @param topic the topic's name, or null where it is not told or there is none
     * @param began what the topic was called at first, which every message in it tells; null where it is not told
     * @param open whether people may speak in the topic, or null where that is not told
     */
    record Title(
            String chat,
            @Nullable String topic,
            @Nullable String began,
            @Nullable Boolean open) {
        /** Of a chat that is no topic. */
        Title(String chat) {
            this(chat, null, null, null);
        }

        /** As a later title says it; what that does not tell is as it was. */
        Title then(Title later) {
            return new Title(
                    later.chat,
                    later.topic == null ? topic : later.topic,
                    later.began == null ? began : later.began,
                    later.open == null ? open : later.open);
        }

        /** What people read above the room. */
        String shown() {
            return name().isEmpty() ? chat : chat + " / " + name();
        }

        /** The topic's name, as far as it is known. */
        String name() {
            return Objects.requireNonNullElse(topic, Objects.requireNonNullElse(began, ""));
        }
    }
}
