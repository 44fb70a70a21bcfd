package lyceum.telegram;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the hub within Telegram's documented rates, so that Telegram never has to. What is under way counts as if it were sent now,
 * and what was answered counts from its answer: Telegram, which counts arrivals, can only count less.
 */
final class Pacing {
    private static final Duration SOON = Duration.ofMillis(100);
    private static final int MANY = 10_000;

    private final InstantSource clock;
    private final boolean limited;
    /** 30 a second, with room for clocks that differ. */
    private final Window all = new Window(28, Duration.ofMillis(1200));

    /** What is only looked at, Telegram does not count as it counts messages; it is kept well below their number. */
    private final Window looks = new Window(20, Duration.ofMillis(1100));

    private final Map<Long, Chat> chats = new HashMap<>();

    Pacing(TelegramSettings.Pace pace, InstantSource clock) {
        this.limited = pace == TelegramSettings.Pace.DOCUMENTED;
        this.clock = clock;
    }

    /** How long to wait before speaking in the chat; zero means now, and then {@link #spoken} must follow. */
    synchronized Duration ask(long chat) {
        Instant now = clock.instant();
        if (chats.size() > MANY) {
            chats.values().removeIf(each -> each.isIdle(now));
        }
        Chat one = chats.computeIfAbsent(chat, Chat::new);
        Duration wait = one.pause(now);
        if (limited) {
            for (Window window : one.windowsAnd(all)) {
                wait = longer(wait, window.wait(now));
            }
        }
        if (wait.isZero()) {
            one.windowsAnd(all).forEach(Window::begin);
        }
        return wait;
    }

    /** How long to wait before the next look; zero means now, and then {@link #looked} must follow. */
    synchronized Duration look() {
        Duration wait = limited ? looks.wait(clock.instant()) : Duration.ZERO;
        if (wait.isZero()) {
            looks.begin();
        }
        return wait;
    }

    /** A look has its answer, or never will. */
    synchronized void looked() {
        looks.end(clock.instant());
    }

    /** How long Telegram still wants silence in the chat, whatever is to be done there. */
    synchronized Duration silence(long chat) {
        Chat one = chats.get(chat);
        return one == null ? Duration.ZERO : one.pause(clock.instant());
    }

    /** What was allowed has an answer, or never will. */
    synchronized void spoken(long chat) {
        Instant now = clock.instant();
        Chat one = chats.computeIfAbsent(chat, Chat::new);
        one.windowsAnd(all).forEach(window -> window.end(now));
    }

    /** Telegram wants silence in the chat for so long. */
    synchronized void silence(long chat, Duration time) {
        chats.computeIfAbsent(chat, Chat::new).silentUntil = clock.instant().plus(time);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /** The rates of one chat. */
    private static final class Chat {
        private final List<Window> windows;
        private Instant silentUntil = Instant.MIN;

        Chat(long id) {
            Window seconds = new Window(2, Duration.ofMillis(2200));
            this.windows = id < 0 ? List.of(seconds, new Window(20, Duration.ofMillis(60_400))) : List.of(seconds);
        }

        Duration pause(Instant now) {
            return now.isBefore(silentUntil) ? Duration.between(now, silentUntil) : Duration.ZERO;
        }

        List<Window> windowsAnd(Window all) {
            return windows.size() == 1
                    ? List.of(windows.getFirst(), all)
                    : List.of(windows.getFirst(), windows.getLast(), all);
        }

        boolean isIdle(Instant now) {
            return !now.isBefore(silentUntil) && windows.stream().allMatch(window -> window.isEmpty(now));
        }
    }

    /** At most so many in any stretch of so long. */
    private static final class Window {
        private final int most;
        private final Duration length;
        private final Deque<Instant> spoken = new ArrayDeque<>();
        private int speaking;

        Window(int most, Duration length) {
            this.most = most;
            this.length = length;
        }

        Duration wait(Instant now) {
            forget(now);
            int over = speaking + spoken.size() - most;
            if (over < 0) {
                return Duration.ZERO;
            }
            if (over >= spoken.size()) {
                return SOON;
            }
            Instant free = spoken.stream().skip(over).findFirst().orElse(now).plus(length);
            Duration wait = Duration.between(now, free);
            return wait.isPositive() ? wait : SOON;
        }

        void begin() {
            speaking++;
        }

        void end(Instant now) {
            speaking = Math.max(0, speaking - 1);
            spoken.addLast(now);
            while (spoken.size() > most) {
                spoken.removeFirst();
            }
        }

        boolean isEmpty(Instant now) {
            forget(now);
            return speaking == 0 && spoken.isEmpty();
        }

        /** Also what the clock, set back, has put into the future. */
        private void forget(Instant now) {
            spoken.removeIf(at -> !at.plus(length).isAfter(now) || at.isAfter(now.plus(length)));
        }
    }
}
