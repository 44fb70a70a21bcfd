package lyceum.telegram;

import java.net.URI;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Telegram and what to hear there.
 *
 * @param token the bot's token, from @BotFather
 * @param rooms the rooms to hear, where a group stands for all of its topics; empty hears every room. Private chats are always heard
 * @param api the Bot API's address, as {@link #TELEGRAM} or {@code http://127.0.0.1:8081/telegram}
 * @param config the rooms that the config names, which are called so whatever they were called before
 * @param folder keeps where rooms stand now that were moved or made again, and how far the list of payments was read; null forgets it
 */
public record TelegramSettings(
        String token,
        Set<RoomId> rooms,
        URI api,
        Pace pace,
        Set<RoomId> config,
        @Nullable Path folder) {
    /** Where Telegram itself answers. */
    public static final URI TELEGRAM = URI.create("https://api.telegram.org");

    public TelegramSettings {
        config = Set.copyOf(config);
        rooms = Set.copyOf(rooms);
        rooms.forEach(Address::of);
    }

    /** Keeps nothing over a restart. */
    public TelegramSettings(String token, Set<RoomId> rooms, URI api, Pace pace) {
        this(token, rooms, api, pace, Set.of(), null);
    }

    /** Hears every room, at Telegram itself, as fast as Telegram documents. */
    public static TelegramSettings of(String token) {
        return new TelegramSettings(token, Set.of(), TELEGRAM, Pace.DOCUMENTED);
    }

    /** A file in the folder; null where there is none. */
    @Nullable
    Path file(String name) {
        return folder == null ? null : folder.resolve(name);
    }

    /** The chats of the rooms that the config names. */
    Set<Long> named() {
        return config.stream()
                .filter(room -> room.platform().equals(Address.TELEGRAM)
                        && room.privateWith().isEmpty())
                .map(room -> Address.of(room).chat())
                .collect(Collectors.toSet());
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "TelegramSettings[rooms=" + rooms + ", api=" + api + ", pace=" + pace + "]";
    }

    /** How fast the hub may speak. */
    public enum Pace {
        /** As the documentation allows: 30 messages a second in all, one a second in a chat, 20 a minute in a group. */
        DOCUMENTED,
        /** As fast as answers come, for servers without limits. */
        OFF
    }
}
