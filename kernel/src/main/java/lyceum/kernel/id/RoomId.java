package lyceum.kernel.id;

import java.util.Optional;

/**
 * A place where people talk: a channel, a group, a topic, a thread or a private chat.
 *
 * @param value the platform's own name of it, which only the adapter that made it may read inside; never contains {@code /}
 */
public record RoomId(PlatformName platform, String value) {
    private static final String PRIVATE = "@";
    private static final String WHOLE = "*";

    public RoomId {
        Ids.requirePlain(value);
    }

    /**
     * The private conversation of the hub with an account, whether or not there has been one: the only room that is named without an
     * adapter. It is written {@code telegram:@77}; what the platform calls it itself, its adapter knows when something is said there.
     */
    public static RoomId privateWith(AuthorId account) {
        return new RoomId(account.platform(), PRIVATE + account.value());
    }

    /** All that a platform has for one community, where its rooms are joined and left at once. */
    public static RoomId whole(PlatformName platform) {
        return new RoomId(platform, WHOLE);
    }

    public boolean isWhole() {
        return value.equals(WHOLE);
    }

    /** The account of {@link #privateWith}; empty for every other room. */
    public Optional<AuthorId> privateWith() {
        return value.startsWith(PRIVATE)
                ? Optional.of(new AuthorId(platform, value.substring(PRIVATE.length())))
                : Optional.empty();
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
