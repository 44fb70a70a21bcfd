package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import lyceum.sandbox.world.Json;

/** Invite links, and the requests of those who want to be let in. */
final class Invitations {
    private static final int LONGEST_NAME = 32;
    private static final int MOST_MEMBERS = 99_999;

    private Invitations() {}

    private static Room inviting(Ask ask) {
        Room room = ask.room();
        ask.needs(room, "can_invite_users", "not enough rights to manage chat invite link");
        if (room.is(Room.Kind.PRIVATE)) {
            throw ApiError.bad("chat is private and has no invite links");
        }
        return room;
    }

    static JsonNode create(Ask ask) {
        Room room = inviting(ask);
        Args args = ask.args();
        boolean byRequest = args.flag("creates_join_request");
        long most = args.number("member_limit", 0);
        if (byRequest && most > 0) {
            throw ApiError.bad("member limit can't be specified for links requiring administrator approval");
        }
        if (args.text("name").length() > LONGEST_NAME || most < 0 || most > MOST_MEMBERS) {
            throw ApiError.bad(most == 0 ? "invite link name is too long" : "member limit is invalid");
        }
        ObjectNode link = link(ask, byRequest, false);
        if (args.has("name")) {
            link.put("name", args.text("name"));
        }
        if (args.number("expire_date", 0) > 0) {
            link.put("expire_date", args.number("expire_date", 0));
        }
        if (most > 0) {
            link.put("member_limit", most);
        }
        return kept(ask, room, link);
    }

    private static ObjectNode link(Ask ask, boolean byRequest, boolean primary) {
        ObjectNode link = Json.object()
                .put(
                        "invite_link",
                        "https://t.me/+" + Long.toString(ask.telegram().serial(), 36));
        link.set("creator", ask.bot().account.json());
        return link.put("creates_join_request", byRequest)
                .put("is_primary", primary)
                .put("is_revoked", false);
    }

    private static ObjectNode kept(Ask ask, Room room, ObjectNode link) {
        room.links().put(link.path("invite_link").asText(), link);
        ask.telegram().store().furnished(room);
        return link;
    }

    static JsonNode export(Ask ask) {
        Room room = inviting(ask);
        return TextNode.valueOf(
                kept(ask, room, link(ask, false, true)).path("invite_link").asText());
    }

    static JsonNode revoke(Ask ask) {
        Room room = inviting(ask);
        ObjectNode link = room.links().get(ask.args().text("invite_link"));
        if (link == null) {
            throw ApiError.bad("INVITE_HASH_EXPIRED");
        }
        return kept(ask, room, link.deepCopy().put("is_revoked", true));
    }

    static JsonNode approve(Ask ask) {
        Room room = ask.room();
        Account user = requester(ask, room);
        ObjectNode more = Json.object().put("via_join_request", true);
        JsonNode link = room.links().get(room.requests().remove(user.id()));
        if (link != null) {
            more.set("invite_link", link);
        }
        ask.telegram().store().furnished(room);
        ask.telegram()
                .place(
                        room,
                        user.id(),
                        Membership.of(Standing.MEMBER),
                        new Telegram.Change(ask.bot().id(), more));
        return BooleanNode.TRUE;
    }

    static JsonNode decline(Ask ask) {
        Room room = ask.room();
        Account user = requester(ask, room);
        room.requests().remove(user.id());
        ask.telegram().store().furnished(room);
        ask.telegram().wake();
        return BooleanNode.TRUE;
    }

    private static Account requester(Ask ask, Room room) {
        Account user = ask.user();
        ask.needs(room, "can_invite_users", "not enough rights to manage chat join requests");
        if (room.membership(user.id(), ask.telegram().now()).present()) {
            throw ApiError.bad("USER_ALREADY_PARTICIPANT");
        }
        if (!room.requests().containsKey(user.id())) {
            throw ApiError.bad("HIDE_REQUESTER_MISSING");
        }
        return user;
    }
}
