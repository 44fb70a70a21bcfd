package lyceum.kernel.platform;

import java.util.function.Consumer;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;

/** A platform that tells when somebody is about to say something. */
public interface HearsTyping {
    /**
     * Where it is told; called before the start. What is told there is no event: it is worth nothing a moment later, and is kept nowhere.
     *
     * @param heard returns at once; never called for programs
     */
    void typingTo(Consumer<Typist> heard);

    /** Somebody who is typing in a room now. */
    record Typist(AuthorId account, RoomId room) {}
}
