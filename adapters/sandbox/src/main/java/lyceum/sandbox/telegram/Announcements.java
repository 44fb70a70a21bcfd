package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lyceum.sandbox.telegram.text.Entity;
import lyceum.sandbox.world.Json;

/** Who is told of what: updates for the bots who are there, with the rights and privacy that Telegram asks for. */
record Announcements(Telegram telegram) {

    /** A message that a person or a channel said or edited; what bots say is told to nobody. */
    void posted(Room room, Post post, boolean edited) {
        if (telegram.known(post.from()).bot()) {
            return;
        }
        String type = (edited ? "edited_" : "") + (room.is(Room.Kind.CHANNEL) ? "channel_post" : "message");
        ObjectNode json = null;
        for (Bot bot : telegram.bots().values()) {
            if (sees(bot, room, post)) {
                json = json == null ? new Messages(telegram).json(room, post) : json;
                tell(bot, type, json);
            }
        }
    }

    private boolean sees(Bot bot, Room room, Post post) {
        Membership membership = room.membership(bot.id(), telegram.now());
        if (!membership.present()) {
            return false;
        }
        return membership.standing().leads() || room.is(Room.Kind.PRIVATE) || addressed(bot, room, post);
    }

    /** Privacy mode: commands, replies to it, mentions of it, and what the chat reports. */
    private static boolean addressed(Bot bot, Room room, Post post) {
        if (!post.said()) {
            return true;
        }
        Post answered = room.post(post.replyTo());
        if (answered != null && answered.from() == bot.id()) {
            return true;
        }
        String mention = "@" + bot.account.username();
        for (Entity entity : post.body().entities()) {
            String at = post.body().at(entity);
            boolean own = at.toLowerCase(java.util.Locale.ROOT).endsWith(mention);
            boolean mentioned = entity.type().equals("mention") && own;
            boolean commanded = entity.type().equals("bot_command") && (own || at.indexOf('@') < 0);
            if (mentioned || commanded) {
                return true;
            }
        }
        return false;
    }

    /** A person's other reaction to a message. */
    void reacted(Room room, Post post, Account person, List<String> before) {
        if (room.is(Room.Kind.CHANNEL)) {
            ObjectNode count = about(room).put("message_id", post.id);
            count.set("reactions", counts(post));
            leaders(room).forEach(bot -> tell(bot, "message_reaction_count", count));
            return;
        }
        ObjectNode json = about(room).put("message_id", post.id);
        json.set("user", person.json());
        json.set("old_reaction", Messages.reactions(before));
        json.set("new_reaction", Messages.reactions(post.reactions().getOrDefault(person.id(), List.of())));
        boolean alone = room.is(Room.Kind.PRIVATE);
        (alone ? List.of(telegram.botOf(room)) : leaders(room)).forEach(bot -> tell(bot, "message_reaction", json));
    }

    private static ArrayNode counts(Post post) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        post.reactions().values().forEach(emoji -> emoji.forEach(one -> counts.merge(one, 1, Integer::sum)));
        ArrayNode array = Json.array();
        counts.forEach((emoji, count) -> {
            ObjectNode entry = array.addObject().put("total_count", count);
            entry.putObject("type").put("type", "emoji").put("emoji", emoji);
        });
        return array;
    }

    /** Somebody's other place in a chat. */
    void placed(Room room, long account, Membership before, Membership after, Telegram.Change change) {
        if (before.equals(after)) {
            return;
        }
        Account who = telegram.known(account);
        ObjectNode json = about(room);
        json.set("from", telegram.known(change.by()).json());
        json.set("old_chat_member", before.json(who));
        json.set("new_chat_member", after.json(who));
        json.setAll(change.more());
        Bot itself = telegram.bots().get(account);
        if (itself != null) {
            tell(itself, "my_chat_member", json);
        }
        leaders(room).stream().filter(bot -> bot != itself).forEach(bot -> tell(bot, "chat_member", json));
    }

    /** Somebody who asks to be let in. */
    void asked(Room room, Account person, ObjectNode more) {
        ObjectNode json = about(room).put("user_chat_id", person.id());
        json.set("from", person.json());
        json.setAll(more);
        leaders(room).stream()
                .filter(bot -> room.membership(bot.id(), telegram.now()).may("can_invite_users"))
                .forEach(bot -> tell(bot, "chat_join_request", json));
    }

    private List<Bot> leaders(Room room) {
        return telegram.bots().values().stream()
                .filter(bot ->
                        room.membership(bot.id(), telegram.now()).standing().leads())
                .toList();
    }

    private ObjectNode about(Room room) {
        ObjectNode json = Json.object();
        json.set("chat", new Messages(telegram).chat(room));
        return json.put("date", telegram.now());
    }

    void tell(Bot bot, String type, ObjectNode json) {
        UpdateQueue.Waiting update = bot.updates.add(type, json);
        if (update != null) {
            telegram.store().queued(bot, update);
        }
    }
}
