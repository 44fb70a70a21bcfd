package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.People;
import lyceum.sandbox.world.Person;

/** What the guild "Algorithm School" has before anyone does anything. */
final class FirstDay {
    static final String NAME = "Algorithm School";
    static final String FOUNDED = "2024-01-01T00:00:00.000000+00:00";
    static final long OWNER = Snowflakes.of(People.ADA);

    private FirstDay() {}

    static List<Role> roles() {
        return List.of(
                new Role(Snowflakes.GUILD, "@everyone", 0, Rights.EVERYONE, 0),
                new Role(Snowflakes.SUBSCRIBER, "Subscriber", 1, 0, 0),
                new Role(
                        Snowflakes.GUEST_ROLE,
                        Bot.GUEST.username(),
                        2,
                        Rights.EVERYONE | Rights.CREATE_EVENTS,
                        Bot.GUEST.id()),
                new Role(Snowflakes.MODERATOR, "Moderator", 3, Rights.OF_MODERATORS, 0),
                new Role(Snowflakes.CREATOR, "Creator", 4, Rights.OF_CREATORS, 0),
                new Role(Snowflakes.HUB_ROLE, Bot.HUB.username(), 5, Rights.OF_THE_HUB, Bot.HUB.id()));
    }

    static List<ObjectNode> channels() {
        ObjectNode announcements = channel(Snowflakes.ANNOUNCEMENTS, Channel.ANNOUNCEMENT, "announcements", 2);
        overwrite(announcements, Snowflakes.GUILD, 0, Rights.SEND_MESSAGES);
        for (long role : List.of(Snowflakes.MODERATOR, Snowflakes.CREATOR, Snowflakes.HUB_ROLE)) {
            overwrite(announcements, role, Rights.SEND_MESSAGES, 0);
        }
        ObjectNode moderators = channel(Snowflakes.MODERATORS, Channel.TEXT, "moderators", 3);
        overwrite(moderators, Snowflakes.GUILD, 0, Rights.VIEW_CHANNEL);
        for (long role : List.of(Snowflakes.MODERATOR, Snowflakes.CREATOR, Snowflakes.HUB_ROLE)) {
            overwrite(moderators, role, Rights.VIEW_CHANNEL, 0);
        }
        ObjectNode help = channel(Snowflakes.HELP, Channel.FORUM, "help", 4);
        help.putArray("available_tags");
        help.putNull("default_reaction_emoji").putNull("default_sort_order").put("default_forum_layout", 0);
        return List.of(
                channel(Snowflakes.GENERAL, Channel.TEXT, "general", 0),
                channel(Snowflakes.QUESTIONS, Channel.TEXT, "questions", 1),
                announcements,
                moderators,
                help);
    }

    static ObjectNode channel(long id, int type, String name, int position) {
        ObjectNode channel = Json.object();
        channel.put("id", Long.toString(id)).put("type", type).put("guild_id", Long.toString(Snowflakes.GUILD));
        channel.put("name", name).put("position", position).put("flags", 0).put("nsfw", false);
        channel.put("rate_limit_per_user", 0);
        channel.putNull("topic").putNull("parent_id").putNull("last_message_id");
        channel.putArray("permission_overwrites");
        return channel;
    }

    private static void overwrite(ObjectNode channel, long role, long allow, long deny) {
        channel.withArray("permission_overwrites")
                .addObject()
                .put("id", Long.toString(role))
                .put("type", 0)
                .put("allow", Long.toString(allow))
                .put("deny", Long.toString(deny));
    }

    /** Someone who comes into the guild, with the roles that this person always had. */
    static Member member(Person person, String joined) {
        List<Long> roles = switch (person.login()) {
            case "ada" -> List.of(Snowflakes.CREATOR);
            case "mei" -> List.of(Snowflakes.MODERATOR);
            case "carla" -> List.of(Snowflakes.SUBSCRIBER);
            default -> List.of();
        };
        return new Member(Snowflakes.of(person), Users.json(person), roles, joined, null, null);
    }

    static List<Member> members() {
        List<Member> bots = List.of(
                new Member(Bot.HUB.id(), Bot.HUB.user(), List.of(Snowflakes.HUB_ROLE), FOUNDED, null, null),
                new Member(Bot.GUEST.id(), Bot.GUEST.user(), List.of(Snowflakes.GUEST_ROLE), FOUNDED, null, null));
        List<Member> people =
                List.of(People.ADA, People.MEI, People.ANN, People.BOB, People.CARLA, People.XIAOMING).stream()
                        .map(person -> member(person, FOUNDED))
                        .toList();
        return Stream.concat(bots.stream(), people.stream()).toList();
    }
}
