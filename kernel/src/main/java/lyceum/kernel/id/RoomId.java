package lyceum.kernel.id;

/**
 * A place where people talk: a channel, a group, a topic, a thread or a private chat.
 *
 * @param value the platform's own name of it, which only the adapter that made it may read inside; never contains {@code /}
 */
public record RoomId(PlatformName platform, String value) {
    public RoomId {
        Ids.requirePlain(value);
    }

    /** Reads what {@link #toString} writes: {@code discord:1234}. */
    public static RoomId parse(String text) {
        int colon = Ids.colon(text);
        return new RoomId(new PlatformName(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return platform + ":" + value;
    }
}
