package lyceum.kernel.platform;

import java.time.InstantSource;
import java.util.Set;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * One way to reach a platform: the library that speaks its protocol. What is not in the program is found by {@link java.util.ServiceLoader}
 * in a jar of its own, and only where the settings name it.
 */
public interface Driver {
    /** What the settings call it: one lower-case word. */
    String name();

    /**
     * Makes the platform, not connected yet.
     *
     * @throws PlatformRefused when the account asks for what this library cannot do; the message says what to change
     */
    Platform open(Account account, Surroundings around) throws PlatformRefused;

    /**
     * As whom it speaks, and where.
     *
     * @param token secret
     * @param place the id of the place that is served, as a guild's
     * @param rooms the rooms to hear, or none named for all; private chats are always heard
     * @param moderator the name of the role whose members are moderators
     * @param creator the name of the role whose members are creators
     * @param extras what is heard beside what people say
     * @param api where the platform stands if not at its own address
     */
    record Account(
            String token,
            String place,
            Set<RoomId> rooms,
            String moderator,
            String creator,
            Extras extras,
            @Nullable String api) {
        /** Without extras. */
        public Account(
                String token, String place, Set<RoomId> rooms, String moderator, String creator, @Nullable String api) {
            this(token, place, rooms, moderator, creator, Extras.NONE, api);
        }

        public Account {
            rooms = Set.copyOf(rooms);
        }

        @Override
        public String toString() {
            return "Account[place=" + place + ", rooms=" + rooms + "]";
        }
    }

    /**
     * What has to be asked of a platform for itself; a driver that cannot leaves it.
     *
     * @param comings who joins and leaves
     * @param typing that somebody is typing
     */
    record Extras(boolean comings, boolean typing) {
        /** What people say alone. */
        public static final Extras NONE = new Extras(false, false);
    }

    /**
     * What it finds in the program.
     *
     * @param phrases those of all features
     * @param files where the files of other platforms are fetched
     */
    record Surroundings(InstantSource clock, Phrases phrases, Files files) {}
}
