package lyceum.sandbox.room;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Change;
import lyceum.sandbox.world.Faults;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Side;
import lyceum.sandbox.world.Verb;
import lyceum.sandbox.world.Wire;
import lyceum.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** The live room's side of the sandbox: it belongs to a hub, which says where it is; its people are clients of it. */
public final class RoomSide implements Side {
    private static final long PATIENCE_NANOS = 5_000_000_000L;
    private static final String WATCHER = "";
    private static final List<String> ROOMS = List.of("class");

    private final World world;
    private final Wire wire;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();
    private final AtomicLong marks = new AtomicLong();
    private final String life = UUID.randomUUID().toString().substring(0, 8);
    private volatile @Nullable Address address;

    public RoomSide(World world) {
        this.world = world;
        this.wire = new Wire(world.clock());
    }

    @Override
    public String name() {
        return "room";
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public void routes(RoutesConfig routes) {
        // the room itself is served by the hub
    }

    @Override
    public Map<String, Verb> verbs() {
        return Map.of(
                "", this::register,
                "say", this::say,
                "edit", this::edit,
                "delete", this::delete,
                "command", this::command,
                "click", this::click,
                "join", this::join,
                "leave", this::leave,
                "typing", this::typing);
    }

    /** The address of the hub that has opened a live room, without a slash at the end; empty before. */
    public String hub() {
        Address known = address;
        return known == null ? "" : known.url();
    }

    /** A hub says where its live rooms are, which there are, and with what passes known people come in. */
    private JsonNode register(Call call) {
        String url = call.text("url").replaceAll("/+$", "");
        if (!url.matches("https?://[^/]+")) {
            throw Refused.badRequest("url: the hub's address, as http://127.0.0.1:8080");
        }
        Map<String, String> passes = new HashMap<>();
        call.field("passes")
                .properties()
                .forEach(pass -> passes.put(
                        world.people().named(pass.getKey()).name(),
                        pass.getValue().asText()));
        Address before = address;
        address = new Address(url, Map.copyOf(passes));
        if (before != null && !before.url().equals(url)) {
            visitors.values().forEach(Visitor::drop);
        }
        List<String> rooms = call.field("rooms").isArray()
                ? call.field("rooms").valueStream().map(JsonNode::asText).toList()
                : ROOMS;
        rooms.forEach(room -> visitor(room, WATCHER).come());
        return Json.object();
    }

    /** Opens the room's page, and is there from then on; who was there already stays. */
    private JsonNode join(Call call) throws InterruptedException {
        person(call).ask(Json.object().put("do", "sync"), life + "-" + marks.incrementAndGet(), 1);
        return Json.object().put("joined", true);
    }

    /** Closes the page. */
    private JsonNode leave(Call call) {
        Visitor visitor = visitors.remove(
                call.room() + "\n" + world.people().named(call.who()).name());
        if (visitor != null) {
            visitor.close();
        }
        return Json.object().put("left", true);
    }

    private JsonNode typing(Call call) throws InterruptedException {
        join(call);
        person(call).tell(Json.object().put("do", "typing"));
        return Json.object();
    }

    private JsonNode say(Call call) throws InterruptedException {
        ObjectNode message = Json.object().put("do", "say").put("text", call.text("text"));
        call.maybe("replyTo").ifPresent(line -> message.put("reply", line));
        return Json.object().put("message", act(call, message).path("id").asText());
    }

    private JsonNode edit(Call call) throws InterruptedException {
        act(
                call,
                Json.object()
                        .put("do", "edit")
                        .put("line", call.text("message"))
                        .put("text", call.text("text")));
        return Json.object();
    }

    private JsonNode delete(Call call) throws InterruptedException {
        act(call, Json.object().put("do", "delete").put("line", call.text("message")));
        return Json.object();
    }

    private JsonNode command(Call call) throws InterruptedException {
        List<String> options = call.field("options").properties().stream()
                .map(option -> option.getValue().asText())
                .toList();
        StringBuilder line =
                new StringBuilder("!").append(call.text("command").strip().replaceFirst("^[!/]", ""));
        for (int i = 0; i < options.size(); i++) {
            String value = options.get(i);
            boolean quoted = i < options.size() - 1 && (value.isEmpty() || value.matches("(?s).*\\s.*"));
            line.append(' ').append(quoted ? "\"" + value + "\"" : value);
        }
        ObjectNode message = Json.object().put("do", "say").put("text", line.toString());
        call.maybe("replyTo").ifPresent(to -> message.put("reply", to));
        return answered(call, message);
    }

    private JsonNode click(Call call) throws InterruptedException {
        Visitor visitor = person(call);
        String wanted = call.text("button");
        ObjectNode line = visitor.seen()
                .await(
                        seen -> seen.path("id").asText().equals(call.text("message")),
                        System.nanoTime() + PATIENCE_NANOS)
                .orElseThrow(() -> Refused.notFound("no message " + call.text("message")));
        String button = line.path("buttons")
                .valueStream()
                .filter(each -> each.path("label").asText().equals(wanted)
                        || each.path("id").asText().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refused.conflict("no button " + wanted))
                .path("id")
                .asText();
        return answered(
                call,
                Json.object()
                        .put("do", "press")
                        .put("line", line.path("id").asText())
                        .put("button", button));
    }

    /** The hub's next message that answers what this person just asked, or null. */
    private JsonNode answered(Call call, ObjectNode message) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE_NANOS;
        String asked = act(call, message).path("id").asText();
        Optional<ObjectNode> reply = person(call)
                .seen()
                .await(
                        line -> line.path("reply").asText().equals(asked)
                                && line.path("who").path("hub").asBoolean(),
                        until);
        ObjectNode answer = Json.object();
        answer.set("reply", reply.map(LineView::of).orElse(null));
        return answer;
    }

    private JsonNode act(Call call, ObjectNode message) throws InterruptedException {
        Visitor visitor = person(call);
        String verb = message.path("do").asText();
        Optional<Faults.Fault> fault = wire.faults().take(Faults.OF_FRAMES, verb);
        if (fault.filter(planned -> planned.kind().equals("disconnect")).isPresent()) {
            visitor.drop();
        }
        boolean twice =
                fault.filter(planned -> planned.kind().equals("duplicate")).isPresent();
        JsonNode answer = visitor.ask(message, life + "-" + marks.incrementAndGet(), twice ? 2 : 1);
        wire.log()
                .answered(
                        "SEND",
                        "/" + call.room() + "/" + verb,
                        200,
                        world.clock().now());
        return answer;
    }

    private Visitor person(Call call) {
        if (address == null) {
            throw new Refused(503, "no hub has opened a live room yet");
        }
        Visitor visitor = visitor(call.room(), world.people().named(call.who()).name());
        visitor.come();
        return visitor;
    }

    private Visitor visitor(String room, String who) {
        return visitors.computeIfAbsent(
                room + "\n" + who,
                _ -> new Visitor(
                        new Visitor.Coming(http, who, room),
                        () -> address,
                        line -> told(room, line, who.equals(WATCHER))));
    }

    /** Whoever is there sees that somebody types; of lines one visitor tells for all. */
    private void told(String room, JsonNode what, boolean forAll) {
        if (what.path("is").asText().equals("typing")) {
            world.typists().type(name() + "/" + room, "Lyceum");
        } else if (forAll) {
            tell(room, what);
        }
    }

    private void tell(String room, JsonNode line) {
        Change.Kind kind = switch (line.path("kind").asText()) {
            case "said" -> Change.Kind.POSTED;
            case "edited" -> Change.Kind.EDITED;
            default -> Change.Kind.DELETED;
        };
        world.feed()
                .tell(() -> new Change(
                        name(),
                        room,
                        line.path("id").asText(),
                        kind,
                        LineView.speaker(line),
                        LineView.text(line),
                        line.path("who").path("hub").asBoolean(),
                        System.nanoTime()));
    }

    @Override
    public JsonNode messages(String room, @Nullable String who, int last) {
        if (address == null) {
            throw new Refused(503, "no hub has opened a live room yet");
        }
        Visitor visitor =
                visitor(room, who == null ? WATCHER : world.people().named(who).name());
        try {
            visitor.ask(Json.object().put("do", "sync"), life + "-" + marks.incrementAndGet(), 1);
        } catch (Refused away) {
            return visitor.seen().shown(last); // the hub is away: what stood when it left
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return visitor.seen().shown(last);
    }

    @Override
    public JsonNode privateMessages(String who) {
        throw Refused.conflict("the live room has no private messages");
    }

    @Override
    public JsonNode commands(String who) {
        return Json.array();
    }

    @Override
    public JsonNode person(String who) {
        Address now = address;
        String name = world.people().named(who).name();
        return Json.object()
                .put("name", name)
                .put("member", now != null && now.passes().containsKey(name));
    }

    @Override
    public void close() {
        visitors.values().forEach(Visitor::close);
        http.shutdownNow();
    }
}
