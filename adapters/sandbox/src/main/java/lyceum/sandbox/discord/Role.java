package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lyceum.sandbox.world.Json;

/**
 * A role of the guild.
 *
 * @param botId the bot whose role it is, or 0
 */
record Role(long id, String name, int position, long rights, long botId) {

    ObjectNode json() {
        ObjectNode role = Json.object();
        role.put("id", Long.toString(id)).put("name", name).put("position", position);
        role.put("permissions", Long.toString(rights)).put("color", 0).put("hoist", false);
        role.putObject("colors")
                .put("primary_color", 0)
                .putNull("secondary_color")
                .putNull("tertiary_color");
        role.put("managed", botId != 0).put("mentionable", false).put("flags", 0);
        role.putNull("icon").putNull("unicode_emoji");
        if (botId != 0) {
            role.putObject("tags").put("bot_id", Long.toString(botId));
        }
        return role;
    }
}
