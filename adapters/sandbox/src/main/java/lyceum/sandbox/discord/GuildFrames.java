package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import lyceum.sandbox.world.Json;

/** The large frames in which a gateway session is told of the guild and its members; making them takes no lock. */
final class GuildFrames {
    private final Guild guild;

    GuildFrames(Guild guild) {
        this.guild = guild;
    }

    /** The body of GUILD_CREATE for a bot: everything with the channels and threads that it may see. */
    ObjectNode created(Bot bot, Permissions permissions) {
        ObjectNode json = GuildObject.json(guild);
        json.put("joined_at", FirstDay.FOUNDED).put("large", false).put("unavailable", false);
        json.put("member_count", guild.members().size());
        ArrayNode all = json.putArray("channels");
        ArrayNode threads = json.putArray("threads");
        guild.channels().filter(channel -> !channel.isDirect()).forEach(channel -> {
            if (!channel.isThread()) {
                all.add(channel.shown());
            } else if (!channel.archived() && permissions.sees(bot.id(), channel)) {
                threads.add(channel.shown());
            }
        });
        ArrayNode people = json.putArray("members");
        guild.members().forEach(member -> people.add(member.json()));
        for (String empty : List.of(
                "voice_states", "presences", "stage_instances", "guild_scheduled_events", "soundboard_sounds")) {
            json.putArray(empty);
        }
        return json;
    }

    /** The answer to Request Guild Members (opcode 8). */
    ObjectNode chunk(JsonNode asked) {
        ObjectNode chunk = Guild.withGuild(Json.object());
        ArrayNode found = chunk.putArray("members");
        ArrayNode missing = chunk.putArray("not_found");
        if (asked.has("user_ids")) {
            JsonNode ids = asked.path("user_ids").isArray()
                    ? asked.path("user_ids")
                    : Json.array().add(asked.path("user_ids"));
            for (JsonNode id : ids) {
                guild.member(id.asLong()).ifPresentOrElse(member -> found.add(member.json()), () -> missing.add(id));
            }
        } else {
            String prefix = asked.path("query").asText("").toLowerCase(Locale.ROOT);
            int limit = asked.path("limit").asInt(0);
            guild.members().stream()
                    .filter(member -> member.name().toLowerCase(Locale.ROOT).startsWith(prefix))
                    .limit(limit == 0 ? Long.MAX_VALUE : limit)
                    .forEach(member -> found.add(member.json()));
        }
        chunk.put("chunk_index", 0).put("chunk_count", 1);
        if (asked.has("nonce")) {
            chunk.set("nonce", asked.path("nonce"));
        }
        if (asked.path("presences").asBoolean()) {
            chunk.putArray("presences");
        }
        return chunk;
    }
}
