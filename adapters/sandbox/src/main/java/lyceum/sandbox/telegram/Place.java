package lyceum.sandbox.telegram;

import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import org.jspecify.annotations.Nullable;

/**
 * Where a person acts: a chat, or a topic in it.
 *
 * @param thread the topic's id, 0 for none
 */
record Place(Telegram telegram, Room room, long thread, Account person) {

    /** The place a call means: {@code ROOM}, {@code ROOM:TOPIC}, or {@code private} for the person's chat with the hub. */
    static Place of(Telegram telegram, Call call) {
        Account person = Telegram.account(telegram.world().people().named(call.who()));
        if (call.room().equals("private")) {
            return new Place(telegram, telegram.privateRoom(telegram.hub(), person), 0, person);
        }
        Room room = room(telegram, call.room());
        String topic = topicName(call.room());
        long thread = topic == null ? 0 : room.topic(topic).map(Topic::id).orElse(-1L);
        return new Place(telegram, room, thread, person);
    }

    static Room room(Telegram telegram, String path) {
        String name = path.replaceFirst(":.*", "");
        return telegram.rooms().values().stream()
                .filter(room -> room.face.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.notFound("telegram has no room " + name));
    }

    /** The topic that a path names, or null for the chat itself. */
    static @Nullable String topicName(String path) {
        int colon = path.indexOf(':');
        return colon < 0 ? null : path.substring(colon + 1);
    }

    /** The topic of a path, which must exist. */
    static long thread(Room room, String path) {
        String name = topicName(path);
        return name == null
                ? 0
                : room.topic(name)
                        .map(Topic::id)
                        .orElseThrow(() -> Refused.notFound(room.face.name() + " has no topic " + name));
    }

    Membership membership() {
        return room.membership(person.id(), telegram.now());
    }

    /** Lets somebody who was never here into an open chat; others must be in it and allowed to speak. */
    Place speaking(Call call) {
        arrived();
        if (room.is(Room.Kind.CHANNEL) && !membership().standing().leads()) {
            throw new Refused(403, "only administrators post in the channel " + room.face.name());
        }
        if (room.silences(membership())) {
            throw new Refused(403, person.name() + " may not send messages in " + room.face.name());
        }
        Topic here = room.topics().get(thread);
        if (here != null && here.closed() && !membership().standing().leads()) {
            throw new Refused(403, "the topic " + here.name() + " is closed");
        }
        if (thread >= 0) {
            return this;
        }
        String name = topicName(call.room());
        if (!room.face.forum() || name == null || name.isBlank()) {
            throw Refused.conflict(room.face.name() + " has no topics");
        }
        Topic topic = Forums.create(telegram, room, person, new Forums.Look(name, Topic.BLUE, null));
        return new Place(telegram, room, topic.id(), person);
    }

    /** Somebody who acts in a private chat unblocks the bot; who was never in an open chat joins it. */
    void arrived() {
        if (room.is(Room.Kind.PRIVATE)) {
            Bot bot = telegram.botOf(room);
            if (!room.membership(bot.id(), telegram.now()).present()) {
                telegram.place(room, bot.id(), Membership.of(Standing.MEMBER), Telegram.Change.by(person.id()));
            }
            return;
        }
        if (membership().present()) {
            return;
        }
        boolean stranger = !room.members().containsKey(person.id());
        if (!room.open() || !stranger) {
            throw new Refused(403, person.name() + " is not a member of " + room.face.name());
        }
        enter(Telegram.Change.by(person.id()));
    }

    /** Becomes a member. */
    void enter(Telegram.Change change) {
        telegram.place(room, person.id(), Membership.of(Standing.MEMBER), change);
        if (room.is(Room.Kind.SUPERGROUP)) {
            var fields = Json.object();
            fields.putArray("new_chat_members").add(person.json());
            telegram.post(room, Draft.service(person.id(), fields));
        }
    }

    /** A message here by its id. */
    Post post(Call call, String field) {
        Post post = room.post(Args.parsed(call.text(field), 0));
        if (post == null) {
            throw Refused.notFound("no message " + call.text(field) + " in " + room.face.name());
        }
        return post;
    }
}
