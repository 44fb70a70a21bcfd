package lyceum.telegram;

import java.net.URI;
import java.util.Set;
import lyceum.kernel.id.RoomId;

/**
 * How to reach Telegram and what to hear there.
 *
 * @param token the bot's token, from @BotFather
 * @param rooms the rooms to hear, where a group stands for all of its topics; empty hears every room. Private chats are always heard
 * @param api the Bot API's address, as {@link #TELEGRAM} or {@code http://127.0.0.1:8081/telegram}
 */
public record TelegramSettings(String token, Set<RoomId> rooms, URI api, Pace pace) {
    /** Where Telegram itself answers. */
    public static final URI TELEGRAM = URI.create("https://api.telegram.org");

    public TelegramSettings {
        rooms = Set.copyOf(rooms);
        rooms.forEach(Address::of);
    }

    /** Hears every room, at Telegram itself, as fast as Telegram documents. */
    public static TelegramSettings of(String token) {
        return new TelegramSettings(token, Set.of(), TELEGRAM, Pace.DOCUMENTED);
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
