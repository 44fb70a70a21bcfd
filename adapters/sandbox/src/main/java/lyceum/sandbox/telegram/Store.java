package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.world.Chronicle;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** What outlives a stop: each change is one line that replaces the earlier line of the same thing. */
final class Store implements AutoCloseable {
    private final Chronicle chronicle;

    Store(Chronicle chronicle) {
        this.chronicle = chronicle;
    }

    void posted(Room room, Post post) {
        if (chronicle.keeps()) {
            chronicle.write(line(room, "post", post(post)));
        }
    }

    void removed(Room room, long id) {
        if (chronicle.keeps()) {
            chronicle.write(in(room).put("gone", id));
        }
    }

    void placed(Room room, long account, Membership membership) {
        if (chronicle.keeps()) {
            chronicle.write(line(room, "place", membership.stored().put("account", account)));
        }
    }

    /** Topics, links, requests and pins of a chat, all at once. */
    void furnished(Room room) {
        if (chronicle.keeps()) {
            chronicle.write(line(room, "furniture", furniture(room)));
        }
    }

    void queued(Bot bot, UpdateQueue.Waiting update) {
        if (chronicle.keeps()) {
            chronicle.write(queuedLine(bot, update));
        }
    }

    /** What a bot set. */
    void bot(Bot bot) {
        if (chronicle.keeps()) {
            chronicle.write(botLine(bot));
        }
    }

    /** How far a bot confirmed its updates. */
    void confirmed(Bot bot) {
        if (chronicle.keeps()) {
            chronicle.write(Json.object().put("bot", bot.id()).put("head", bot.updates.head()));
        }
    }

    void shelved(FileShelf.Stored file) {
        if (chronicle.keeps()) {
            chronicle.write(Json.object()
                    .put("file", file.path())
                    .put("name", file.upload().name())
                    .put("type", file.upload().type())
                    .put("bytes", file.upload().bytes()));
        }
    }

    /** An invoice or a payment. */
    void sold(ObjectNode line) {
        if (chronicle.keeps()) {
            chronicle.write(line);
        }
    }

    private static ObjectNode queuedLine(Bot bot, UpdateQueue.Waiting update) {
        ObjectNode line = Json.object().put("bot", bot.id()).put("until", update.until());
        line.set("update", update.json());
        return line;
    }

    private static ObjectNode botLine(Bot bot) {
        ObjectNode line = Json.object().put("bot", bot.id());
        line.set("state", bot.stored());
        return line;
    }

    private static ObjectNode in(Room room) {
        return Json.object().put("room", room.face.name());
    }

    private static ObjectNode line(Room room, String what, JsonNode value) {
        ObjectNode line = in(room);
        line.set(what, value);
        return line;
    }

    private static ObjectNode post(Post post) {
        ObjectNode line = Json.object()
                .put("id", post.id)
                .put("date", post.date)
                .put("edited", post.edited())
                .put("from", post.from())
                .put("thread", post.thread())
                .put("replyTo", post.replyTo())
                .put("text", post.body().text());
        line.set("entities", EntityJson.stored(post.body().entities()));
        line.set("fields", post.fields());
        line.set("keyboard", post.keyboard());
        ObjectNode reactions = line.putObject("reactions");
        post.reactions().forEach((account, emoji) -> {
            ArrayNode array = reactions.putArray(String.valueOf(account));
            emoji.forEach(array::add);
        });
        return line;
    }

    private static ObjectNode furniture(Room room) {
        ObjectNode line = Json.object().put("lastId", room.lastId());
        ArrayNode topics = line.putArray("topics");
        room.topics().values().forEach(topic -> topics.add(topic.stored()));
        ObjectNode links = line.putObject("links");
        room.links().forEach(links::set);
        ObjectNode requests = line.putObject("requests");
        room.requests().forEach((account, link) -> requests.put(String.valueOf(account), link));
        ArrayNode pinned = line.putArray("pinned");
        room.pinned().forEach(pinned::add);
        line.set("permissions", room.permissions());
        return line;
    }

    /** Brings everything back, and forgets the lines that others replaced. */
    void restore(Telegram telegram) {
        List<JsonNode> fileLines = new ArrayList<>();
        chronicle.replay(line -> {
            if (line.has("file")) {
                fileLines.add(line);
            }
            restore(telegram, line);
        });
        if (chronicle.keeps()) {
            chronicle.compact(Stream.concat(fileLines.stream(), state(telegram)));
        }
    }

    private static Stream<JsonNode> state(Telegram telegram) {
        Stream<JsonNode> rooms = telegram.allRooms().stream()
                .flatMap(room -> Stream.<Stream<JsonNode>>of(
                                Stream.of(line(room, "furniture", furniture(room))),
                                room.members().entrySet().stream()
                                        .map(entry -> line(
                                                room,
                                                "place",
                                                entry.getValue().stored().put("account", entry.getKey()))),
                                room.posts().stream().map(post -> line(room, "post", post(post))))
                        .flatMap(lines -> lines));
        Stream<JsonNode> bots = telegram.bots().values().stream()
                .flatMap(bot -> Stream.concat(
                        bot.updates.all().stream().map(update -> queuedLine(bot, update)), Stream.of(botLine(bot))));
        return Stream.of(rooms, bots, telegram.sales().lines()).flatMap(lines -> lines);
    }

    private static void restore(Telegram telegram, JsonNode line) {
        if (line.has("file")) {
            restoreFile(telegram, line);
        } else if (line.has("sale")) {
            telegram.sales().restore(line);
        } else if (line.has("bot")) {
            restoreBot(telegram, line);
        } else {
            Room room = room(telegram, line.path("room").asText());
            if (room != null) {
                restoreRoom(telegram, room, line);
            }
        }
    }

    private static void restoreFile(Telegram telegram, JsonNode line) {
        try {
            String path = line.path("file").asText();
            String number = path.substring(path.indexOf("file_") + 5).replaceFirst("\\..*", "");
            Upload upload = new Upload(
                    line.path("name").asText(),
                    line.path("type").asText(),
                    line.path("bytes").binaryValue());
            telegram.files().put(path.substring(0, path.indexOf('/')), upload, Long.parseLong(number));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void restoreBot(Telegram telegram, JsonNode line) {
        Bot bot = telegram.bots().get(line.path("bot").asLong());
        if (bot != null && line.has("state")) {
            bot.restore(line.path("state"));
        } else if (bot != null && line.has("head")) {
            bot.updates.restoreHead(line.path("head").asLong());
        } else if (bot != null && line.path("update") instanceof ObjectNode json) {
            long id = json.path("update_id").asLong();
            bot.updates.restore(new UpdateQueue.Waiting(id, line.path("until").asLong(), json));
        }
    }

    private static @Nullable Room room(Telegram telegram, String name) {
        String[] parts = name.split("/", 3);
        if (parts.length == 3) {
            Bot bot = telegram.bots().get(Long.parseLong(parts[1]));
            Account person = telegram.account(Long.parseLong(parts[2]));
            return bot == null || person == null ? null : telegram.privateRoom(bot, person);
        }
        return telegram.rooms().values().stream()
                .filter(room -> room.face.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static void restoreRoom(Telegram telegram, Room room, JsonNode line) {
        if (line.has("post")) {
            Post post = restored(line.path("post"));
            room.keep(post);
            if (room.is(Room.Kind.PRIVATE)) {
                telegram.botOf(room).sawPrivateId(post.id);
            }
        } else if (line.has("gone")) {
            room.remove(line.path("gone").asLong());
        } else if (line.has("place")) {
            JsonNode place = line.path("place");
            room.members().put(place.path("account").asLong(), Membership.restored(place));
        } else {
            restoreFurniture(room, line.path("furniture"));
        }
    }

    private static void restoreFurniture(Room room, JsonNode line) {
        room.sawId(line.path("lastId").asLong());
        room.topics().clear();
        line.path("topics").forEach(topic -> {
            Topic restored = Topic.restored(topic);
            room.topics().put(restored.id(), restored);
        });
        room.links().clear();
        line.path("links").properties().forEach(link -> room.links().put(link.getKey(), (ObjectNode) link.getValue()));
        room.requests().clear();
        line.path("requests")
                .properties()
                .forEach(request -> room.requests()
                        .put(
                                Long.parseLong(request.getKey()),
                                request.getValue().asText()));
        room.pinned().clear();
        line.path("pinned").forEach(id -> room.pinned().add(id.asLong()));
        if (line.path("permissions") instanceof ObjectNode permissions) {
            room.permit(permissions);
        }
    }

    private static Post restored(JsonNode line) {
        ObjectNode keyboard = line.path("keyboard") instanceof ObjectNode node ? node : null;
        Draft draft = new Draft(
                line.path("from").asLong(),
                new Formatted(line.path("text").asText(), EntityJson.restored(line.path("entities"))),
                line.path("fields").deepCopy(),
                line.path("thread").asLong(),
                line.path("replyTo").asLong(),
                keyboard);
        Post post = new Post(line.path("id").asLong(), line.path("date").asInt(), draft);
        Map<Long, List<String>> reactions = new LinkedHashMap<>();
        line.path("reactions").properties().forEach(entry -> {
            List<String> emoji = new ArrayList<>();
            entry.getValue().forEach(one -> emoji.add(one.asText()));
            reactions.put(Long.parseLong(entry.getKey()), emoji);
        });
        post.restore(draft.body(), line.path("edited").asInt(), reactions);
        return post;
    }

    @Override
    public void close() {
        chronicle.close();
    }
}
