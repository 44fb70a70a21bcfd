package lyceum.sandbox.twitch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one token there is, {@code sandbox-hub}: what it may do, until when, and whether the account took it back. Any thread. */
final class Tokens {
    static final String HUB = "sandbox-hub";
    private static final long LONG = 5_000_000;
    private static final List<String> SCOPES = List.of(
            "bits:read",
            "channel:read:subscriptions",
            "chat:edit",
            "chat:read",
            "moderator:manage:automod",
            "moderator:manage:banned_users",
            "moderator:manage:chat_messages",
            "moderator:read:chatters",
            "user:bot",
            "user:read:chat",
            "user:write:chat");

    private volatile State state = new State(true, SCOPES, null);

    /** @param until when it ends, or null for a far day */
    record State(
            boolean valid, List<String> scopes, @Nullable Instant until) {
        State {
            scopes = List.copyOf(scopes);
        }
    }

    void set(State fresh) {
        state = fresh;
    }

    /** Whether a request that bears this token is heard. */
    boolean takes(String token, Instant now) {
        State is = state;
        return token.equals(HUB) && is.valid() && (is.until() == null || now.isBefore(is.until()));
    }

    List<String> scopes() {
        return state.scopes();
    }

    /** In seconds. */
    long left(Instant now) {
        Instant until = state.until();
        return until == null ? LONG : Math.max(0, until.getEpochSecond() - now.getEpochSecond());
    }

    /** A state as a call tells it; what it leaves out is as at the beginning. */
    static State state(boolean valid, @Nullable List<String> scopes, @Nullable Instant until) {
        return new State(valid, scopes == null ? SCOPES : scopes, until);
    }
}
