package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.platform.Outcome;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;

/** Carries requests to a chat, at the pace that is allowed, and tells what came of each. */
final class Courier {
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Function<BotApiMethod<?>, Reply> wire;
    private final Pacing pacing;
    private final Moves moves;

    Courier(Function<BotApiMethod<?>, Reply> wire, Pacing pacing, Moves moves) {
        this.moves = moves;
        this.wire = wire;
        this.pacing = pacing;
    }

    /**
     * Blocks until Telegram answers, or answers itself that it is too early.
     *
     * @param fine part of Telegram's refusal that means that things are as they should be; empty where there is none
     * @throws UncheckedIOException where nobody knows whether it was done
     */
    Outcome carry(long chat, BotApiMethod<?> method, String fine, Function<JsonNode, Outcome> done) {
        return carry(chat, () -> wire.apply(method), fine, done);
    }

    /** The same for a request that is made in another way. */
    Outcome carry(long chat, Supplier<Reply> request, String fine, Function<JsonNode, Outcome> done) {
        Duration wait = pacing.ask(chat);
        if (!wait.isZero()) {
            return new Outcome.Later(wait, "Telegram allows no more here for now");
        }
        Reply reply;
        try {
            reply = request.get();
        } finally {
            pacing.spoken(chat);
        }
        return outcome(reply, chat, fine, done);
    }

    /** The same for what Telegram does not count: a raid is cleared away as fast as it comes. */
    Outcome carryUncounted(long chat, BotApiMethod<?> method, String fine, Function<JsonNode, Outcome> done) {
        Duration wait = pacing.silence(chat);
        return wait.isZero()
                ? outcome(wire.apply(method), chat, fine, done)
                : new Outcome.Later(wait, "Telegram asks to wait");
    }

    /** The same for a look at what stands, which keeps to the pace of looks. */
    Outcome look(long chat, BotApiMethod<?> method, Function<JsonNode, Outcome> done) {
        Duration wait = pacing.look();
        if (!wait.isZero()) {
            return new Outcome.Later(wait, "enough was looked at for now");
        }
        try {
            return carryUncounted(chat, method, "", done);
        } finally {
            pacing.looked();
        }
    }

    private Outcome outcome(Reply reply, long chat, String fine, Function<JsonNode, Outcome> done) {
        return switch (reply) {
            case Reply.Ok(JsonNode result) -> done.apply(result);
            case Reply.No no -> refused(no, chat, fine);
            case Reply.Unsent(Say why) -> new Outcome.Later(SOON, Phrases.english(why));
            case Reply.Lost(Say why) -> throw new UncheckedIOException(new IOException(Phrases.english(why)));
            case Reply.Garbled _ -> throw new UncheckedIOException(new IOException("Telegram did not answer in JSON"));
        };
    }

    private Outcome refused(Reply.No no, long chat, String fine) {
        if (!fine.isEmpty() && no.description().toLowerCase(Locale.ROOT).contains(fine)) {
            return Outcome.Done.of();
        }
        if (no.code() == 429) {
            Duration wait = Objects.requireNonNullElse(no.retryAfter(), LONG);
            pacing.silence(chat, wait);
            return new Outcome.Later(wait, "Telegram asks to wait");
        }
        if (no.code() >= 500) {
            return new Outcome.Later(
                    Objects.requireNonNullElse(no.retryAfter(), SOON), "Telegram answers " + no.code());
        }
        if (no.movedTo() != null) {
            moves.learn(chat, no.movedTo());
            return new Outcome.Later(Duration.ZERO, Phrases.english(Words.moved(chat, no.movedTo())));
        }
        String words = Phrases.english(Words.refused(no, chat));
        return Words.isMendable(no) ? new Outcome.Barred(words) : new Outcome.Refused(words);
    }
}
