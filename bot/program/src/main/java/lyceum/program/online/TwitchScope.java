package lyceum.program.online;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a token must be allowed on Twitch, by Twitch's own name for it (its documentation, authentication/scopes). */
public enum TwitchScope {
    READ_CHAT("chat:read", false),
    WRITE_CHAT("user:write:chat", false),
    DELETE_MESSAGES("moderator:manage:chat_messages", false),
    BAN_USERS("moderator:manage:banned_users", false),
    READ_SUBSCRIPTIONS("channel:read:subscriptions", true),
    READ_BITS("bits:read", true),
    MANAGE_AUTOMOD("moderator:manage:automod", true);

    private final String title;
    private final boolean owners;

    TwitchScope(String title, boolean owners) {
        this.title = title;
        this.owners = owners;
    }

    /** As Twitch's own pages call it. */
    public String title() {
        return title;
    }

    /** Those that the token of the bot's account needs. */
    public static List<TwitchScope> ofTheBot() {
        return Stream.of(values()).filter(scope -> !scope.owners).toList();
    }

    /** Those that the token of the channel's owner needs. */
    public static List<TwitchScope> ofTheOwner() {
        return Stream.of(values()).filter(scope -> scope.owners).toList();
    }

    /** Those of {@code needed} that are not among the granted. */
    public static List<TwitchScope> missing(List<TwitchScope> needed, Collection<String> granted) {
        return needed.stream().filter(scope -> !granted.contains(scope.title)).toList();
    }

    /** Where an account gives a token with exactly these scopes to an application; it stands in the address that follows. */
    public static URI link(String client, List<TwitchScope> scopes) {
        String names = scopes.stream()
                .map(scope -> URLEncoder.encode(scope.title, StandardCharsets.UTF_8))
                .collect(Collectors.joining("+"));
        return URI.create(
                "https://id.twitch.tv/oauth2/authorize?response_type=token&client_id=%s&redirect_uri=http://localhost&scope=%s"
                        .formatted(URLEncoder.encode(client, StandardCharsets.UTF_8), names));
    }

    /** All in one line. */
    public static String titles(List<TwitchScope> scopes) {
        return scopes.stream().map(TwitchScope::title).collect(Collectors.joining(", "));
    }
}
