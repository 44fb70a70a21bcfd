package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.function.Predicate;
import lyceum.sandbox.telegram.text.Entity;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.telegram.text.Texts;
import lyceum.sandbox.telegram.text.Written;
import lyceum.sandbox.world.Change;
import lyceum.sandbox.world.Json;

/** Messages and people as the calls to the sandbox show them. */
record RoomView(Telegram telegram) {

    /** The newest of what was said in a chat or one of its topics and still stands there, in order. */
    ArrayNode messages(Room room, long thread, int last) {
        ArrayNode messages = Json.array();
        room.last(last, post -> post.said() && post.thread() == thread)
                .forEach(post -> messages.add(message(room, post)));
        return messages;
    }

    /** What people see of a change that stands now. */
    Change change(Room room, Post post, Change.Kind kind) {
        Account from = telegram.known(post.from());
        String text = kind == Change.Kind.OTHER ? "" : text(post);
        String id = String.valueOf(post.id);
        return new Change("telegram", name(room, post), id, kind, from.name(), text, from.bot(), System.nanoTime());
    }

    ObjectNode message(Room room, Post post) {
        Account from = telegram.known(post.from());
        ObjectNode json = Json.object()
                .put("message", String.valueOf(post.id))
                .put("who", from.name())
                .put("bot", from.bot())
                .put("text", text(post))
                .put("html", Written.html(body(post)))
                .put("replyTo", post.replyTo() == 0 ? null : String.valueOf(post.replyTo()))
                .put("edited", post.edited() != 0);
        ObjectNode reactions = json.putObject("reactions");
        post.reactions()
                .forEach((account, emoji) -> emoji.forEach(one ->
                        reactions.withArray(one).add(telegram.known(account).name())));
        called(post, json.putArray("pings"));
        ArrayNode buttons = json.putArray("buttons");
        Keyboards.keys(post.keyboard())
                .forEach(key -> buttons.add(key.path("text").asText()));
        post.fields()
                .path("poll")
                .path("options")
                .forEach(option -> buttons.add(option.path("text").asText()));
        if (post.fields().has("invoice") && buttons.isEmpty()) {
            buttons.add(payButton(post));
        }
        files(json.putArray("files"), post);
        json.put("at", Json.time(Instant.ofEpochSecond(post.date)));
        return json.put("room", name(room, post));
    }

    static String name(Room room, Post post) {
        if (room.is(Room.Kind.PRIVATE)) {
            return "private";
        }
        Topic topic = room.topics().get(post.thread());
        return topic == null ? room.face.name() : room.face.name() + ":" + topic.name();
    }

    static String text(Post post) {
        String question = post.fields().path("poll").path("question").asText();
        return question.isEmpty() ? body(post).text() : question;
    }

    /** What an invoice without keys of its own shows below it. */
    static String payButton(Post post) {
        return "Pay ⭐️" + post.fields().path("invoice").path("total_amount").asLong();
    }

    private static Formatted body(Post post) {
        JsonNode invoice = post.fields().path("invoice");
        return invoice.isMissingNode()
                ? post.body()
                : Texts.parsed(
                        invoice.path("title").asText() + "\n"
                                + invoice.path("description").asText(),
                        "");
    }

    /** Whom a message calls, by their account or their user name. */
    private void called(Post post, ArrayNode pings) {
        for (Entity entity : post.body().entities()) {
            String words = post.body().at(entity);
            switch (entity.type()) {
                case "text_mention" ->
                    call(person -> String.valueOf(person.id()).equals(entity.argument()), pings);
                case "mention" -> call(person -> words.equalsIgnoreCase("@" + person.username()), pings);
                default -> {
                    /* formatting calls nobody */
                }
            }
        }
    }

    private void call(Predicate<Account> who, ArrayNode pings) {
        telegram.people().stream().filter(who).forEach(person -> pings.add(person.name()));
    }

    private void files(ArrayNode names, Post post) {
        String media = post.media();
        if (media == null) {
            return;
        }
        JsonNode shown = post.fields().path(media);
        String id = (shown.isArray() ? shown.path(shown.size() - 1) : shown)
                .path("file_id")
                .asText();
        FileShelf.Stored file = telegram.files().byId(id);
        names.add(file == null ? media : file.upload().name());
    }

    /** A person: their places in the chats, what they may not do, and whether they talk with the hub. */
    ObjectNode person(Account person) {
        ObjectNode json = Json.object()
                .put("who", person.name())
                .put("id", String.valueOf(person.id()))
                .put("username", person.username())
                .put("language", person.language());
        ArrayNode roles = json.putArray("roles");
        ArrayNode memberships = json.putArray("memberships");
        ObjectNode restrictions = json.putObject("restrictions");
        for (Room room : telegram.rooms().values()) {
            Membership membership = room.membership(person.id(), telegram.now());
            if (membership.present()) {
                memberships.add(room.face.name());
            }
            if (membership.standing().leads()) {
                roles.add(room.face.name() + ":" + membership.standing().word());
            }
            if (membership.standing() == Standing.RESTRICTED || membership.standing() == Standing.KICKED) {
                restrictions.set(room.face.name(), restriction(membership));
            }
        }
        Room talk = telegram.hub().privates().get(person.id());
        return json.put("private", talk == null ? "none" : open(talk) ? "open" : "blocked");
    }

    private boolean open(Room talk) {
        return talk.membership(telegram.hub().id(), telegram.now()).present();
    }

    private static ObjectNode restriction(Membership membership) {
        ObjectNode json = Json.object().put("status", membership.standing().word());
        json.put("until", membership.until() == 0 ? null : Json.time(Instant.ofEpochSecond(membership.until())));
        if (membership.standing() == Standing.RESTRICTED) {
            json.set("permissions", membership.rights());
        }
        return json;
    }
}
