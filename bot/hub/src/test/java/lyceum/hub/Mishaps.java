package lyceum.hub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Outcome;

/** What goes wrong on the platforms of a world. */
public final class Mishaps {
    private final World world;

    Mishaps(World world) {
        this.world = world;
    }

    /** The next message that the hub posts on this room's platform meets a limit, and waits so long. */
    public void holdUp(String room, Duration delay) {
        platform(room).later(delay);
    }

    /** The next message that the hub posts there has no answer. */
    public void loseTheAnswerOnce(String room) {
        platform(room).next(() -> {
            throw new UncheckedIOException(new IOException("no answer"));
        });
    }

    /** The next message that the hub posts on this room's platform is refused for good. */
    public void refuseOnce(String room, String reason) {
        platform(room).next(() -> new Outcome.Refused(Text.of(reason)));
    }

    /** From now on the hub can take nothing away in this room. */
    public void refuseDeletions(String room, String reason) {
        platform(room).refuseDeletions(RoomId.parse(room), reason);
    }

    /** Each change of roles and seats on this room's platform is answered so; where that says nothing, it is done. */
    public void atTheDoors(String room, Function<String, Optional<Outcome>> answers) {
        platform(room).doors(answers);
    }

    private PlayedPlatform platform(String room) {
        return world.platform(RoomId.parse(room));
    }
}
