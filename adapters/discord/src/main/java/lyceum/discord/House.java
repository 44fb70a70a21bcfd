package lyceum.discord;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Standing;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** What the gateway has told about the guilds: owners, roles and channels. Learns on one thread, answers on any. */
final class House {
    private static final long ADMINISTRATOR = 1L << 3;
    private static final long MANAGE_MESSAGES = 1L << 13;
    private static final long MODERATE_MEMBERS = 1L << 40;
    /** Text, private, announcement, the three kinds of thread, voice and stage chat: where messages stand. */
    private static final Set<Integer> WITH_MESSAGES = Set.of(0, 1, 2, 5, 10, 11, 12, 13);

    /** Where a channel without a message is heard from. */
    static final String NOTHING_SAID = "0";

    private static final Set<Integer> THREADS = Set.of(10, 11, 12);
    /** Forums, and those of pictures: their messages stand in threads alone. */
    private static final Set<Integer> FORUMS = Set.of(15, 16);

    private final DiscordSettings settings;
    private final Map<String, String> owners = new ConcurrentHashMap<>();
    private final Map<String, Role> roles = new ConcurrentHashMap<>();
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Set<String> forums = ConcurrentHashMap.newKeySet();

    House(DiscordSettings settings) {
        this.settings = settings;
    }

    private record Role(String name, long permissions) {}

    /**
     * A place where messages stand.
     *
     * @param parent the channel that a thread hangs from; null for other channels
     * @param newest the newest message when the gateway told of the channel; {@link #NOTHING_SAID} where there was none
     */
    record Channel(
            String id, String guild, String name, @Nullable String parent, String newest) {}

    /** Takes what a dispatch says about the guild; other dispatches say nothing here. */
    void learn(String type, DataObject d) {
        switch (type) {
            case "GUILD_CREATE" -> guild(d);
            case "GUILD_UPDATE" -> owners.put(d.getString("id"), d.getString("owner_id"));
            case "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE" -> role(d.getObject("role"));
            case "GUILD_ROLE_DELETE" -> roles.remove(d.getString("role_id"));
            case "CHANNEL_CREATE", "CHANNEL_UPDATE", "THREAD_CREATE", "THREAD_UPDATE" ->
                channel(d, d.getString("guild_id", ""));
            case "CHANNEL_DELETE", "THREAD_DELETE" -> channels.remove(d.getString("id"));
            default -> {}
        }
    }

    Optional<Channel> channel(String id) {
        return Optional.ofNullable(channels.get(id));
    }

    /** Where people find a message in Discord itself. */
    String address(MessageId message) {
        String channel = message.room().value();
        String guild = channel(channel).map(Channel::guild).orElse(Objects.requireNonNullElse(settings.guild(), "@me"));
        return "https://discord.com/channels/" + guild + "/" + channel + "/" + message.value();
    }

    List<Channel> channelsOf(String guild) {
        return channels.values().stream()
                .filter(channel -> channel.guild().equals(guild))
                .toList();
    }

    /** Whether the channel shall be heard, by the settings, as also a thread of one that is; {@code guild} is empty for a private chat. */
    boolean heard(String channel, String guild) {
        return within(guild) && (guild.isEmpty() || settings.rooms().isEmpty() || isNamed(channel));
    }

    private boolean isNamed(String channel) {
        return settings.rooms().contains(Ids.room(channel))
                || channel(channel)
                        .map(Channel::parent)
                        .filter(parent -> settings.rooms().contains(Ids.room(parent)))
                        .isPresent();
    }

    boolean isForum(String channel) {
        return forums.contains(channel);
    }

    /** Whether the settings name the channels that are heard. */
    boolean restricted() {
        return !settings.rooms().isEmpty();
    }

    /** Whether the guild is the one that is served; a private chat has none and is. */
    boolean within(String guild) {
        return guild.isEmpty() || settings.guild() == null || guild.equals(settings.guild());
    }

    String roleName(String id) {
        Role role = roles.get(id);
        return role == null ? "unknown" : role.name();
    }

    /** The id of the role of this name or id; in any case where no role bears exactly this name. */
    Optional<String> roleNamed(String name) {
        if (roles.containsKey(name)) {
            return Optional.of(name);
        }
        return Stream.<Predicate<String>>of(name::equals, name::equalsIgnoreCase)
                .flatMap(same -> roles.entrySet().stream()
                        .filter(role -> same.test(role.getValue().name()))
                        .map(Map.Entry::getKey)
                        .sorted())
                .findFirst();
    }

    String channelName(String id) {
        return channel(id).map(Channel::name).orElse("unknown");
    }

    Standing standing(String guild, String user, Collection<String> roleIds) {
        Standing standing = user.equals(owners.get(guild)) ? Standing.CREATOR : Standing.FAN;
        for (String id : roleIds) {
            Role role = roles.get(id);
            if (role != null && standing(role).atLeast(standing)) {
                standing = standing(role);
            }
        }
        return standing;
    }

    private Standing standing(Role role) {
        if ((role.permissions() & ADMINISTRATOR) != 0 || role.name().equals(settings.creator())) {
            return Standing.CREATOR;
        }
        boolean moderates = (role.permissions() & (MANAGE_MESSAGES | MODERATE_MEMBERS)) != 0;
        return moderates || role.name().equals(settings.moderator()) ? Standing.MODERATOR : Standing.FAN;
    }

    private void guild(DataObject d) {
        String guild = d.getString("id");
        owners.put(guild, d.getString("owner_id", ""));
        d.optArray("roles").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .forEach(this::role);
        d.optArray("channels").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .forEach(channel -> channel(channel, guild));
        d.optArray("threads").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .forEach(thread -> channel(thread, guild));
    }

    private void role(DataObject role) {
        roles.put(role.getString("id"), new Role(role.getString("name"), role.getLong("permissions", 0)));
    }

    private void channel(DataObject d, String guild) {
        int type = d.getInt("type", 0);
        if (FORUMS.contains(type)) {
            forums.add(d.getString("id"));
        }
        if (WITH_MESSAGES.contains(type) && !guild.isEmpty()) {
            String parent = THREADS.contains(type) ? d.getString("parent_id", null) : null;
            String id = d.getString("id");
            channels.put(
                    id,
                    new Channel(
                            id, guild, d.getString("name", id), parent, d.getString("last_message_id", NOTHING_SAID)));
        }
    }
}
