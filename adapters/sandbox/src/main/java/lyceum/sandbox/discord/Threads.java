package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Predicate;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;

/** Threads and forum posts: opening them, archiving them, and their REST routes. */
final class Threads {
    private final DiscordSide side;

    Threads(DiscordSide side) {
        this.side = side;
    }

    void hang(Rest rest) {
        rest.post("/channels/{channel}/threads", this::create);
        rest.post("/channels/{channel}/messages/{message}/threads", this::createOnMessage);
        rest.get("/guilds/{guild}/threads/active", ask -> {
            side.needGuild(ask);
            return list(ask, thread -> !thread.archived());
        });
        for (String kind : new String[] {"archived/public", "archived/private"}) {
            rest.get("/channels/{channel}/threads/" + kind, ask -> {
                Channel parent = side.channel(ask);
                int wanted = kind.endsWith("private") ? Channel.PRIVATE_THREAD : Channel.PUBLIC_THREAD;
                return list(
                        ask, thread -> thread.archived() && thread.major() == parent.id() && thread.type() == wanted);
            });
        }
        rest.get("/channels/{channel}/thread-members", ask -> {
            side.channel(ask);
            return Rest.Answer.of(Json.array());
        });
        rest.put("/channels/{channel}/thread-members/{user}", this::enter);
        rest.delete("/channels/{channel}/thread-members/{user}", this::enter);
    }

    private Rest.Answer create(Ask ask) {
        Channel parent = side.channel(ask);
        ObjectNode body = ask.body();
        if (parent.type() == Channel.FORUM) {
            side.permissions().need(ask.bot().id(), parent, Rights.SEND_MESSAGES);
            Draft first = ask.draft(body.path("message"), side.attachments(), parent.id())
                    .checked();
            Channel thread = open(parent, body, ask.bot().id(), 0);
            Post post = side.messages().post(thread, Author.of(ask.bot()), first);
            ObjectNode answer = thread.shown();
            answer.set("message", post.json());
            return Rest.Answer.created(answer);
        }
        int type = body.path("type").asInt(Channel.PRIVATE_THREAD);
        long right = type == Channel.PRIVATE_THREAD ? Rights.CREATE_PRIVATE_THREADS : Rights.CREATE_PUBLIC_THREADS;
        side.permissions().need(ask.bot().id(), parent, right);
        body.put("type", type);
        return Rest.Answer.created(open(parent, body, ask.bot().id(), 0).shown());
    }

    private Rest.Answer createOnMessage(Ask ask) {
        Channel parent = side.channel(ask);
        side.permissions().need(ask.bot().id(), parent, Rights.CREATE_PUBLIC_THREADS);
        long message = ask.id("message");
        if (side.guild().channel(message).isPresent()) {
            throw DiscordError.of(400, 160004, "A thread has already been created for this message");
        }
        Post.known(parent.timeline().find(message));
        Channel thread = open(parent, ask.body(), ask.bot().id(), message);
        side.messages().adjust(parent, message, post -> {
            post.set("thread", thread.json());
            return post.put("flags", post.path("flags").asInt() | 1 << 5);
        });
        return Rest.Answer.created(thread.shown());
    }

    /** Opens a thread; with a message's id, one that begins on it and has its id. */
    Channel open(Channel parent, JsonNode body, long owner, long onMessage) {
        String name = body.path("name").asText("").strip();
        if (name.isEmpty() || name.length() > 100) {
            throw DiscordError.invalid("name", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
        if (parent.isThread() || parent.isDirect()) {
            throw DiscordError.of(400, 50024, "Cannot execute action on this channel type");
        }
        int publicType = parent.type() == Channel.ANNOUNCEMENT ? Channel.ANNOUNCEMENT_THREAD : Channel.PUBLIC_THREAD;
        int type = body.path("type").asInt() == Channel.PRIVATE_THREAD ? Channel.PRIVATE_THREAD : publicType;
        ObjectNode thread = Guild.withGuild(Json.object())
                .put("id", Long.toString(onMessage == 0 ? side.snowflakes().next() : onMessage))
                .put("type", type)
                .put("name", name)
                .put("parent_id", Long.toString(parent.id()))
                .put("owner_id", Long.toString(owner))
                .put("rate_limit_per_user", 0)
                .put("flags", 0)
                .put("member_count", 1);
        String now = Json.time(side.clock().now());
        thread.putObject("thread_metadata")
                .put("archived", false)
                .put("auto_archive_duration", body.path("auto_archive_duration").asInt(1_440))
                .put("archive_timestamp", now)
                .put("locked", false)
                .put("create_timestamp", now);
        if (parent.type() == Channel.FORUM) {
            thread.put("starts_empty", true);
            thread.set("applied_tags", body.path("applied_tags").isArray() ? body.path("applied_tags") : Json.array());
        }
        Channel opened = side.guild().put(thread);
        ObjectNode told = opened.shown();
        side.gateway()
                .tell(
                        Event.of("THREAD_CREATE", Intents.GUILDS, told.put("newly_created", true)),
                        side.messages().seeing(opened));
        return opened;
    }

    /** Unarchives a thread that someone posts in; a locked one stays shut. */
    void wake(Channel thread) {
        if (!thread.isThread() || !thread.archived()) {
            return;
        }
        if (thread.locked()) {
            throw DiscordError.of(400, 50083, "Thread is archived");
        }
        ObjectNode changed = thread.json().deepCopy();
        ((ObjectNode) changed.path("thread_metadata")).put("archived", false);
        side.guild().put(changed);
        tellUpdate(thread);
    }

    /** Somebody calls a thread by another name, or closes or opens it. */
    JsonNode thread(Channel thread, Call call) {
        if (!thread.isThread()) {
            throw Refused.conflict(call.room() + " is no thread");
        }
        ObjectNode changed = thread.json().deepCopy();
        call.maybe("title").ifPresent(title -> changed.put("name", title));
        if (call.body().has("open")) {
            boolean shut = !call.flag("open");
            ((ObjectNode) changed.path("thread_metadata")).put("locked", shut).put("archived", shut);
        }
        side.guild().put(changed);
        tellUpdate(thread);
        return Json.object();
    }

    void tellUpdate(Channel thread) {
        side.gateway()
                .tell(
                        Event.of("THREAD_UPDATE", Intents.GUILDS, thread.shown()),
                        side.messages().seeing(thread));
    }

    private Rest.Answer list(Ask ask, Predicate<Channel> wanted) {
        ObjectNode answer = Json.object();
        ArrayNode threads = answer.putArray("threads");
        side.guild()
                .channels()
                .filter(channel -> channel.isThread() && wanted.test(channel))
                .filter(channel -> side.permissions().sees(ask.bot().id(), channel))
                .forEach(channel -> threads.add(channel.shown()));
        answer.putArray("members");
        return Rest.Answer.of(answer.put("has_more", false));
    }

    private Rest.Answer enter(Ask ask) {
        Channel thread = side.channel(ask);
        if (!thread.isThread()) {
            throw DiscordError.of(400, 50024, "Cannot execute action on this channel type");
        }
        return Rest.Answer.NONE;
    }
}
