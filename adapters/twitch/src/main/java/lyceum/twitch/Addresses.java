package lyceum.twitch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Where Twitch is reached. */
record Addresses(URI helix, URI validate, URI renew, URI chat, URI eventSub) {
    private static final Addresses TWITCH = new Addresses(
            URI.create("https://api.twitch.tv/helix"),
            URI.create("https://id.twitch.tv/oauth2/validate"),
            URI.create("https://id.twitch.tv/oauth2/token"),
            URI.create("wss://irc-ws.chat.twitch.tv:443/"),
            URI.create("wss://eventsub.wss.twitch.tv/ws"));

    /** All of Twitch under one address, as {@code http://127.0.0.1:8081/twitch}, its chat at the root; null for the real one. */
    static Addresses of(@Nullable URI api) {
        if (api == null) {
            return TWITCH;
        }
        String base = api.toString().replaceFirst("/+$", "");
        String socket = base.replaceFirst("^http", "ws");
        return new Addresses(
                URI.create(base + "/helix"),
                URI.create(base + "/oauth2/validate"),
                URI.create(base + "/oauth2/token"),
                URI.create(socket).resolve("/"),
                URI.create(socket + "/eventsub"));
    }
}
