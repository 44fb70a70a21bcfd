package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lyceum.sandbox.world.Json;

/**
 * One account's place in a chat.
 *
 * @param present whether a restricted one is still in the chat
 * @param rights an administrator's rights or a restricted one's permissions; those not named are false
 * @param until when a restriction or ban ends, in Unix seconds; 0 is never
 */
record Membership(Standing standing, boolean present, ObjectNode rights, long until) {
    static final List<String> ADMIN_RIGHTS = List.of(
            "can_manage_chat",
            "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members",
            "can_promote_members",
            "can_change_info",
            "can_invite_users",
            "can_post_stories",
            "can_edit_stories",
            "can_delete_stories",
            "can_pin_messages",
            "can_manage_topics",
            "can_post_messages",
            "can_edit_messages");
    static final List<String> PERMISSIONS = List.of(
            "can_send_messages",
            "can_send_audios",
            "can_send_documents",
            "can_send_photos",
            "can_send_videos",
            "can_send_video_notes",
            "can_send_voice_notes",
            "can_send_polls",
            "can_send_other_messages",
            "can_add_web_page_previews",
            "can_react_to_messages",
            "can_edit_tag",
            "can_change_info",
            "can_invite_users",
            "can_pin_messages",
            "can_manage_topics");

    static Membership of(Standing standing) {
        return new Membership(standing, standing != Standing.LEFT && standing != Standing.KICKED, Json.object(), 0);
    }

    /** An administrator with every right. */
    static Membership leader() {
        ObjectNode all = Json.object();
        ADMIN_RIGHTS.forEach(right -> all.put(right, true));
        return new Membership(Standing.ADMINISTRATOR, true, all, 0);
    }

    boolean may(String right) {
        return switch (standing) {
            case CREATOR -> true;
            case ADMINISTRATOR -> rights.path(right).asBoolean(!ADMIN_RIGHTS.contains(right));
            case MEMBER -> !ADMIN_RIGHTS.contains(right);
            case RESTRICTED -> present && rights.path(right).asBoolean(false);
            case LEFT, KICKED -> false;
        };
    }

    /** What it is once the clock has passed its end. */
    Membership at(long now) {
        if (until == 0 || now < until) {
            return this;
        }
        return of(standing == Standing.RESTRICTED && present ? Standing.MEMBER : Standing.LEFT);
    }

    /** The Bot API's ChatMember. */
    ObjectNode json(Account account) {
        ObjectNode member = Json.object().put("status", standing.word());
        member.set("user", account.json());
        switch (standing) {
            case CREATOR -> member.put("is_anonymous", false);
            case ADMINISTRATOR -> {
                member.put("can_be_edited", false).put("is_anonymous", false);
                ADMIN_RIGHTS.forEach(
                        right -> member.put(right, rights.path(right).asBoolean(false)));
            }
            case RESTRICTED -> {
                member.put("is_member", present);
                PERMISSIONS.forEach(
                        right -> member.put(right, rights.path(right).asBoolean(false)));
                member.put("until_date", until);
            }
            case KICKED -> member.put("until_date", until);
            case MEMBER, LEFT -> {}
        }
        return member;
    }

    ObjectNode stored() {
        ObjectNode line = Json.object()
                .put("standing", standing.name())
                .put("present", present)
                .put("until", until);
        line.set("rights", rights);
        return line;
    }

    static Membership restored(com.fasterxml.jackson.databind.JsonNode line) {
        return new Membership(
                Standing.valueOf(line.path("standing").asText()),
                line.path("present").asBoolean(),
                line.path("rights").deepCopy(),
                line.path("until").asLong());
    }
}
