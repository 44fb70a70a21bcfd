package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.sandbox.world.Json;

/** The chat and its people as the calls to the sandbox show them. */
record ChatView(Twitch twitch) {
    /** How a hub offers choices where there are no buttons: {@code [1] This [2] That}. */
    private static final Pattern CHOICE = Pattern.compile("\\[([0-9]{1,2})\\] (.+?)(?=\\s+\\[[0-9]{1,2}\\] |\\s*$)");

    ArrayNode messages(int last) {
        ArrayNode messages = Json.array();
        twitch.channel().last(last).forEach(line -> messages.add(message(line)));
        return messages;
    }

    ObjectNode message(Line line) {
        ObjectNode json = Json.object()
                .put("message", line.id())
                .put("who", line.from().name())
                .put("bot", line.from().bot())
                .put("text", line.text())
                .put("html", escaped(line.text()))
                .put("replyTo", line.replyTo())
                .put("edited", false);
        json.putObject("reactions");
        ArrayNode buttons = json.putArray("buttons");
        choices(line).forEach(buttons::add);
        json.putArray("files");
        return json.put("at", Json.time(line.at())).put("room", Channel.NAME);
    }

    /** What can be chosen by typing a number, in the order of the numbers; only programs offer anything. */
    static List<String> choices(Line line) {
        List<String> labels = new ArrayList<>();
        if (line.from().bot()) {
            Matcher matcher = CHOICE.matcher(line.text());
            while (matcher.find()) {
                if (Integer.parseInt(matcher.group(1)) == labels.size() + 1) {
                    labels.add(matcher.group(2));
                }
            }
        }
        return labels;
    }

    JsonNode person(Account account) {
        ObjectNode json =
                Json.object().put("who", account.name()).put("id", account.id()).put("login", account.login());
        ArrayNode roles = json.putArray("roles");
        if (Channel.owns(account)) {
            roles.add("broadcaster");
        } else if (Channel.moderates(account)) {
            roles.add("moderator");
        }
        String tier = twitch.channel().subscribers().get(account.id());
        if (tier != null) {
            roles.add("subscriber");
        }
        ArrayNode memberships = json.putArray("memberships");
        if (twitch.channel().present().contains(account.login())) {
            memberships.add(Channel.NAME);
        }
        Ban ban = twitch.channel().bans().get(account.id());
        ObjectNode restrictions = json.putObject("restrictions");
        if (ban != null && ban.holds(twitch.now())) {
            restrictions
                    .putObject(Channel.NAME)
                    .put("status", ban.until() == null ? "banned" : "timed out")
                    .put("until", ban.until() == null ? null : Json.time(ban.until()))
                    .put("reason", ban.reason());
        }
        return json.put("tier", tier).put("private", "none");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
