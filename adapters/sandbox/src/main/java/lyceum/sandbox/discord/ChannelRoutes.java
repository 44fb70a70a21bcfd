package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lyceum.sandbox.world.Json;

/** The REST routes of channels: read, create, change and delete them, and their overwrites. */
final class ChannelRoutes {
    private static final List<String> PLAIN = List.of(
            "topic",
            "nsfw",
            "rate_limit_per_user",
            "position",
            "parent_id",
            "permission_overwrites",
            "applied_tags",
            "available_tags",
            "default_auto_archive_duration",
            "flags");

    private final DiscordSide side;

    ChannelRoutes(DiscordSide side) {
        this.side = side;
    }

    void hang(Rest rest) {
        rest.get("/channels/{channel}", ask -> Rest.Answer.of(side.channel(ask).shown()));
        rest.patch("/channels/{channel}", this::change);
        rest.delete("/channels/{channel}", this::delete);
        rest.put("/channels/{channel}/permissions/{overwrite}", this::overwrite);
        rest.delete("/channels/{channel}/permissions/{overwrite}", this::removeOverwrite);
        rest.get("/guilds/{guild}/channels", ask -> {
            side.needGuild(ask);
            var list = Json.array();
            side.guild()
                    .channels()
                    .filter(channel -> !channel.isThread() && !channel.isDirect())
                    .forEach(channel -> list.add(channel.shown()));
            return Rest.Answer.of(list);
        });
        rest.post("/guilds/{guild}/channels", this::create);
    }

    private Rest.Answer create(Ask ask) {
        side.needGuild(ask);
        side.permissions().needInGuild(ask.bot().id(), Rights.MANAGE_CHANNELS);
        ObjectNode body = ask.body();
        ObjectNode json = FirstDay.channel(
                side.snowflakes().next(), body.path("type").asInt(Channel.TEXT), checkedName(body.path("name")), (int)
                        side.guild().channels().count());
        copy(body, json);
        Channel channel = side.guild().put(json);
        tell("CHANNEL_CREATE", channel);
        return Rest.Answer.created(channel.shown());
    }

    private static String checkedName(JsonNode name) {
        String text = name.asText("").strip();
        if (text.isEmpty() || text.length() > 100) {
            throw DiscordError.invalid("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
        return text;
    }

    private static void copy(JsonNode from, ObjectNode to) {
        for (String field : PLAIN) {
            if (from.has(field)) {
                to.set(field, from.path(field));
            }
        }
    }

    private Rest.Answer change(Ask ask) {
        Channel channel = side.channel(ask);
        ObjectNode body = ask.body();
        boolean own = channel.json().path("owner_id").asLong() == ask.bot().id();
        if (!own) {
            side.permissions()
                    .need(ask.bot().id(), channel, channel.isThread() ? Rights.MANAGE_THREADS : Rights.MANAGE_CHANNELS);
        }
        ObjectNode changed = channel.json().deepCopy();
        if (body.has("name")) {
            changed.put("name", checkedName(body.path("name")));
        }
        copy(body, changed);
        if (changed.path("thread_metadata") instanceof ObjectNode metadata) {
            for (String field : List.of("archived", "locked", "auto_archive_duration", "invitable")) {
                if (body.has(field)) {
                    metadata.set(field, body.path(field));
                }
            }
        }
        side.guild().put(changed);
        if (channel.isThread()) {
            side.threads().tellUpdate(channel);
        } else {
            tell("CHANNEL_UPDATE", channel);
        }
        return Rest.Answer.of(channel.shown());
    }

    private Rest.Answer delete(Ask ask) {
        Channel channel = side.channel(ask);
        side.permissions()
                .need(ask.bot().id(), channel, channel.isThread() ? Rights.MANAGE_THREADS : Rights.MANAGE_CHANNELS);
        ObjectNode last = channel.shown();
        remove(channel, side);
        return Rest.Answer.of(last);
    }

    /** Of a thread that is gone Discord tells nothing but where it was. */
    static void remove(Channel channel, DiscordSide side) {
        var seeing = side.messages().seeing(channel);
        ObjectNode last = channel.shown();
        if (channel.isThread()) {
            last.retain("id", "guild_id", "parent_id", "type");
        }
        String type = channel.isThread() ? "THREAD_DELETE" : "CHANNEL_DELETE";
        side.gateway().tell(Event.of(type, Intents.GUILDS, last), seeing);
        side.guild().remove(channel);
    }

    private Rest.Answer overwrite(Ask ask) {
        ObjectNode body = ask.body();
        ObjectNode overwrite = Json.object()
                .put("id", ask.path("overwrite"))
                .put("type", body.path("type").asInt());
        overwrite
                .put("allow", body.path("allow").asText("0"))
                .put("deny", body.path("deny").asText("0"));
        return replaceOverwrite(ask, overwrite);
    }

    private Rest.Answer removeOverwrite(Ask ask) {
        return replaceOverwrite(ask, Json.object());
    }

    private Rest.Answer replaceOverwrite(Ask ask, ObjectNode overwrite) {
        Channel channel = side.channel(ask);
        side.permissions().need(ask.bot().id(), channel, Rights.MANAGE_ROLES);
        var all = Json.array();
        for (JsonNode old : channel.json().path("permission_overwrites")) {
            if (!old.path("id").asText().equals(ask.path("overwrite"))) {
                all.add(old);
            }
        }
        if (!overwrite.isEmpty()) {
            all.add(overwrite);
        }
        ObjectNode changed = channel.json().deepCopy();
        changed.set("permission_overwrites", all);
        side.guild().put(changed);
        tell("CHANNEL_UPDATE", channel);
        return Rest.Answer.NONE;
    }

    private void tell(String type, Channel channel) {
        side.gateway().tell(type, Intents.GUILDS, channel.shown());
    }
}
