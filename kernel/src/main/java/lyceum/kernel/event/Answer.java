package lyceum.kernel.event;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.id.EffectId;
import lyceum.kernel.id.MessageId;
import org.jspecify.annotations.Nullable;

/** What became of effects. */
public sealed interface Answer extends Event {
    @Override
    default @Nullable Key key() {
        return null;
    }

    /**
     * An effect was carried out.
     *
     * @param messages what now stands, in order; empty for a deletion
     * @param ambiguous whether it may stand twice, since a try before had no answer
     * @param share its place among those that stand in the same message, or null where it stands alone
     */
    record Delivered(
            EffectId effect,
            OnPlatform what,
            List<MessageId> messages,
            boolean ambiguous,
            @Nullable Share share) implements Answer {
        public Delivered {
            messages = List.copyOf(messages);
        }

        /** What stands alone. */
        public Delivered(EffectId effect, OnPlatform what, List<MessageId> messages, boolean ambiguous) {
            this(effect, what, messages, ambiguous, null);
        }
    }

    /** Which of how many posts in one message, from 0. */
    record Share(int place, int of) {}

    /** An effect will never be carried out: the platform refused it for good; {@code reason} is for whoever runs the hub. */
    record Undeliverable(EffectId effect, OnPlatform what, Say reason) implements Answer {}

    /**
     * A source outside the platforms has answered.
     *
     * @param question as the feature that waits for it wrote it; begins with the feature's name
     */
    record Resolved(String question, String answer) implements Answer {}

    /** A timer is due; {@code due} is when it should have fired, {@code late} whether the hub was down then. */
    record TimerFired(String timer, String note, Instant due, boolean late) implements Answer {}
}
