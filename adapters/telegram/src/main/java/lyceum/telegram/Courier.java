package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.platform.Outcome;
import org.jspecify.annotations.Nullable;
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

    /** What a refusal means for one kind of request. */
    interface Meaning {
        /**
         * Its outcome.
         *
         * @param said Telegram's words in lower case
         * @return null where it means what it means for every request
         */
        @Nullable
        Outcome of(String said);
    }

    /** What means that things are as they should be where Telegram says one of these in its refusal. */
    static Meaning fineWhere(String... parts) {
        return said -> Stream.of(parts).anyMatch(said::contains) ? Outcome.Done.of() : null;
    }

    /**
     * Blocks until Telegram answers, or answers itself that it is too early.
     *
     * @param fine part of Telegram's refusal that means that things are as they should be; empty where there is none
     * @throws UncheckedIOException where nobody knows whether it was done
     */
    Outcome carry(long chat, BotApiMethod<?> method, String fine, Function<JsonNode, Outcome> done) {
        return carry(chat, method, meaning(fine), done);
    }

    Outcome carry(long chat, BotApiMethod<?> method, Meaning meaning, Function<JsonNode, Outcome> done) {
        return carry(chat, () -> wire.apply(method), meaning, done);
    }

    /** The same for a request that is made in another way. */
    Outcome carry(long chat, Supplier<Reply> request, Meaning meaning, Function<JsonNode, Outcome> done) {
        Duration wait = pacing.ask(chat);
        if (!wait.isZero()) {
            return new Outcome.Later(wait, Phrase.of("telegram.no-more-here"));
        }
        Reply reply;
        try {
            reply = request.get();
        } finally {
            pacing.spoken(chat);
        }
        return outcome(reply, chat, meaning, done);
    }

    /** The same for what Telegram does not count: a raid is cleared away as fast as it comes. */
    Outcome carryUncounted(long chat, BotApiMethod<?> method, String fine, Function<JsonNode, Outcome> done) {
        return carryUncounted(chat, method, meaning(fine), done);
    }

    Outcome carryUncounted(long chat, BotApiMethod<?> method, Meaning meaning, Function<JsonNode, Outcome> done) {
        Duration wait = pacing.silence(chat);
        return wait.isZero() ? outcome(wire.apply(method), chat, meaning, done) : asked(wait);
    }

    /** The same for a look at what stands, which keeps to the pace of looks. */
    Outcome look(long chat, BotApiMethod<?> method, Function<JsonNode, Outcome> done) {
        Duration wait = pacing.look();
        if (!wait.isZero()) {
            return new Outcome.Later(wait, Phrase.of("telegram.looked-enough"));
        }
        try {
            return carryUncounted(chat, method, "", done);
        } finally {
            pacing.looked();
        }
    }

    private Outcome outcome(Reply reply, long chat, Meaning meaning, Function<JsonNode, Outcome> done) {
        return switch (reply) {
            case Reply.Ok(JsonNode result) -> done.apply(result);
            case Reply.No no -> refused(no, chat, meaning);
            case Reply.Unsent(Say why) -> new Outcome.Later(SOON, why);
            case Reply.Lost(Say why) -> throw new UncheckedIOException(new IOException(Phrases.english(why)));
            case Reply.Garbled _ -> throw new UncheckedIOException(new IOException("Telegram did not answer in JSON"));
        };
    }

    private static Meaning meaning(String fine) {
        return fine.isEmpty() ? _ -> null : fineWhere(fine);
    }

    private static Outcome asked(Duration wait) {
        return new Outcome.Later(wait, Phrase.of("telegram.asks-to-wait"));
    }

    private Outcome refused(Reply.No no, long chat, Meaning meaning) {
        Outcome meant = meaning.of(no.description().toLowerCase(Locale.ROOT));
        if (meant != null) {
            return meant;
        }
        if (no.code() == 429) {
            Duration wait = Objects.requireNonNullElse(no.retryAfter(), LONG);
            pacing.silence(chat, wait);
            return asked(wait);
        }
        if (no.code() >= 500) {
            return new Outcome.Later(
                    Objects.requireNonNullElse(no.retryAfter(), SOON),
                    Phrase.of("telegram.fails", Integer.toString(no.code())));
        }
        if (no.movedTo() != null) {
            moves.learn(chat, no.movedTo());
            return new Outcome.Later(Duration.ZERO, Words.moved(chat, no.movedTo()));
        }
        Say words = Words.refused(no, chat);
        return Words.isMendable(no) ? new Outcome.Barred(words) : new Outcome.Refused(words);
    }
}
