package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import lyceum.sandbox.world.Json;

/** Messages as people see them on their screen. */
final class Sight {
    private final Guild guild;
    private final Html html;

    Sight(Guild guild) {
        this.guild = guild;
        this.html = new Html(guild);
    }

    /** The newest messages of a room for someone, in order; person 0 sees what everyone sees. */
    ArrayNode of(Channel channel, long person, int last) {
        List<Post> posts = channel.timeline().last(last);
        if (person != 0) {
            posts.addAll(channel.whispers().of(person));
            posts.sort(Comparator.comparingLong(Post::id));
            posts = posts.subList(Math.max(0, posts.size() - last), posts.size());
        }
        ArrayNode seen = Json.array();
        posts.stream().filter(post -> !post.waits()).forEach(post -> seen.add(of(channel, post)));
        return seen;
    }

    ObjectNode of(Channel channel, Post post) {
        JsonNode json = post.json();
        ObjectNode seen = Json.object().put("message", Long.toString(post.id()));
        seen.put("who", who(json.path("author")));
        seen.put("bot", json.path("author").path("bot").asBoolean());
        String text = text(json);
        seen.put("text", text).put("html", html.of(text));
        seen.put("replyTo", json.path("message_reference").path("message_id").textValue());
        seen.put("edited", json.path("edited_timestamp").isTextual());
        ObjectNode reactions = seen.putObject("reactions");
        post.reactions().forEach((emoji, users) -> {
            ArrayNode names = reactions.putArray(emoji);
            users.forEach(id -> names.add(guild.member(id).map(Member::name).orElse("unknown")));
        });
        ArrayNode buttons = seen.putArray("buttons");
        Components.pressable(json.path("components")).forEach(button -> buttons.add(Components.label(button)));
        ArrayNode files = seen.putArray("files");
        json.path("attachments").forEach(file -> files.add(file.path("filename").asText()));
        seen.put("at", json.path("timestamp").asText());
        ArrayNode pings = seen.putArray("pings");
        post.pings().forEach(pings::add);
        if (post.onlyFor() != 0) {
            seen.put("onlyFor", guild.member(post.onlyFor()).map(Member::name).orElse("unknown"));
        }
        return seen.put("room", channel.name());
    }

    static String who(JsonNode author) {
        String shown = author.path("global_name").asText("");
        return shown.isEmpty() || shown.equals("null") ? author.path("username").asText() : shown;
    }

    /** The content, and what embeds and text components say, a line each. */
    static String text(JsonNode json) {
        List<String> lines = new ArrayList<>();
        add(lines, json.path("content"));
        for (JsonNode embed : json.path("embeds")) {
            add(lines, embed.path("author").path("name"));
            add(lines, embed.path("title"));
            add(lines, embed.path("description"));
            for (JsonNode field : embed.path("fields")) {
                add(lines, field.path("name"));
                add(lines, field.path("value"));
            }
            add(lines, embed.path("footer").path("text"));
        }
        components(lines, json.path("components"));
        return String.join("\n", lines);
    }

    private static void components(List<String> lines, JsonNode components) {
        for (JsonNode component : components) {
            if (component.path("type").asInt() == 10) {
                add(lines, component.path("content"));
            }
            components(lines, component.path("components"));
        }
    }

    private static void add(List<String> lines, JsonNode text) {
        if (!text.asText("").isEmpty()) {
            lines.add(text.asText());
        }
    }
}
