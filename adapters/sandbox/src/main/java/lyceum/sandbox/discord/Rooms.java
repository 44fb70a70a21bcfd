package lyceum.sandbox.discord;

import java.util.Optional;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Person;
import lyceum.sandbox.world.Refused;

/** The people and rooms that calls name. */
final class Rooms {
    static final String PRIVATE = "private";

    private final DiscordSide side;

    Rooms(DiscordSide side) {
        this.side = side;
    }

    /** The member of that name; someone new joins by being named, someone who left or is banned does not. */
    Member person(String who) {
        Person person = side.world().people().named(who);
        long id = Snowflakes.of(person);
        Optional<Member> member = side.guild().member(id);
        if (member.isPresent()) {
            return member.get();
        }
        if (side.guild().hasLeft(id)) {
            throw Refused.conflict(who + " is not in the guild; join first");
        }
        return arrive(person);
    }

    Member arrive(Person person) {
        long id = Snowflakes.of(person);
        if (side.guild().bans().containsKey(id)) {
            throw Refused.conflict(person.name() + " is banned");
        }
        synchronized (this) {
            Optional<Member> already = side.guild().member(id);
            if (already.isPresent()) {
                return already.get();
            }
            Member fresh = FirstDay.member(person, Json.time(side.clock().now()));
            side.guild().join(fresh);
            return fresh;
        }
    }

    /** The room of a call; {@code private} is the person's direct conversation with the hub. */
    Channel room(Call call, Member person) {
        Channel channel = find(call.room(), person.id());
        if (!side.permissions().sees(person.id(), channel)) {
            throw Refused.conflict(person.name() + " does not see " + call.room());
        }
        return channel;
    }

    /** As {@link #room}; in a forum, a name that is not there yet becomes a new post. */
    Channel roomOrNewPost(Call call, Member person) {
        int colon = call.room().indexOf(':');
        if (colon < 0 || side.guild().channel(call.room()).isPresent()) {
            Channel channel = room(call, person);
            if (channel.type() == Channel.FORUM) {
                throw Refused.badRequest("a forum has posts: name one as " + channel.name() + ":NAME");
            }
            return channel;
        }
        Channel parent = find(call.room().substring(0, colon), person.id());
        long needed = parent.type() == Channel.FORUM ? Rights.SEND_MESSAGES : Rights.CREATE_PUBLIC_THREADS;
        if (!Rights.has(side.permissions().in(person.id(), parent), Rights.VIEW_CHANNEL | needed)) {
            throw Refused.conflict(person.name() + " may not begin a thread in " + parent.name());
        }
        String name = call.room().substring(colon + 1);
        return side.threads()
                .open(parent, Json.object().put("name", name).put("type", Channel.PUBLIC_THREAD), person.id(), 0);
    }

    Channel find(String room, long person) {
        if (room.equals(PRIVATE)) {
            return side.direct(Bot.HUB, person);
        }
        return side.guild().channel(room).orElseThrow(() -> Refused.notFound("no room " + room));
    }

    /** The message of a call, which that person can see there. */
    Post post(Call call, Channel channel, Member person) {
        String text = call.text("message");
        long id;
        try {
            id = Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Refused.notFound("no message " + text);
        }
        return channel.timeline()
                .find(id)
                .or(() -> channel.whispers().find(id).filter(post -> post.onlyFor() == person.id()))
                .orElseThrow(() -> Refused.notFound("no message " + text + " in " + call.room()));
    }
}
