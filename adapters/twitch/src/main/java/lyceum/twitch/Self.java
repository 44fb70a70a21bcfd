package lyceum.twitch;

import java.util.Set;

/**
 * Whose token it is.
 *
 * @param client the application that the token was given to
 */
record Self(String id, String login, String client, Set<String> scopes) {
    Self {
        scopes = Set.copyOf(scopes);
    }

    boolean may(String scope) {
        return scopes.contains(scope);
    }
}
