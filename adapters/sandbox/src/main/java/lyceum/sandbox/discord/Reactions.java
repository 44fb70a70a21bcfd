package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lyceum.sandbox.world.Json;

/** Reactions: their REST routes, and the events that tell of them. */
final class Reactions {
    private static final int MOST = 20;

    private final DiscordSide side;

    Reactions(DiscordSide side) {
        this.side = side;
    }

    void hang(Rest rest) {
        String base = "/channels/{channel}/messages/{message}/reactions";
        rest.put(base + "/{emoji}/@me", this::addOwn);
        rest.delete(base + "/{emoji}/@me", ask -> remove(ask, ask.bot().id()));
        rest.delete(base + "/{emoji}/{user}", ask -> remove(ask, ask.id("user")));
        rest.delete(base + "/{emoji}", this::removeEmoji);
        rest.delete(base, this::removeAll);
        rest.get(base + "/{emoji}", this::list);
    }

    private Rest.Answer addOwn(Ask ask) {
        Channel channel = side.channel(ask);
        side.permissions().need(ask.bot().id(), channel, Rights.READ_MESSAGE_HISTORY | Rights.ADD_REACTIONS);
        add(channel, ask.id("message"), emoji(ask), ask.bot().id());
        return Rest.Answer.NONE;
    }

    private static String emoji(Ask ask) {
        String emoji = ask.path("emoji");
        boolean custom = emoji.matches("\\w{2,32}:\\d{17,20}");
        boolean unicode =
                emoji.codePoints().anyMatch(c -> c > 0x2000 || c == 0xA9 || c == 0xAE) || emoji.contains("\u20E3");
        if (!custom && !unicode) {
            throw DiscordError.unknown("Emoji");
        }
        return emoji;
    }

    void add(Channel channel, long message, String emoji, long user) {
        Post.known(channel.timeline()
                .change(
                        message,
                        post -> {
                            if (post.reacted(emoji, user)) {
                                return post;
                            }
                            if (post.reactions().size() >= MOST
                                    && !post.reactions().containsKey(emoji)) {
                                throw DiscordError.of(400, 30010, "Maximum number of reactions reached (20)");
                            }
                            tell("MESSAGE_REACTION_ADD", channel, post, emoji, user);
                            return post.withReaction(emoji, user);
                        },
                        post -> kept(channel, post)));
    }

    private void kept(Channel channel, Post post) {
        side.keeping().post(channel.id(), post);
        side.telling().other(channel, post);
    }

    private Rest.Answer remove(Ask ask, long user) {
        Channel channel = side.channel(ask);
        if (user != ask.bot().id()) {
            side.permissions().need(ask.bot().id(), channel, Rights.MANAGE_MESSAGES);
        }
        remove(channel, ask.id("message"), emoji(ask), user);
        return Rest.Answer.NONE;
    }

    void remove(Channel channel, long message, String emoji, long user) {
        Post.known(channel.timeline()
                .change(
                        message,
                        post -> {
                            if (!post.reacted(emoji, user)) {
                                return post;
                            }
                            tell("MESSAGE_REACTION_REMOVE", channel, post, emoji, user);
                            return post.withoutReaction(emoji, user);
                        },
                        post -> kept(channel, post)));
    }

    private Rest.Answer removeEmoji(Ask ask) {
        String emoji = emoji(ask);
        clear(ask, "MESSAGE_REACTION_REMOVE_EMOJI", emoji, post -> {
            Map<String, List<Long>> fewer = new LinkedHashMap<>(post.reactions());
            fewer.remove(emoji);
            return post.withReactions(fewer);
        });
        return Rest.Answer.NONE;
    }

    private Rest.Answer removeAll(Ask ask) {
        clear(ask, "MESSAGE_REACTION_REMOVE_ALL", "", post -> post.withReactions(Map.of()));
        return Rest.Answer.NONE;
    }

    private void clear(Ask ask, String type, String emoji, UnaryOperator<Post> change) {
        Channel channel = side.channel(ask);
        side.permissions().need(ask.bot().id(), channel, Rights.MANAGE_MESSAGES);
        Post.known(channel.timeline().change(ask.id("message"), change, post -> {
            kept(channel, post);
            ObjectNode body = body(channel, post);
            if (!emoji.isEmpty()) {
                body.set("emoji", Post.emoji(emoji));
            }
            send(type, channel, body);
        }));
    }

    private Rest.Answer list(Ask ask) {
        Channel channel = side.channel(ask);
        side.permissions().need(ask.bot().id(), channel, Rights.READ_MESSAGE_HISTORY);
        Post post = channel.timeline().find(ask.id("message")).orElseThrow(() -> DiscordError.unknown("Message"));
        long after = ask.queryId("after").orElse(0L);
        ArrayNode users = Json.array();
        post.reactions().getOrDefault(emoji(ask), List.of()).stream()
                .sorted()
                .filter(id -> id > after)
                .limit(ask.limit(25, 100))
                .forEach(id -> side.guild().member(id).ifPresent(member -> users.add(member.user())));
        return Rest.Answer.of(users);
    }

    private void tell(String type, Channel channel, Post post, String emoji, long user) {
        ObjectNode body = body(channel, post)
                .put("user_id", Long.toString(user))
                .put("type", 0)
                .put("burst", false);
        body.set("emoji", Post.emoji(emoji));
        if (type.equals("MESSAGE_REACTION_ADD")) {
            body.put("message_author_id", Long.toString(post.author()));
            if (!channel.isDirect()) {
                side.guild().member(user).ifPresent(member -> body.set("member", member.json()));
            }
        }
        send(type, channel, body);
    }

    private static ObjectNode body(Channel channel, Post post) {
        return Messages.inGuild(channel, Json.object())
                .put("channel_id", Long.toString(channel.id()))
                .put("message_id", Long.toString(post.id()));
    }

    private void send(String type, Channel channel, ObjectNode body) {
        long intent = channel.isDirect() ? Intents.DIRECT_REACTIONS : Intents.GUILD_REACTIONS;
        side.gateway().tell(Event.of(type, intent, body), side.messages().seeing(channel));
    }
}
