package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import lyceum.sandbox.world.Json;

/** What happens to messages, with the events that tell of it in the order in which it happened. */
final class Messages {
    private final DiscordSide side;
    private final Nonces nonces = new Nonces();

    Messages(DiscordSide side) {
        this.side = side;
    }

    /** Posts a message; with enforce_nonce, the same author's same nonce of the last minutes answers the first message. */
    Post post(Channel channel, Author author, Draft draft) {
        JsonNode nonce = draft.nonce();
        return nonce == null || !draft.enforcesNonce()
                ? append(channel, author, draft)
                : nonces.once(author.id(), nonce.asText(), side.clock().millis(), () -> append(channel, author, draft));
    }

    private Post append(Channel channel, Author author, Draft draft) {
        return channel.timeline().append(() -> written(channel, author, draft, 0), post -> {
            side.keeping().post(channel.id(), post);
            side.telling().posted(channel, post);
            tell("MESSAGE_CREATE", channel, post);
        });
    }

    /** A message that only one person sees; no gateway event tells of it. */
    Post whisper(Channel channel, Author author, Draft draft, long onlyFor) {
        Post post = written(channel, author, draft, onlyFor);
        channel.whispers().put(post);
        side.telling().other(channel, post);
        return post;
    }

    private Post written(Channel channel, Author author, Draft draft, long onlyFor) {
        long id =
                channel.beginsWithItsOwnId() ? channel.id() : side.snowflakes().next();
        ObjectNode message = Json.object().put("type", 0).put("id", Long.toString(id));
        message.put("channel_id", Long.toString(channel.id()));
        message.set("author", author.user());
        draft.write(message, null);
        Optional<Post> replied = replied(channel, draft, message);
        Mentions mentions = mentions(channel, author, draft).with(pinged(draft, replied));
        mentions.write(message, side.guild());
        message.put("timestamp", Json.time(side.clock().now())).putNull("edited_timestamp");
        message.put("tts", draft.body().path("tts").asBoolean()).put("pinned", false);
        int hidden = onlyFor == 0 ? 0 : Draft.EPHEMERAL;
        int waiting = draft.body().path("loading").asBoolean() ? Draft.LOADING : 0;
        message.put("flags", draft.flags() | hidden | waiting);
        JsonNode nonce = draft.nonce();
        if (nonce != null) {
            message.set("nonce", nonce);
        }
        if (author.webhook() != 0) {
            message.put("webhook_id", Long.toString(author.webhook()));
        }
        if (author.application() != 0) {
            message.put("application_id", Long.toString(author.application()));
        }
        if (draft.body().has("interaction_metadata")) {
            message.set("interaction_metadata", draft.body().path("interaction_metadata"));
            message.put("type", draft.body().path("message_type").asInt(0));
        }
        if (draft.body().has("interaction")) {
            message.set("interaction", draft.body().path("interaction"));
        }
        long owner = author.webhook() == 0 ? author.id() : author.webhook();
        return new Post(id, owner, message, Map.of(), mentions.pings(side.guild()), onlyFor);
    }

    private Mentions mentions(Channel channel, Author author, Draft draft) {
        boolean webhook = author.webhook() != 0 && Bot.withId(author.webhook()).isEmpty();
        boolean mayPing = webhook || Rights.has(side.permissions().in(author.id(), channel), Rights.MENTION_EVERYONE);
        return Mentions.in(draft.content(), draft.allowedMentions(), mayPing);
    }

    private Optional<Post> replied(Channel channel, Draft draft, ObjectNode message) {
        JsonNode reference = draft.body().path("message_reference");
        if (!reference.has("message_id")) {
            return Optional.empty();
        }
        Optional<Post> replied =
                channel.timeline().find(reference.path("message_id").asLong());
        if (replied.isEmpty() && reference.path("fail_if_not_exists").asBoolean(true)) {
            throw DiscordError.invalid("message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message");
        }
        replied.ifPresent(post -> {
            message.put("type", 19);
            message.set(
                    "message_reference",
                    Guild.withGuild(Json.object()
                            .put("type", 0)
                            .put("channel_id", Long.toString(channel.id()))
                            .put("message_id", Long.toString(post.id()))));
            ObjectNode shown = post.json().objectNode();
            shown.setAll(post.json());
            shown.remove("referenced_message");
            message.set("referenced_message", shown);
        });
        return replied;
    }

    private static Optional<Long> pinged(Draft draft, Optional<Post> replied) {
        JsonNode allowed = draft.allowedMentions();
        boolean pings = allowed.isObject() ? allowed.path("replied_user").asBoolean(false) : true;
        return pings ? replied.map(Post::author) : Optional.empty();
    }

    /** Edits a message; throws Unknown Message where there is none. */
    Post edit(Channel channel, long id, Draft draft) {
        boolean waited = channel.timeline().find(id).filter(Post::waits).isPresent();
        return channel.timeline()
                .change(id, post -> edited(channel, post, draft), post -> {
                    side.keeping().post(channel.id(), post);
                    if (waited) {
                        side.telling().posted(channel, post);
                    } else {
                        side.telling().edited(channel, post);
                    }
                    tell("MESSAGE_UPDATE", channel, post);
                })
                .orElseThrow(() -> DiscordError.unknown("Message"));
    }

    /** The message as a change would make it, whatever it is kept in. */
    Post edited(Channel channel, Post post, Draft draft) {
        ObjectNode message = post.json().objectNode();
        message.setAll(post.json());
        draft.checkedAsChange(post.json()).write(message, post.json());
        if (draft.body().has("content")) {
            boolean mayPing = Rights.has(side.permissions().in(post.author(), channel), Rights.MENTION_EVERYONE);
            Mentions.in(draft.content(), draft.allowedMentions(), mayPing).write(message, side.guild());
        }
        int kept = post.json().path("flags").asInt() & ~(Draft.LOADING | 1 << 2);
        message.put("flags", kept | (draft.flags() & ~Draft.EPHEMERAL));
        message.put("edited_timestamp", Json.time(side.clock().now()));
        return post.edited(message);
    }

    /** Changes a message in another way than by an edit (pins, a thread begun on it) and tells of it. */
    Post adjust(Channel channel, long id, UnaryOperator<ObjectNode> change) {
        UnaryOperator<Post> changed = post -> {
            ObjectNode copy = post.json().objectNode();
            copy.setAll(post.json());
            return post.edited(change.apply(copy));
        };
        return channel.timeline()
                .change(id, changed, post -> {
                    side.keeping().post(channel.id(), post);
                    side.telling().other(channel, post);
                    tell("MESSAGE_UPDATE", channel, post);
                })
                .orElseThrow(() -> DiscordError.unknown("Message"));
    }

    void delete(Channel channel, long id) {
        Post.known(channel.timeline().remove(id, post -> {
            side.keeping().postGone(channel.id(), id);
            side.telling().deleted(channel, post);
            ObjectNode gone = Json.object().put("id", Long.toString(id)).put("channel_id", Long.toString(channel.id()));
            tell("MESSAGE_DELETE", channel, gone);
        }));
    }

    void deleteAll(Channel channel, List<Long> ids) {
        ObjectNode gone = Json.object().put("channel_id", Long.toString(channel.id()));
        var told = gone.putArray("ids");
        for (long id : ids) {
            channel.timeline().remove(id, post -> {
                side.keeping().postGone(channel.id(), id);
                side.telling().deleted(channel, post);
                told.add(Long.toString(id));
            });
        }
        tell("MESSAGE_DELETE_BULK", channel, gone);
    }

    private void tell(String type, Channel channel, Post post) {
        ObjectNode body = post.json().objectNode();
        body.setAll(post.json());
        body.put("channel_type", channel.type());
        if (!channel.isDirect()) {
            Guild.withGuild(body);
            side.guild().member(post.author()).ifPresent(member -> body.set("member", member.partial()));
        }
        side.gateway().tell(Event.ofMessage(type, channel.isDirect(), body, post.author()), seeing(channel));
    }

    private void tell(String type, Channel channel, ObjectNode body) {
        long intent = channel.isDirect() ? Intents.DIRECT_MESSAGES : Intents.GUILD_MESSAGES;
        side.gateway().tell(Event.of(type, intent, inGuild(channel, body)), seeing(channel));
    }

    static ObjectNode inGuild(Channel channel, ObjectNode body) {
        return channel.isDirect() ? body : Guild.withGuild(body);
    }

    /** Tells who sees the channel that somebody is typing in it. */
    void typing(Channel channel, long who, String name) {
        ObjectNode typing = inGuild(channel, Json.object())
                .put("channel_id", Long.toString(channel.id()))
                .put("user_id", Long.toString(who))
                .put("timestamp", side.clock().now().getEpochSecond());
        side.guild().member(who).ifPresent(member -> typing.set("member", member.json()));
        side.gateway().tell(Event.of("TYPING_START", Intents.GUILD_TYPING, typing), seeing(channel));
        side.world().typists().type("discord/" + side.telling().room(channel), name);
    }

    LongPredicate seeing(Channel channel) {
        return bot -> side.permissions().sees(bot, channel);
    }

    /** Takes in a kept nonce at a start, so that the first message still answers. */
    void restored(Post post) {
        nonces.restore(post);
    }
}
