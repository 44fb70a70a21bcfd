package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The one guild: its roles, channels, members and bans; reading takes no lock. */
final class Guild {
    private final Gateway gateway;
    private final Keeping keeping;
    private final Map<Long, Role> roles = new ConcurrentSkipListMap<>();
    private final Map<Long, Channel> channels = new ConcurrentSkipListMap<>();
    private final Map<Long, Member> members = new ConcurrentSkipListMap<>();
    private final Map<Long, String> bans = new ConcurrentHashMap<>();
    private final Map<Long, Boolean> left = new ConcurrentHashMap<>();

    Guild(Gateway gateway, Keeping keeping) {
        this.gateway = gateway;
        this.keeping = keeping;
        FirstDay.roles().forEach(role -> roles.put(role.id(), role));
        FirstDay.channels().forEach(json -> channels.put(json.path("id").asLong(), new Channel(json)));
        FirstDay.members().forEach(member -> members.put(member.id(), member));
    }

    // roles

    Optional<Role> role(long id) {
        return Optional.ofNullable(roles.get(id));
    }

    Optional<Role> role(String name) {
        return roles.values().stream()
                .filter(role -> role.name().equalsIgnoreCase(name))
                .findFirst();
    }

    Collection<Role> roles() {
        return roles.values();
    }

    /** The highest position among a member's roles; the owner stands above everyone. */
    int rank(Member member) {
        return member.id() == FirstDay.OWNER
                ? Integer.MAX_VALUE
                : member.roles().stream()
                        .mapToInt(id -> role(id).map(Role::position).orElse(0))
                        .max()
                        .orElse(0);
    }

    // channels

    Optional<Channel> channel(long id) {
        return Optional.ofNullable(channels.get(id));
    }

    /** The channel of that name, or {@code CHANNEL:THREAD}; names are compared without regard to case. */
    Optional<Channel> channel(String name) {
        int colon = name.indexOf(':');
        if (colon < 0) {
            return channels.values().stream()
                    .filter(channel -> !channel.isThread() && !channel.isDirect())
                    .filter(channel -> channel.name().equalsIgnoreCase(name)
                            || Long.toString(channel.id()).equals(name))
                    .findFirst();
        }
        String thread = name.substring(colon + 1).toLowerCase(Locale.ROOT);
        return channel(name.substring(0, colon))
                .flatMap(parent -> channels.values().stream()
                        .filter(channel -> channel.isThread() && channel.major() == parent.id())
                        .filter(channel ->
                                channel.name().toLowerCase(Locale.ROOT).equals(thread))
                        .max(Comparator.comparingLong(Channel::id)));
    }

    Stream<Channel> channels() {
        return channels.values().stream();
    }

    /** Adds a channel, thread or conversation, or takes in its changed object, and keeps it. */
    Channel put(ObjectNode json) {
        Channel channel = channels.computeIfAbsent(json.path("id").asLong(), id -> new Channel(json));
        channel.json(json);
        keeping.channel(json);
        return channel;
    }

    void remove(Channel channel) {
        channels.remove(channel.id());
        keeping.channelGone(channel.id());
    }

    // members

    Optional<Member> member(long id) {
        return Optional.ofNullable(members.get(id));
    }

    Collection<Member> members() {
        return members.values();
    }

    boolean hasLeft(long id) {
        return left.containsKey(id);
    }

    void join(Member member) {
        left.remove(member.id());
        members.put(member.id(), member);
        keeping.member(member, false);
        gateway.tell("GUILD_MEMBER_ADD", Intents.GUILD_MEMBERS, withGuild(member.json()));
    }

    void leave(Member member) {
        members.remove(member.id());
        left.put(member.id(), true);
        keeping.member(member, true);
        ObjectNode gone = withGuild(Json.object());
        gone.set("user", member.user());
        gateway.tell("GUILD_MEMBER_REMOVE", Intents.GUILD_MEMBERS, gone);
    }

    Member change(long id, UnaryOperator<Member> changed) {
        Member before = members.get(id);
        Member after = members.computeIfPresent(id, (same, member) -> changed.apply(member));
        if (after == null) {
            throw DiscordError.unknown("Member");
        }
        if (!after.equals(before)) {
            keeping.member(after, false);
            gateway.tell("GUILD_MEMBER_UPDATE", Intents.GUILD_MEMBERS, withGuild(after.json()));
        }
        return after;
    }

    /** Takes in a kept member at a start. */
    void restore(Member member, boolean gone) {
        if (gone) {
            members.remove(member.id());
            left.put(member.id(), true);
        } else {
            left.remove(member.id());
            members.put(member.id(), member);
        }
    }

    // bans

    Map<Long, String> bans() {
        return bans;
    }

    void ban(ObjectNode user, @Nullable String reason) {
        long id = user.path("id").asLong();
        bans.put(id, reason == null ? "" : reason);
        keeping.ban(id, reason, true);
        ObjectNode banned = withGuild(Json.object());
        banned.set("user", user);
        gateway.tell("GUILD_BAN_ADD", Intents.GUILD_MODERATION, banned);
        member(id).ifPresent(this::leave);
    }

    void unban(ObjectNode user) {
        long id = user.path("id").asLong();
        if (bans.remove(id) == null) {
            throw DiscordError.unknown("Ban");
        }
        keeping.ban(id, null, false);
        ObjectNode pardoned = withGuild(Json.object());
        pardoned.set("user", user);
        gateway.tell("GUILD_BAN_REMOVE", Intents.GUILD_MODERATION, pardoned);
    }

    // what is told

    static ObjectNode withGuild(ObjectNode body) {
        return body.put("guild_id", Long.toString(Snowflakes.GUILD));
    }
}
