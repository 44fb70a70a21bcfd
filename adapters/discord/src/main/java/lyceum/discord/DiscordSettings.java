package lyceum.discord;

import java.util.Objects;
import java.util.Set;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Driver.Extras;
import org.jspecify.annotations.Nullable;

/**
 * How to reach one Discord guild.
 *
 * @param token the bot's token; secret
 * @param guild the id of the guild, or null for every guild that the bot is in
 * @param rooms the rooms to hear, or none named for all; private chats with the bot are always heard
 * @param moderator the name of the role whose members are moderators; {@code Moderator} if null
 * @param creator the name of the role whose members are creators; {@code Creator} if null
 * @param extras what is heard beside what people say; joins and leaves need the Server Members Intent
 * @param api where the API stands if not at Discord's own address: {@code http://127.0.0.1:8081/discord/api/v10}
 */
public record DiscordSettings(
        String token,
        @Nullable String guild,
        Set<RoomId> rooms,
        String moderator,
        String creator,
        Extras extras,
        @Nullable String api) {
    private static final String OFFICIAL = "https://discord.com/api/v10";

    /** Without extras. */
    public DiscordSettings(
            String token,
            @Nullable String guild,
            Set<RoomId> rooms,
            String moderator,
            String creator,
            @Nullable String api) {
        this(token, guild, rooms, moderator, creator, Extras.NONE, api);
    }

    public DiscordSettings {
        rooms = Set.copyOf(Objects.requireNonNullElse(rooms, Set.of()));
        moderator = Objects.requireNonNullElse(moderator, "Moderator");
        creator = Objects.requireNonNullElse(creator, "Creator");
    }

    /** The address of the API, without a slash at its end. */
    String base() {
        return Objects.requireNonNullElse(api, OFFICIAL).replaceAll("/+$", "");
    }

    @Override
    public String toString() {
        return "DiscordSettings[guild=" + guild + ", rooms=" + rooms + ", api=" + base() + "]";
    }
}
