package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.telegram.text.TextRefused;
import lyceum.sandbox.telegram.text.Texts;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Verb;

/** What people say, edit, delete and react to. */
record Talking(Telegram telegram) {

    Map<String, Verb> verbs() {
        return Map.of(
                "say", call -> telegram.locked(() -> say(call)),
                "edit", call -> telegram.locked(() -> edit(call)),
                "delete", call -> telegram.locked(() -> delete(call)),
                "react", call -> telegram.locked(() -> react(call)),
                "thread", call -> telegram.locked(() -> Forums.thread(telegram, call)));
    }

    private JsonNode say(Call call) {
        Formatted body = body(call);
        List<ObjectNode> files = files(call);
        if (body.text().isEmpty() && files.isEmpty()) {
            throw Refused.badRequest("text: give a text or files");
        }
        Place place = Place.of(telegram, call).speaking(call);
        Draft draft = answering(place, call, Draft.of(place.person().id(), body));
        if (files.isEmpty()) {
            return message(telegram.post(place.room(), draft));
        }
        Post first = telegram.post(place.room(), draft.with(files.getFirst()));
        for (ObjectNode other : files.subList(1, files.size())) {
            telegram.post(place.room(), draft.with(other).saying(Formatted.EMPTY));
        }
        return message(first);
    }

    private static ObjectNode message(Post post) {
        return Json.object().put("message", String.valueOf(post.id));
    }

    /** The text of a call, plain in {@code text} or formatted in {@code html}. */
    static Formatted body(Call call) {
        try {
            Formatted body = call.maybe("html")
                    .map(html -> Texts.parsed(html, "HTML"))
                    .orElseGet(() -> Texts.parsed(call.maybe("text").orElse(""), ""));
            if (body.text().length() > Ask.LONGEST_TEXT) {
                throw Refused.badRequest("text: more than " + Ask.LONGEST_TEXT + " characters");
            }
            return body;
        } catch (TextRefused refused) {
            throw Refused.badRequest("text: " + refused.getMessage());
        }
    }

    static Draft answering(Place place, Call call, Draft draft) {
        long answered = call.maybe("replyTo").isPresent() ? place.post(call, "replyTo").id : 0;
        ObjectNode fields = draft.fields();
        call.maybe("quote").filter(_ -> answered != 0).ifPresent(words -> {
            int position = Math.max(0, place.post(call, "replyTo").body().text().indexOf(words));
            fields.putObject("quote")
                    .put("text", words)
                    .put("position", position)
                    .put("is_manual", true);
        });
        return draft.with(fields).in(place.thread()).answering(answered);
    }

    /** The message fields of each file that a call brings; several make an album. */
    private List<ObjectNode> files(Call call) {
        List<ObjectNode> all = new ArrayList<>();
        String album = String.valueOf(telegram.serial());
        for (JsonNode file : call.field("files")) {
            Upload upload = upload(file);
            String kind = upload.type().equals("audio/ogg") ? "voice" : Media.picture(upload) ? "photo" : "document";
            ObjectNode fields = described(kind, upload);
            if (call.field("files").size() > 1) {
                fields.put("media_group_id", album);
            }
            all.add(fields);
        }
        return all;
    }

    private ObjectNode described(String kind, Upload upload) {
        try {
            return Media.described(kind, Media.shelve(telegram, kind, upload));
        } catch (ApiError noPicture) {
            throw Refused.badRequest("files: " + upload.name() + " is not a picture");
        }
    }

    private static Upload upload(JsonNode file) {
        String name = file.path("name").asText("file");
        try {
            byte[] bytes = Base64.getDecoder().decode(file.path("base64").asText());
            return new Upload(name, Media.type(name), bytes);
        } catch (IllegalArgumentException notBase64) {
            throw Refused.badRequest("files: " + name + " is not base64");
        }
    }

    private JsonNode edit(Call call) {
        Place place = Place.of(telegram, call);
        Post post = own(place, call);
        post.rewrite(body(call), post.fields(), (int) telegram.now());
        telegram.changed(place.room(), post, true);
        return message(post);
    }

    private static Post own(Place place, Call call) {
        Post post = place.post(call, "message");
        if (post.from() != place.person().id()) {
            throw new Refused(403, "that message is not " + place.person().name() + "'s");
        }
        return post;
    }

    /** Telegram tells nobody. */
    private JsonNode delete(Call call) {
        Place place = Place.of(telegram, call);
        boolean leads =
                place.membership().may("can_delete_messages") || place.room().is(Room.Kind.PRIVATE);
        Post post = leads ? place.post(call, "message") : own(place, call);
        telegram.remove(place.room(), post.id);
        return message(post);
    }

    private JsonNode react(Call call) {
        Place place = Place.of(telegram, call);
        place.arrived();
        Post post = place.post(call, "message");
        String emoji = emoji(call);
        List<String> before = post.reactions().getOrDefault(place.person().id(), List.of());
        List<String> after = call.flag("remove") ? List.of() : List.of(emoji);
        boolean nothing = call.flag("remove") ? !before.contains(emoji) : before.equals(after);
        if (!nothing) {
            post.react(place.person().id(), after);
            telegram.changed(place.room(), post, false);
            telegram.announcements().reacted(place.room(), post, place.person(), before);
        }
        return message(post);
    }

    private static String emoji(Call call) {
        try {
            return Editing.checked(call.text("emoji"));
        } catch (ApiError notAReaction) {
            throw Refused.conflict("telegram has no reaction " + call.text("emoji"));
        }
    }
}
