package lyceum.telegram;

import java.util.LinkedHashMap;

/** In which topic the newest messages stand: Telegram does not say it with a reaction. Any thread. */
final class Whereabouts {
    private static final int MOST = 20_000;

    private final LinkedHashMap<Seen, Integer> topics = new LinkedHashMap<>();

    private record Seen(long chat, int message) {}

    synchronized void stands(Address address, int message) {
        if (address.thread() != 0) {
            topics.put(new Seen(address.chat(), message), address.thread());
            if (topics.size() > MOST) {
                topics.pollFirstEntry();
            }
        }
    }

    /** The chat itself where nothing is known of the message. */
    synchronized Address of(long chat, int message) {
        return new Address(chat, topics.getOrDefault(new Seen(chat, message), 0));
    }
}
