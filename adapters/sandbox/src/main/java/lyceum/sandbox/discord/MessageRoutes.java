package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lyceum.sandbox.world.Json;

/** The REST routes of messages: create, read, edit, delete, pins and typing. */
final class MessageRoutes {
    private static final Duration TOO_OLD_FOR_BULK = Duration.ofDays(14);

    private final DiscordSide side;

    MessageRoutes(DiscordSide side) {
        this.side = side;
    }

    void hang(Rest rest) {
        rest.post("/channels/{channel}/messages", rest.limited(Buckets.Rate.MESSAGES, "channel", this::create));
        rest.get("/channels/{channel}/messages", this::list);
        rest.post("/channels/{channel}/messages/bulk-delete", this::bulkDelete);
        rest.get("/channels/{channel}/messages/pins", this::newPins);
        rest.put("/channels/{channel}/messages/pins/{message}", ask -> pin(ask, true));
        rest.delete("/channels/{channel}/messages/pins/{message}", ask -> pin(ask, false));
        rest.get("/channels/{channel}/messages/{message}", this::read);
        rest.patch("/channels/{channel}/messages/{message}", this::edit);
        rest.delete("/channels/{channel}/messages/{message}", this::delete);
        rest.post("/channels/{channel}/messages/{message}/crosspost", this::read);
        rest.post("/channels/{channel}/typing", this::typing);
        rest.get("/channels/{channel}/pins", this::pins);
        rest.put("/channels/{channel}/pins/{message}", ask -> pin(ask, true));
        rest.delete("/channels/{channel}/pins/{message}", ask -> pin(ask, false));
    }

    private Rest.Answer create(Ask ask) {
        Channel channel = side.channel(ask);
        side.needSpeech(ask.bot().id(), channel);
        Draft draft = ask.draft(side.attachments(), channel.id()).checked();
        long needed = (draft.body().path("embeds").isEmpty() ? 0 : Rights.EMBED_LINKS)
                | (draft.files().isEmpty() ? 0 : Rights.ATTACH_FILES)
                | (draft.body().path("message_reference").has("message_id") ? Rights.READ_MESSAGE_HISTORY : 0);
        side.permissions().need(ask.bot().id(), channel, needed);
        Post post = side.messages().post(channel, Author.of(ask.bot()), draft);
        return Rest.Answer.of(post.seenBy(ask.bot().id()));
    }

    private Rest.Answer list(Ask ask) {
        Channel channel = readable(ask);
        int limit = ask.limit(50, 100);
        Timeline timeline = channel.timeline();
        List<Post> posts = ask.queryId("after")
                .map(id -> timeline.after(id, limit))
                .or(() -> ask.queryId("around").map(id -> timeline.around(id, limit)))
                .orElseGet(() -> timeline.before(ask.queryId("before").orElse(Long.MAX_VALUE), limit));
        return Rest.Answer.of(json(posts, ask.bot().id()));
    }

    private static ArrayNode json(List<Post> posts, long viewer) {
        ArrayNode list = Json.array();
        posts.forEach(post -> list.add(post.seenBy(viewer)));
        return list;
    }

    private Channel readable(Ask ask) {
        Channel channel = side.channel(ask);
        side.permissions().need(ask.bot().id(), channel, Rights.READ_MESSAGE_HISTORY);
        return channel;
    }

    private Post post(Ask ask, Channel channel) {
        return channel.timeline().find(ask.id("message")).orElseThrow(() -> DiscordError.unknown("Message"));
    }

    private Rest.Answer read(Ask ask) {
        return Rest.Answer.of(post(ask, readable(ask)).seenBy(ask.bot().id()));
    }

    private Rest.Answer edit(Ask ask) {
        Channel channel = side.channel(ask);
        Post post = post(ask, channel);
        if (post.author() != ask.bot().id()) {
            throw DiscordError.of(403, 50005, "Cannot edit a message authored by another user");
        }
        Draft draft = ask.draft(side.attachments(), channel.id());
        return Rest.Answer.of(
                side.messages().edit(channel, post.id(), draft).seenBy(ask.bot().id()));
    }

    private Rest.Answer delete(Ask ask) {
        Channel channel = side.channel(ask);
        Post post = post(ask, channel);
        if (post.author() != ask.bot().id()) {
            if (channel.isDirect()) {
                throw DiscordError.of(403, 50003, "Cannot execute action on a DM channel");
            }
            side.permissions().need(ask.bot().id(), channel, Rights.MANAGE_MESSAGES);
        }
        side.messages().delete(channel, post.id());
        return Rest.Answer.NONE;
    }

    private Rest.Answer bulkDelete(Ask ask) {
        Channel channel = side.channel(ask);
        side.permissions().need(ask.bot().id(), channel, Rights.MANAGE_MESSAGES);
        List<Long> ids = new ArrayList<>();
        ask.body().path("messages").forEach(id -> ids.add(id.asLong()));
        Set<Long> different = new LinkedHashSet<>(ids);
        if (ids.size() < 2 || ids.size() > 100) {
            throw DiscordError.of(
                    400,
                    50016,
                    "Provided too few or too many messages to delete. Must provide at least 2 and fewer than 100 messages to delete.");
        }
        if (different.size() < ids.size()) {
            throw DiscordError.invalid(
                    "messages", "SET_TYPE_ALREADY_CONTAINS_VALUE", "The given ids must be different");
        }
        long oldest = side.clock().millis() - TOO_OLD_FOR_BULK.toMillis();
        if (ids.stream().anyMatch(id -> Snowflakes.millis(id) < oldest)) {
            throw DiscordError.of(400, 50034, "You can only bulk delete messages that are under 14 days old.");
        }
        side.messages().deleteAll(channel, ids);
        return Rest.Answer.NONE;
    }

    private Rest.Answer typing(Ask ask) {
        Channel channel = side.channel(ask);
        side.needSpeech(ask.bot().id(), channel);
        side.messages().typing(channel, ask.bot().id(), ask.bot().username());
        return Rest.Answer.NONE;
    }

    private List<Post> pinned(Ask ask) {
        List<Post> posts = readable(ask).timeline().all();
        posts.removeIf(post -> !post.json().path("pinned").asBoolean());
        return posts.reversed();
    }

    private Rest.Answer pins(Ask ask) {
        return Rest.Answer.of(json(pinned(ask), ask.bot().id()));
    }

    private Rest.Answer newPins(Ask ask) {
        ObjectNode page = Json.object().put("has_more", false);
        ArrayNode items = page.putArray("items");
        for (Post post : pinned(ask)) {
            ObjectNode item = items.addObject();
            item.set("pinned_at", post.json().path("timestamp"));
            item.set("message", post.seenBy(ask.bot().id()));
        }
        return Rest.Answer.of(page);
    }

    private Rest.Answer pin(Ask ask, boolean on) {
        Channel channel = side.channel(ask);
        side.permissions().need(ask.bot().id(), channel, Rights.PIN_MESSAGES);
        Post post = post(ask, channel);
        side.messages().adjust(channel, post.id(), message -> message.put("pinned", on));
        JsonNode at = post.json().path("timestamp");
        ObjectNode pins = Messages.inGuild(channel, Json.object()).put("channel_id", Long.toString(channel.id()));
        pins.set("last_pin_timestamp", at);
        side.gateway()
                .tell(
                        Event.of("CHANNEL_PINS_UPDATE", Intents.GUILDS, pins),
                        side.messages().seeing(channel));
        return Rest.Answer.NONE;
    }
}
