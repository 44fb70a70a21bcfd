package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** What happens in the channel, as the events of EventSub. */
final class Happenings {
    private Happenings() {}

    /** The fields that name the channel. */
    static ObjectNode channel() {
        return Json.object()
                .put("broadcaster_user_id", Channel.OWNER)
                .put("broadcaster_user_login", Channel.NAME)
                .put("broadcaster_user_name", Channel.NAME);
    }

    /** The fields that name the channel and who did something. */
    static ObjectNode by(Account account) {
        return channel()
                .put("user_id", account.id())
                .put("user_login", account.login())
                .put("user_name", account.name());
    }

    private static ObjectNode chatter(Account account, String what) {
        return channel()
                .put(what + "_user_id", account.id())
                .put(what + "_user_login", account.login())
                .put(what + "_user_name", account.name());
    }

    static ObjectNode message(Line line, Channel channel) {
        ObjectNode event = chatter(line.from(), "chatter").put("message_id", line.id());
        event.putObject("message").put("text", line.text());
        event.put("message_type", "text").put("color", "");
        Line parent = line.replyTo() == null ? null : channel.line(line.replyTo());
        if (parent == null) {
            event.putNull("reply");
        } else {
            event.putObject("reply")
                    .put("parent_message_id", parent.id())
                    .put("parent_message_body", parent.text())
                    .put("parent_user_id", parent.from().id());
        }
        return event;
    }

    static ObjectNode deleted(Line line) {
        return chatter(line.from(), "target").put("message_id", line.id());
    }

    static ObjectNode cleared(Account account) {
        return chatter(account, "target");
    }

    static ObjectNode subscribed(Account account, String tier, boolean gift) {
        return by(account).put("tier", tier).put("is_gift", gift);
    }

    /** @param giver null for somebody who stays unknown */
    static ObjectNode gift(@Nullable Account giver, String tier) {
        ObjectNode event = giver == null
                ? channel().putNull("user_id").putNull("user_login").putNull("user_name")
                : by(giver);
        event.put("total", 1).put("tier", tier).put("is_anonymous", giver == null);
        return giver == null ? event.putNull("cumulative_total") : event.put("cumulative_total", 1);
    }

    static ObjectNode cheer(Account account, Line line) {
        return by(account)
                .put("is_anonymous", false)
                .put("message", line.text())
                .put("bits", line.bits());
    }

    static ObjectNode held(Line line) {
        ObjectNode event = by(line.from()).put("message_id", line.id());
        event.putObject("message").put("text", line.text());
        event.put("reason", "automod").put("held_at", Json.time(line.at()));
        event.putObject("automod").put("category", "aggression").put("level", 3);
        return event;
    }

    static ObjectNode decided(Line line, Account moderator, String status) {
        return held(line)
                .put("moderator_user_id", moderator.id())
                .put("moderator_user_login", moderator.login())
                .put("moderator_user_name", moderator.name())
                .put("status", status);
    }
}
