package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import lyceum.sandbox.world.Json;

/** The methods about who is in a chat and what they may do. */
final class Members {
    private static final long SHORTEST = 30;
    private static final long LONGEST = 366L * 86_400;
    private static final Set<String> OTHER_THAN_TEXT = Set.of(
            "can_send_audios",
            "can_send_documents",
            "can_send_photos",
            "can_send_videos",
            "can_send_video_notes",
            "can_send_voice_notes");

    private Members() {}

    static Map<String, Method> methods() {
        return Map.ofEntries(
                Map.entry("getChatMember", Members::member),
                Map.entry("getChatAdministrators", Members::administrators),
                Map.entry("getChatMemberCount", Members::count),
                Map.entry("restrictChatMember", Members::restrict),
                Map.entry("banChatMember", Members::ban),
                Map.entry("unbanChatMember", Members::unban),
                Map.entry("promoteChatMember", Members::promote),
                Map.entry("setChatPermissions", Members::permit),
                Map.entry("leaveChat", Members::leave),
                Map.entry("createChatInviteLink", Invitations::create),
                Map.entry("revokeChatInviteLink", Invitations::revoke),
                Map.entry("exportChatInviteLink", Invitations::export),
                Map.entry("approveChatJoinRequest", Invitations::approve),
                Map.entry("declineChatJoinRequest", Invitations::decline));
    }

    private static JsonNode member(Ask ask) {
        Room room = ask.room();
        Account user = ask.user();
        return room.membership(user.id(), ask.telegram().now()).json(user);
    }

    private static JsonNode administrators(Ask ask) {
        Room room = ask.room();
        if (room.is(Room.Kind.PRIVATE)) {
            throw ApiError.bad("there are no administrators in the private chat");
        }
        boolean bots = ask.args().flag("return_bots");
        ArrayNode leaders = Json.array();
        room.members().forEach((id, membership) -> {
            Account account = ask.telegram().known(id);
            boolean shown = !account.bot() || account.id() == ask.bot().id() || bots;
            if (membership.standing().leads() && shown) {
                leaders.add(membership.json(account));
            }
        });
        return leaders;
    }

    private static JsonNode count(Ask ask) {
        Room room = ask.room();
        long now = ask.telegram().now();
        return LongNode.valueOf(room.members().values().stream()
                .filter(membership -> membership.at(now).present())
                .count());
    }

    /** The person of a request whom this bot may restrict or remove. */
    private static Account subject(Ask ask, Room room) {
        Account user = ask.user();
        Standing standing = room.membership(user.id(), ask.telegram().now()).standing();
        if (user.id() == ask.bot().id()) {
            throw ApiError.bad("can't restrict self");
        }
        ask.needs(room, "can_restrict_members", "not enough rights to restrict/unrestrict chat member");
        if (standing == Standing.CREATOR) {
            throw ApiError.bad("can't remove chat owner");
        }
        if (standing == Standing.ADMINISTRATOR) {
            throw ApiError.bad("user is an administrator of the chat");
        }
        return user;
    }

    /** When a restriction ends; less than 30 seconds or more than 366 days from now are for ever. */
    private static long until(Ask ask) {
        long until = ask.args().number("until_date", 0);
        long ahead = until - ask.telegram().now();
        return ahead < SHORTEST || ahead > LONGEST ? 0 : until;
    }

    private static JsonNode restrict(Ask ask) {
        Room room = ask.supergroup();
        ObjectNode asked = ask.args().object("permissions", "can't parse permissions JSON object");
        if (asked == null) {
            throw ApiError.bad("can't parse permissions JSON object");
        }
        Account user = subject(ask, room);
        ObjectNode rights = rights(asked, ask.args().flag("use_independent_chat_permissions"));
        boolean present = room.membership(user.id(), ask.telegram().now()).present();
        boolean free = Membership.PERMISSIONS.stream()
                .allMatch(right -> rights.path(right).asBoolean() || right.equals("can_edit_tag"));
        Membership restricted = free
                ? Membership.of(present ? Standing.MEMBER : Standing.LEFT)
                : new Membership(Standing.RESTRICTED, present, rights, until(ask));
        ask.telegram()
                .place(room, user.id(), restricted, Telegram.Change.by(ask.bot().id()));
        return BooleanNode.TRUE;
    }

    /** Without independence, the right to send other things includes sending texts and files. */
    static ObjectNode rights(ObjectNode asked, boolean independent) {
        ObjectNode rights = Json.object();
        boolean other = asked.path("can_send_other_messages").asBoolean(false)
                || asked.path("can_add_web_page_previews").asBoolean(false);
        boolean text = asked.path("can_send_messages").asBoolean(false);
        for (String right : Membership.PERMISSIONS) {
            boolean implied = switch (right) {
                case "can_send_messages" ->
                    other || asked.path("can_send_polls").asBoolean(false);
                case "can_react_to_messages" -> text && !asked.has(right);
                default -> other && OTHER_THAN_TEXT.contains(right);
            };
            rights.put(right, (implied && !independent) || asked.path(right).asBoolean(false));
        }
        return rights;
    }

    private static JsonNode ban(Ask ask) {
        Room room = ask.room();
        Account user = subject(ask, room);
        Membership banned = new Membership(Standing.KICKED, false, Json.object(), until(ask));
        remove(ask, room, user, banned);
        if (ask.args().flag("revoke_messages")) {
            room.posts().stream()
                    .filter(post -> post.from() == user.id())
                    .forEach(post -> ask.telegram().remove(room, post.id));
        }
        return BooleanNode.TRUE;
    }

    private static void remove(Ask ask, Room room, Account user, Membership after) {
        boolean was = room.membership(user.id(), ask.telegram().now()).present();
        ask.telegram()
                .place(room, user.id(), after, Telegram.Change.by(ask.bot().id()));
        if (was && room.is(Room.Kind.SUPERGROUP)) {
            ObjectNode fields = Json.object();
            fields.set("left_chat_member", user.json());
            ask.telegram().post(room, Draft.service(ask.bot().id(), fields));
        }
    }

    private static JsonNode unban(Ask ask) {
        Room room = ask.room();
        Account user = subject(ask, room);
        Standing standing = room.membership(user.id(), ask.telegram().now()).standing();
        if (standing == Standing.KICKED) {
            ask.telegram()
                    .place(
                            room,
                            user.id(),
                            Membership.of(Standing.LEFT),
                            Telegram.Change.by(ask.bot().id()));
        } else if (standing != Standing.LEFT && !ask.args().flag("only_if_banned")) {
            remove(ask, room, user, Membership.of(Standing.LEFT));
        }
        return BooleanNode.TRUE;
    }

    private static JsonNode promote(Ask ask) {
        Room room = ask.room();
        Account user = ask.user();
        ask.needs(room, "can_promote_members", "not enough rights");
        Membership before = room.membership(user.id(), ask.telegram().now());
        if (before.standing() == Standing.CREATOR || !before.present()) {
            throw ApiError.bad(before.present() ? "can't remove chat owner" : "USER_NOT_PARTICIPANT");
        }
        ObjectNode rights = Json.object();
        Membership.ADMIN_RIGHTS.forEach(right -> rights.put(right, ask.args().flag(right)));
        boolean any = Membership.ADMIN_RIGHTS.stream()
                .anyMatch(right -> rights.path(right).asBoolean());
        rights.put("can_manage_chat", any);
        Membership after =
                any ? new Membership(Standing.ADMINISTRATOR, true, rights, 0) : Membership.of(Standing.MEMBER);
        ask.telegram()
                .place(room, user.id(), after, Telegram.Change.by(ask.bot().id()));
        return BooleanNode.TRUE;
    }

    private static JsonNode permit(Ask ask) {
        Room room = ask.supergroup();
        ask.needs(room, "can_restrict_members", "not enough rights to change chat permissions");
        ObjectNode asked = ask.args().object("permissions", "can't parse permissions JSON object");
        if (asked == null) {
            throw ApiError.bad("can't parse permissions JSON object");
        }
        room.permit(rights(asked, ask.args().flag("use_independent_chat_permissions")));
        ask.telegram().store().furnished(room);
        return BooleanNode.TRUE;
    }

    private static JsonNode leave(Ask ask) {
        Room room = ask.room();
        if (room.is(Room.Kind.PRIVATE)) {
            throw ApiError.bad("chat member status can't be changed in private chats");
        }
        remove(ask, room, ask.bot().account, Membership.of(Standing.LEFT));
        return BooleanNode.TRUE;
    }
}
