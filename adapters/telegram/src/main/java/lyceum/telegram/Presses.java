package lyceum.telegram;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/**
 * Buttons that were pressed and still turn. A press can be answered once, in words that only that person sees: the hub has a moment
 * to say them, then the button is stopped without.
 */
final class Presses {
    /** The most UTF-16 units of such an answer. */
    static final int LIMIT = 200;

    private static final Duration MOMENT = Duration.ofMillis(2500);
    private static final int GLANCE = 80;

    private final Function<BotApiMethod<?>, Reply> wire;
    private final CountDownLatch closed;
    private final Set<String> turning = ConcurrentHashMap.newKeySet();

    Presses(Function<BotApiMethod<?>, Reply> wire, CountDownLatch closed) {
        this.wire = wire;
        this.closed = closed;
    }

    /** A button was pressed; returns at once. */
    void noticed(String query) {
        turning.add(query);
        Thread.ofVirtual().name("telegram-press").start(() -> {
            rest();
            stop(query);
        });
    }

    /** Blocks; the button stops turning, and that person is told nothing. */
    void stop(String query) {
        if (turning.remove(query)) {
            var _ = wire.apply(new AnswerCallbackQuery(query));
        }
    }

    /** Blocks; whether the person was told. Where the button has stopped turning, or Telegram does not take it, they were not. */
    boolean tell(String query, String words) {
        if (words.length() > LIMIT || !turning.remove(query)) {
            return false;
        }
        AnswerCallbackQuery answer = new AnswerCallbackQuery(query);
        answer.setText(words);
        answer.setShowAlert(words.length() > GLANCE || words.indexOf('\n') >= 0);
        return wire.apply(answer) instanceof Reply.Ok;
    }

    private void rest() {
        try {
            var _ = closed.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
