package lyceum.sandbox.telegram;

import java.util.List;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.People;
import lyceum.sandbox.world.Person;

/** The chats and bots that stand there from the beginning; the package says their ids. */
final class FirstWorld {
    static final long HUB = 1000;
    static final long GUEST = 1001;
    static final long GENERAL = -1001000000001L;
    static final long MODERATORS = -1001000000002L;
    static final long SUBSCRIBERS = -1001000000003L;
    static final long ANNOUNCEMENTS = -1001000000004L;
    static final long FORMER_GENERAL = -4000000001L;
    private static final long FIRST_UPDATE = 700_000_000L;
    private static final List<Person> ALL =
            List.of(People.ADA, People.MEI, People.ANN, People.BOB, People.CARLA, People.XIAOMING);

    private FirstWorld() {}

    static void build(Telegram telegram) {
        bot(telegram, new Account(HUB, true, "Lyceum", "lyceum_bot", ""), "1000:sandbox-hub");
        bot(telegram, new Account(GUEST, true, "Guest", "guest_bot", ""), "1001:sandbox-guest");
        Room general = room(telegram, face(GENERAL, Room.Kind.SUPERGROUP, "general", "lyceum_general"), ALL);
        general.members().put(GUEST, Membership.of(Standing.MEMBER));
        topic(telegram, general, "questions");
        room(telegram, face(MODERATORS, Room.Kind.SUPERGROUP, "moderators", ""), List.of(People.ADA, People.MEI));
        List<Person> subscribers = List.of(People.ADA, People.MEI, People.CARLA);
        room(telegram, face(SUBSCRIBERS, Room.Kind.SUPERGROUP, "subscribers", ""), subscribers);
        room(telegram, face(ANNOUNCEMENTS, Room.Kind.CHANNEL, "announcements", "lyceum_announcements"), ALL);
    }

    private static Room.Face face(long id, Room.Kind kind, String name, String username) {
        return new Room.Face(id, kind, name, username, id == GENERAL, id == SUBSCRIBERS);
    }

    private static void bot(Telegram telegram, Account account, String token) {
        long first = FIRST_UPDATE + account.id() * 10_000;
        telegram.bots().put(account.id(), new Bot(account, token, new UpdateQueue(telegram::now, first)));
    }

    private static Room room(Telegram telegram, Room.Face face, List<Person> people) {
        Room room = new Room(face);
        for (Person person : people) {
            Membership membership = switch (person.login()) {
                case "ada" -> Membership.of(Standing.CREATOR);
                case "mei" -> Membership.leader();
                default -> Membership.of(Standing.MEMBER);
            };
            room.members().put(Telegram.account(person).id(), membership);
        }
        room.members().put(HUB, Membership.leader());
        room.sawId(1);
        telegram.rooms().put(face.id(), room);
        return room;
    }

    private static void topic(Telegram telegram, Room room, String name) {
        Topic topic = new Topic(room.nextId(), name, Topic.BLUE, null, false);
        room.topics().put(topic.id(), topic);
        var fields = Json.object();
        fields.set("forum_topic_created", topic.face());
        long ada = Telegram.account(People.ADA).id();
        room.keep(new Post(
                topic.id(), (int) telegram.now(), Draft.service(ada, fields).in(topic.id())));
    }
}
