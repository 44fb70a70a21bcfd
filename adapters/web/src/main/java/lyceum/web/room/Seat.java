package lyceum.web.room;

import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/** Somebody in a room, as the hub talks to them: at a socket of its own, or at one of another process. Any thread. */
sealed interface Seat permits Viewer, FarSeat {
    Hall hall();

    Language language();

    /** Null until they have said hello. */
    @Nullable
    Guest guest();

    /** They have said who they are, or taken another name. */
    void is(Guest who);

    /**
     * They come in, and are told what they have not seen.
     *
     * @param seen the cursor up to which they have seen everything, or -1 for a newcomer
     */
    void enters(Guest who, long seen);

    /** Says something to them alone, after all that the room has been told before. */
    void tell(String text);

    /** What they said could not be kept; {@code answer} says so. */
    void notKept(String answer);

    /** Nothing more comes of what they said last. */
    void done();

    void close(int code, String reason);
}
