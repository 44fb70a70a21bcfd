package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Verb;

/** What people do with messages: say, edit, delete, react. */
final class Talking {
    private final DiscordSide side;
    private final Rooms rooms;

    Talking(DiscordSide side, Rooms rooms) {
        this.side = side;
        this.rooms = rooms;
    }

    Map<String, Verb> verbs() {
        return Map.of(
                "say",
                this::say,
                "edit",
                this::edit,
                "delete",
                this::delete,
                "react",
                this::react,
                "thread",
                this::thread,
                "remove",
                this::remove,
                "typing",
                this::typing);
    }

    /** A thread goes, and all that stands in it. */
    private JsonNode remove(Call call) {
        Member person = rooms.person(call.who());
        Channel channel = rooms.room(call, person);
        if (!channel.isThread() || !Rights.has(side.permissions().in(person.id(), channel), Rights.MANAGE_THREADS)) {
            throw Refused.conflict(person.name() + " may not delete " + call.room());
        }
        ChannelRoutes.remove(channel, side);
        return Json.object();
    }

    private JsonNode thread(Call call) {
        return side.threads().thread(rooms.room(call, rooms.person(call.who())), call);
    }

    private JsonNode typing(Call call) {
        Member person = rooms.person(call.who());
        Channel channel = rooms.room(call, person);
        if (!side.permissions().speaks(person.id(), channel)) {
            throw Refused.conflict(person.name() + " may not write in " + call.room());
        }
        side.messages().typing(channel, person.id(), person.name());
        return Json.object();
    }

    private JsonNode say(Call call) {
        Member person = rooms.person(call.who());
        Channel channel = rooms.roomOrNewPost(call, person);
        if (!side.permissions().speaks(person.id(), channel)) {
            throw Refused.conflict(person.name() + " may not write in " + call.room());
        }
        ObjectNode body = Json.object().put("content", call.maybe("text").orElse(""));
        call.maybe("replyTo")
                .ifPresent(id -> body.putObject("message_reference").put("message_id", id));
        List<ObjectNode> files = new ArrayList<>();
        for (JsonNode file : call.field("files")) {
            byte[] content = decoded(file.path("base64").asText());
            files.add(side.attachments().put(channel.id(), file.path("name").asText("file"), content));
        }
        Draft draft = new Draft(body, files).checked();
        side.threads().wake(channel);
        Post post = side.messages().post(channel, Author.of(person), draft);
        return Json.object().put("message", Long.toString(post.id()));
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw Refused.badRequest("files: base64 is broken");
        }
    }

    private JsonNode edit(Call call) {
        Member person = rooms.person(call.who());
        Channel channel = rooms.room(call, person);
        Post post = rooms.post(call, channel, person);
        if (post.author() != person.id()) {
            throw Refused.conflict("one edits one's own messages only");
        }
        side.messages().edit(channel, post.id(), Draft.saying(call.text("text")));
        return Json.object().put("message", Long.toString(post.id()));
    }

    private JsonNode delete(Call call) {
        Member person = rooms.person(call.who());
        Channel channel = rooms.room(call, person);
        Post post = rooms.post(call, channel, person);
        if (post.onlyFor() != 0) {
            channel.whispers().remove(post.id());
            side.telling().other(channel, post);
            return Json.object();
        }
        boolean may = post.author() == person.id()
                || Rights.has(side.permissions().in(person.id(), channel), Rights.MANAGE_MESSAGES);
        if (!may) {
            throw Refused.conflict(person.name() + " may not delete others' messages");
        }
        side.messages().delete(channel, post.id());
        return Json.object();
    }

    private JsonNode react(Call call) {
        Member person = rooms.person(call.who());
        Channel channel = rooms.room(call, person);
        Post post = rooms.post(call, channel, person);
        if (call.flag("remove")) {
            side.reactions().remove(channel, post.id(), call.text("emoji"), person.id());
        } else {
            side.reactions().add(channel, post.id(), call.text("emoji"), person.id());
        }
        return Json.object();
    }
}
