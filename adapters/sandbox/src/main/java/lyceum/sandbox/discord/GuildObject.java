package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lyceum.sandbox.world.Json;

/** Discord's guild object. */
final class GuildObject {
    private GuildObject() {}

    static ObjectNode json(Guild guild) {
        ObjectNode json = Json.object();
        json.put("id", Long.toString(Snowflakes.GUILD)).put("name", FirstDay.NAME);
        json.put("owner_id", Long.toString(FirstDay.OWNER));
        for (String none : List.of(
                "icon",
                "splash",
                "discovery_splash",
                "description",
                "banner",
                "afk_channel_id",
                "application_id",
                "vanity_url_code",
                "widget_channel_id",
                "system_channel_id",
                "safety_alerts_channel_id",
                "max_presences",
                "incidents_data",
                "home_header",
                "icon_hash")) {
            json.putNull(none);
        }
        json.put("rules_channel_id", Long.toString(Snowflakes.ANNOUNCEMENTS));
        json.put("public_updates_channel_id", Long.toString(Snowflakes.MODERATORS));
        json.put("region", "us-east").put("preferred_locale", "en-US").put("widget_enabled", false);
        json.put("afk_timeout", 300).put("system_channel_flags", 0).put("premium_progress_bar_enabled", false);
        json.put("verification_level", 1)
                .put("default_message_notifications", 1)
                .put("mfa_level", 0);
        json.put("explicit_content_filter", 0).put("nsfw_level", 0).put("nsfw", false);
        json.put("premium_tier", 0).put("premium_subscription_count", 0);
        json.put("max_members", 500_000).put("max_video_channel_users", 25).put("max_stage_video_channel_users", 50);
        json.putArray("features").add("COMMUNITY").add("NEWS");
        ArrayNode roles = json.putArray("roles");
        guild.roles().forEach(role -> roles.add(role.json()));
        json.putArray("emojis");
        json.putArray("stickers");
        return json;
    }
}
