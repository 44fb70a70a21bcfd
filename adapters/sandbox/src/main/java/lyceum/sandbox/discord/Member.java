package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/**
 * A member of the guild.
 *
 * @param user the user object; not to be changed
 * @param joined when, in ISO 8601
 * @param mutedUntil until when communication is disabled, in ISO 8601 as it was given, or null
 */
record Member(
        long id,
        ObjectNode user,
        List<Long> roles,
        String joined,
        @Nullable String nick,
        @Nullable String mutedUntil) {

    Member withRole(long role) {
        TreeSet<Long> more = new TreeSet<>(roles);
        more.add(role);
        return withRoles(List.copyOf(more));
    }

    Member withoutRole(long role) {
        List<Long> fewer = new ArrayList<>(roles);
        fewer.remove(role);
        return withRoles(List.copyOf(fewer));
    }

    Member withRoles(List<Long> all) {
        return new Member(id, user, all, joined, nick, mutedUntil);
    }

    Member withNick(@Nullable String other) {
        return new Member(id, user, roles, joined, other, mutedUntil);
    }

    Member mutedUntil(@Nullable String until) {
        return new Member(id, user, roles, joined, nick, until);
    }

    String name() {
        String global = user.path("global_name").asText("");
        return global.isEmpty() || global.equals("null") ? user.path("username").asText() : global;
    }

    boolean isBot() {
        return user.path("bot").asBoolean();
    }

    /** The member object without its user, as it stands in messages. */
    ObjectNode partial() {
        ObjectNode member = Json.object();
        ArrayNode ids = member.putArray("roles");
        roles.forEach(role -> ids.add(Long.toString(role)));
        member.put("joined_at", joined).put("nick", nick).put("communication_disabled_until", mutedUntil);
        member.put("deaf", false).put("mute", false).put("pending", false).put("flags", 0);
        member.putNull("avatar").putNull("premium_since").putNull("banner");
        return member;
    }

    ObjectNode json() {
        ObjectNode member = partial();
        member.set("user", user);
        return member;
    }
}
