package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a message really mentions, once allowed_mentions and permissions are applied.
 *
 * @param users the ids of users, in order
 * @param roles the ids of roles, in order
 */
record Mentions(Set<Long> users, Set<Long> roles, boolean everyone) {
    private static final Pattern USER = Pattern.compile("<@!?(\\d{1,19})>");
    private static final Pattern ROLE = Pattern.compile("<@&(\\d{1,19})>");
    private static final Pattern EVERYONE = Pattern.compile("@(everyone|here)\\b");

    /**
     * Reads the mentions of a text.
     *
     * @param allowed the request's allowed_mentions; missing means everything the author may
     * @param mayPing whether the author may ping everyone and any role
     */
    static Mentions in(String content, JsonNode allowed, boolean mayPing) {
        Set<Long> users = new LinkedHashSet<>(ids(USER, content));
        Set<Long> roles = new LinkedHashSet<>(ids(ROLE, content));
        boolean everyone = EVERYONE.matcher(content).find();
        if (allowed.isObject()) {
            Set<String> parse = new LinkedHashSet<>();
            allowed.path("parse").forEach(kind -> parse.add(kind.asText()));
            users.removeIf(id -> !parse.contains("users") && !names(allowed.path("users"), id));
            roles.removeIf(id -> !parse.contains("roles") && !names(allowed.path("roles"), id));
            everyone &= parse.contains("everyone");
        }
        if (!mayPing) {
            roles.clear();
            everyone = false;
        }
        return new Mentions(users, roles, everyone);
    }

    private static List<Long> ids(Pattern pattern, String content) {
        List<Long> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(content);
        while (matcher.find()) {
            found.add(Long.parseUnsignedLong(matcher.group(1)));
        }
        return found;
    }

    private static boolean names(JsonNode ids, long id) {
        for (JsonNode one : ids) {
            if (one.asLong() == id) {
                return true;
            }
        }
        return false;
    }

    /** The same with the author of the message that is replied to. */
    Mentions with(Optional<Long> replied) {
        Set<Long> more = new LinkedHashSet<>(users);
        replied.ifPresent(more::add);
        return new Mentions(more, roles, everyone);
    }

    void write(ObjectNode message, Guild guild) {
        message.put("mention_everyone", everyone);
        var people = message.putArray("mentions");
        users.forEach(id -> guild.member(id).ifPresent(member -> people.add(member.user())));
        var groups = message.putArray("mention_roles");
        roles.stream().filter(id -> guild.role(id).isPresent()).forEach(id -> groups.add(Long.toString(id)));
    }

    /** Whom it pings, for people to read. */
    List<String> pings(Guild guild) {
        List<String> pings = new ArrayList<>();
        if (everyone) {
            pings.add("everyone");
        }
        roles.forEach(id -> guild.role(id).ifPresent(role -> pings.add("@" + role.name())));
        users.forEach(id -> guild.member(id).ifPresent(member -> pings.add(member.name())));
        return List.copyOf(pings);
    }
}
