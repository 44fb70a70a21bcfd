package lyceum.sandbox.twitch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one token there is at a time, at first {@code sandbox-hub}: what it may do, until when, and whether the account took it back. The
 * application {@code sandbox} renews it with its secret and the refresh token, at first {@code sandbox-refresh}. Any thread.
 */
final class Tokens {
    static final String HUB = "sandbox-hub";
    static final String CLIENT = "sandbox";
    private static final String SECRET = "sandbox-secret";
    private static final String REFRESH = "sandbox-refresh";
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
    private volatile int renewals;

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

    /** The token that holds now. */
    String current() {
        return numbered(HUB);
    }

    /** By which the next one is asked for. */
    String refresh() {
        return numbered(REFRESH);
    }

    private String numbered(String name) {
        return renewals == 0 ? name : name + "-" + renewals;
    }

    boolean knows(String client, String secret) {
        return client.equals(CLIENT) && secret.equals(SECRET);
    }

    /** Whether there is a new pair now; the one before is void. */
    synchronized boolean renew(String by) {
        if (!by.equals(refresh())) {
            return false;
        }
        renewals++;
        state = new State(true, SCOPES, null);
        return true;
    }

    /** Whether a request that bears this token is heard. */
    boolean takes(String token, Instant now) {
        State is = state;
        return token.equals(current()) && is.valid() && (is.until() == null || now.isBefore(is.until()));
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
