package lyceum.sandbox.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import lyceum.sandbox.world.Json;

/** A line as the calls under {@code /sandbox} show it. */
final class LineView {
    private static final Map<String, String> TAGS = Map.of(
            "bold", "b",
            "italic", "i",
            "underline", "u",
            "strike", "s",
            "code", "code",
            "block", "pre",
            "quote", "blockquote",
            "spoiler", "span",
            "mention", "span");

    private LineView() {}

    static ObjectNode of(ObjectNode line) {
        JsonNode who = line.path("who");
        ObjectNode view = Json.object()
                .put("message", line.path("id").asText())
                .put("who", speaker(line))
                .put("bot", who.path("hub").asBoolean())
                .put("text", text(line))
                .put("html", escaped(front(line)) + html(line));
        view.set("replyTo", line.path("reply").isTextual() ? line.path("reply") : null);
        view.put("edited", line.path("edited").asBoolean());
        view.putObject("reactions");
        var buttons = view.putArray("buttons");
        line.path("buttons").forEach(button -> buttons.add(button.path("label").asText()));
        view.putArray("files");
        var badges = view.putArray("badges");
        who.path("badges").forEach(badges::add);
        return view.put("at", Json.time(Instant.parse(line.path("at").asText())));
    }

    /** Who speaks: in somebody else's name, it is still the hub. */
    static String speaker(JsonNode line) {
        return line.path("who").path("voice").asBoolean()
                ? "Lyceum"
                : line.path("who").path("name").asText();
    }

    static String text(JsonNode line) {
        return front(line) + line.path("text").asText();
    }

    private static String front(JsonNode line) {
        return line.path("who").path("voice").asBoolean()
                ? line.path("who").path("name").asText() + ": "
                : "";
    }

    /** The marks are a tree, outer before inner, so their tags nest. */
    private static String html(JsonNode line) {
        String text = line.path("text").asText();
        Map<Integer, StringBuilder> opening = new TreeMap<>();
        Map<Integer, StringBuilder> closing = new HashMap<>();
        line.path("marks").forEach(mark -> {
            String kind = mark.path(2).asText();
            String tag = kind.equals("link") ? "a" : TAGS.getOrDefault(kind, "span");
            String attribute =
                    kind.equals("link") ? " href=\"" + escaped(mark.path(3).asText()) + "\"" : "";
            opening.computeIfAbsent(mark.path(0).asInt(), _ -> new StringBuilder())
                    .append('<')
                    .append(tag)
                    .append(attribute)
                    .append('>');
            closing.computeIfAbsent(mark.path(1).asInt(), _ -> new StringBuilder())
                    .insert(0, "</" + tag + ">");
        });
        StringBuilder html = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            html.append(closing.getOrDefault(i, new StringBuilder()));
            html.append(opening.getOrDefault(i, new StringBuilder()));
            if (i < text.length()) {
                html.append(escaped(text.substring(i, i + 1)));
            }
        }
        return html.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\n", "<br>");
    }
}
