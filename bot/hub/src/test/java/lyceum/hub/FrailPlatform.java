package lyceum.hub;

import java.util.List;
import java.util.Optional;
import lyceum.hub.Fate.Point;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.Settles;
import org.jspecify.annotations.Nullable;

/** The way to a platform that lives on, from a hub that may die on it. */
sealed interface FrailPlatform extends Platform {
    PlayedPlatform far();

    Fate fate();

    /** The way to a platform, with the ability to settle where the platform has it. */
    static FrailPlatform to(PlayedPlatform platform, Fate fate) {
        return platform instanceof SettlingPlatform settling
                ? new ReadBack(settling, fate)
                : new OneWay(platform, fate);
    }

    @Override
    default PlatformName name() {
        return far().name();
    }

    @Override
    default void start(Inbox inbox) {}

    @Override
    default List<Post> fit(Post post) {
        return far().fit(post);
    }

    @Override
    default Outcome post(Post post, Nonce nonce) {
        fate().pass(Point.REQUESTED);
        Outcome outcome = far().post(post, nonce);
        fate().pass(Point.STANDS);
        return outcome;
    }

    @Override
    default Health health() {
        return far().health();
    }

    @Override
    default void close() {}

    /** Nothing can be read back. */
    record OneWay(PlayedPlatform far, Fate fate) implements FrailPlatform {}

    /** What stands can be read back. */
    record ReadBack(SettlingPlatform far, Fate fate) implements FrailPlatform, Settles {
        @Override
        public List<Optional<MessageId>> settle(RoomId room, @Nullable MessageId after, List<Attempt> unclear) {
            fate.pass(Point.SETTLING);
            return far.settle(room, after, unclear);
        }
    }
}
