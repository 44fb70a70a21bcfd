package lyceum.sandbox.telegram;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import lyceum.sandbox.world.RequestLog;
import lyceum.sandbox.world.World;

/** How many messages a bot may send: 30 a second in all, one a second to a chat with short bursts, 20 a minute to a group. */
final class Rates {
    private static final int OVERALL = 30;
    private static final int BURST = 3;
    private static final int GROUP = 20;
    private static final long SECOND = 1000;
    private static final long MINUTE = 60_000;

    private final World world;
    private final RequestLog log;
    private final Map<Long, Window> bots = new HashMap<>();
    private final Map<String, Chat> chats = new HashMap<>();
    private final Map<String, Long> told = new HashMap<>();

    Rates(World world, RequestLog log) {
        this.world = world;
        this.log = log;
    }

    /** The messages of a span of time. */
    private static final class Window {
        private final ArrayDeque<Long> sent = new ArrayDeque<>();
        private final int most;
        private final long span;

        Window(int most, long span) {
            this.most = most;
            this.span = span;
        }

        /** Milliseconds until one more fits. */
        long patience(long now) {
            while (!sent.isEmpty() && (sent.element() <= now - span || sent.element() > now + span)) {
                sent.poll();
            }
            return sent.size() < most ? 0 : sent.element() + span - now;
        }
    }

    /** The allowance of one chat: it fills by one a second up to the burst. */
    private static final class Chat {
        private final Window minute = new Window(GROUP, MINUTE);
        private double left = BURST;
        private long at;

        long patience(long now) {
            left = now < at ? BURST : Math.min(BURST, left + (now - at) / (double) SECOND);
            at = now;
            return left >= 1 ? 0 : (long) Math.ceil((1 - left) * SECOND);
        }
    }

    /** Counts so many messages to a chat, or refuses with 429; also refuses while an earlier wait still runs. */
    synchronized void sending(Bot bot, String chat, int messages) {
        String key = bot.id() + "/" + chat;
        waiting(key);
        waiting(String.valueOf(bot.id()));
        if (!world.limited()) {
            return;
        }
        long now = world.clock().millis();
        Window all = bots.computeIfAbsent(bot.id(), id -> new Window(OVERALL, SECOND));
        Chat one = chats.computeIfAbsent(key, id -> new Chat());
        boolean group = chat.startsWith("-");
        long overall = all.patience(now);
        long here = Math.max(one.patience(now), group ? one.minute.patience(now) : 0);
        if (overall > 0) {
            throw told(String.valueOf(bot.id()), overall);
        }
        if (here > 0) {
            throw told(key, here);
        }
        for (int i = 0; i < messages; i++) {
            all.sent.add(now);
            one.minute.sent.add(now);
        }
        one.left -= messages;
    }

    private ApiError told(String key, long millis) {
        int seconds = (int) Math.max(1, (millis + SECOND - 1) / SECOND);
        told.put(key, world.clock().millis() + seconds * SECOND);
        return ApiError.tooMany(seconds);
    }

    /** Makes a planned 429 count: requests to that chat are refused until the wait is over. */
    synchronized ApiError planned(Bot bot, String chat, double seconds) {
        return told(chat.isEmpty() ? String.valueOf(bot.id()) : bot.id() + "/" + chat, (long) (seconds * SECOND));
    }

    private void waiting(String key) {
        Long until = told.get(key);
        if (until == null) {
            return;
        }
        long left = until - world.clock().millis();
        if (left > 0) {
            log.brokenLimit();
            throw ApiError.tooMany((int) ((left + SECOND - 1) / SECOND));
        }
        told.remove(key);
    }
}
