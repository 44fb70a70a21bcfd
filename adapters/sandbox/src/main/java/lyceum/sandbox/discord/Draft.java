package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a client wants a message to be, checked as Discord checks it.
 *
 * @param body the request's JSON
 * @param files the files that came with it, already stored, as attachment objects
 */
record Draft(JsonNode body, List<ObjectNode> files) {
    static final int LONGEST = 2_000;
    static final int EPHEMERAL = 1 << 6;
    static final int LOADING = 1 << 7;
    static final int COMPONENTS_V2 = 1 << 15;
    private static final int SETTABLE = 1 << 2 | EPHEMERAL | 1 << 12 | 1 << 13 | COMPONENTS_V2;

    static Draft of(JsonNode body) {
        return new Draft(body, List.of());
    }

    static Draft saying(String text) {
        return of(Json.object().put("content", text));
    }

    /** The text as it will stand: without white space at its ends, and without halves of surrogate pairs. */
    String content() {
        return body.path("content").isTextual()
                ? wellFormed(body.path("content").asText().strip())
                : "";
    }

    static String wellFormed(String text) {
        return text.codePoints().noneMatch(Draft::isHalf)
                ? text
                : text.codePoints()
                        .map(c -> isHalf(c) ? 0xFFFD : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    int flags() {
        return body.path("flags").asInt(0) & SETTABLE;
    }

    boolean ephemeral() {
        return (flags() & EPHEMERAL) != 0;
    }

    @Nullable
    JsonNode nonce() {
        JsonNode nonce = body.get("nonce");
        return nonce == null || nonce.isNull() || nonce.asText().isEmpty() ? null : nonce;
    }

    boolean enforcesNonce() {
        return nonce() != null && body.path("enforce_nonce").asBoolean();
    }

    JsonNode allowedMentions() {
        return body.path("allowed_mentions");
    }

    /** Refuses what Discord refuses in a new message. */
    Draft checked() {
        checkParts();
        if (isEmpty()) {
            throw DiscordError.emptyMessage();
        }
        return this;
    }

    /** Refuses what Discord refuses in a change of a message; a field that is missing stays as it is. */
    Draft checkedAsChange(JsonNode before) {
        checkParts();
        boolean keepsSome = Stream.of("content", "embeds", "components", "attachments")
                .anyMatch(part -> !body.has(part) && isThere(before.path(part)));
        if (isEmpty() && !keepsSome) {
            throw DiscordError.emptyMessage();
        }
        return this;
    }

    private static boolean isThere(JsonNode part) {
        return part.isTextual() ? !part.asText().isEmpty() : !part.isEmpty();
    }

    private boolean isEmpty() {
        boolean v2 = (body.path("flags").asInt(0) & COMPONENTS_V2) != 0;
        return content().isEmpty()
                && body.path("embeds").isEmpty()
                && files.isEmpty()
                && body.path("sticker_ids").isEmpty()
                && !body.path("poll").isObject()
                && !(v2 && !body.path("components").isEmpty());
    }

    private void checkParts() {
        JsonNode content = body.path("content");
        if (!content.isMissingNode() && !content.isNull() && !content.isValueNode()) {
            throw DiscordError.invalid("content", "BASE_TYPE_STRING", "Must be a string.");
        }
        String text = content();
        if (text.codePointCount(0, text.length()) > LONGEST) {
            throw DiscordError.tooLong("content", LONGEST);
        }
        JsonNode nonce = nonce();
        if (nonce != null && nonce.asText().length() > 25) {
            throw DiscordError.tooLong("nonce", 25);
        }
        Embeds.check(body.path("embeds"));
        if ((body.path("flags").asInt(0) & COMPONENTS_V2) == 0) {
            Components.check(body.path("components"));
        }
        checkAllowedMentions(allowedMentions());
    }

    private static void checkAllowedMentions(JsonNode allowed) {
        for (String kind : List.of("users", "roles")) {
            boolean parsed = false;
            for (JsonNode parse : allowed.path("parse")) {
                parsed |= parse.asText().equals(kind);
            }
            if (parsed && !allowed.path(kind).isEmpty()) {
                throw DiscordError.invalid(
                        "allowed_mentions",
                        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
                        "parse:[\"" + kind + "\"] and " + kind + ": [ids...] are mutually exclusive.");
            }
            if (allowed.path(kind).size() > 100) {
                throw DiscordError.tooLong("allowed_mentions." + kind, 100);
            }
        }
    }

    /** Writes what the message says into its object; with {@code before}, fields that are missing stay. */
    void write(ObjectNode message, @Nullable ObjectNode before) {
        boolean changes = before != null;
        if (!changes || body.has("content")) {
            message.put("content", content());
        }
        if (!changes || body.has("embeds")) {
            message.set("embeds", Embeds.shown(body.path("embeds")));
        }
        if (!changes || body.has("components")) {
            message.set("components", Components.shown(body.path("components")));
        }
        if (!changes || body.has("attachments") || !files.isEmpty()) {
            ArrayNode attachments = Json.array();
            if (before != null) {
                keptFiles(before).forEach(attachments::add);
            }
            attachments.addAll(files);
            message.set("attachments", attachments);
        }
    }

    private List<JsonNode> keptFiles(ObjectNode before) {
        List<JsonNode> kept = new ArrayList<>();
        for (JsonNode old : before.path("attachments")) {
            boolean named = !body.has("attachments");
            for (JsonNode wanted : body.path("attachments")) {
                named |= wanted.path("id").asText().equals(old.path("id").asText());
            }
            if (named) {
                kept.add(old);
            }
        }
        return kept;
    }
}
