package lyceum.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Set;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** JDA as we use it: the gateway alone, with nothing cached that can be left out. */
final class Session {
    private static final int LONGEST_WAIT_SECONDS = 32;
    private static final int UNAUTHORIZED = 401;

    private final DiscordSettings settings;
    private final OkHttpClient http;
    private final Rest rest;

    Session(DiscordSettings settings, OkHttpClient http, Rest rest) {
        this.settings = settings;
        this.http = http;
        this.rest = rest;
    }

    DiscordSettings settings() {
        return settings;
    }

    /** Signs in and connects; events come on JDA's own thread, one at a time. */
    JDA connect(EventListener listener) {
        JDABuilder builder = JDABuilder.createLight(settings.token(), intents())
                .setHttpClient(http)
                .setRestConfig(new RestConfig().setBaseUrl(settings.base() + "/"))
                .setRawEventsEnabled(true)
                .setEnableShutdownHook(false)
                .setMaxReconnectDelay(LONGEST_WAIT_SECONDS)
                .addEventListeners(listener);
        if (settings.api() != null) {
            builder.setCompression(Compression.NONE).setSessionController(new ElsewhereController(rest));
        }
        return builder.build();
    }

    private Set<GatewayIntent> intents() {
        Set<GatewayIntent> intents = EnumSet.of(
                GatewayIntent.GUILD_MESSAGES,
                GatewayIntent.GUILD_MESSAGE_REACTIONS,
                GatewayIntent.DIRECT_MESSAGES,
                GatewayIntent.MESSAGE_CONTENT);
        if (settings.extras().comings()) {
            intents.add(GatewayIntent.GUILD_MEMBERS);
        }
        if (settings.extras().typing()) {
            intents.add(GatewayIntent.GUILD_MESSAGE_TYPING);
        }
        return intents;
    }

    /** What to do about a session that Discord has closed for good. */
    static Say reason(@Nullable CloseCode code) {
        return switch (code) {
            case AUTHENTICATION_FAILED -> Phrase.of("discord.token-unknown");
            case DISALLOWED_INTENTS -> Phrase.of("discord.intents-missing");
            case SHARDING_REQUIRED -> Phrase.of("discord.too-many-guilds");
            case null, default -> Phrase.of("discord.session-ended", String.valueOf(code));
        };
    }

    /** Asks the API where the gateway is, where that is not Discord's own. */
    private static final class ElsewhereController extends ConcurrentSessionController {
        private final Rest rest;

        ElsewhereController(Rest rest) {
            this.rest = rest;
        }

        @Override
        public String getGateway() {
            Answer answer = rest.insist(Call.get("/gateway/bot"));
            if (answer.status() == UNAUTHORIZED) {
                throw new InvalidTokenException();
            }
            if (!answer.ok()) {
                throw new UncheckedIOException(new IOException("Discord answered " + answer.status()));
            }
            return answer.object().getString("url");
        }
    }
}
