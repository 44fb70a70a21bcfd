package lyceum.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.platform.Outcome;

/** What an answer means for the hub, and which click mends it. */
final class Outcomes {
    private static final int UNAUTHORIZED = 401;
    private static final int UNKNOWN_CHANNEL = 10003;
    private static final int UNKNOWN_MESSAGE = 10008;
    static final int UNKNOWN_WEBHOOK = 10015;
    private static final int MISSING_ACCESS = 50001;
    private static final int NOT_THE_AUTHOR = 50005;
    private static final int EMPTY = 50006;
    private static final int MISSING_PERMISSIONS = 50013;
    private static final int WEBHOOK_TOKEN = 50027;
    private static final int TOO_MANY_WEBHOOKS = 30007;

    /** There is no such channel, or no longer. */
    static final Outcome CHANNEL_GONE = new Outcome.Refused(answered(404, UNKNOWN_CHANNEL, "discord.channel-gone"));

    private Outcomes() {}

    /** What came of a request that may be repeated. */
    static Outcome of(Answer answer) {
        if (answer.ok()) {
            return Outcome.Done.of();
        }
        if (answer.again()) {
            return new Outcome.Later(answer.retryAfter(), why(answer));
        }
        if (answer.code() == UNKNOWN_CHANNEL) {
            return CHANNEL_GONE;
        }
        return answer.status() == UNAUTHORIZED
                ? new Outcome.Barred(reason(answer))
                : new Outcome.Refused(reason(answer));
    }

    /**
     * What came of saying something: where the bot may not, it waits until it may.
     *
     * @param otherwise what came of it in any other case
     * @param missing the phrase for what is missing where Discord says that something is
     */
    static Outcome spoken(Answer answer, Outcome otherwise, String missing) {
        return switch (answer.code()) {
            case MISSING_PERMISSIONS -> new Outcome.Barred(Phrase.of(missing));
            case MISSING_ACCESS -> new Outcome.Barred(Phrase.of("discord.give-view"));
            default -> otherwise;
        };
    }

    /**
     * What came of a request that may not be repeated.
     *
     * @throws UncheckedIOException where Discord failed and it may stand all the same
     */
    static Outcome ofOnce(Answer answer) {
        if (answer.serverFails()) {
            throw new UncheckedIOException(new IOException("Discord answered " + answer.status()));
        }
        return of(answer);
    }

    /** What Discord answered, and the phrase for what it means. */
    static Say answered(int status, int code, String key) {
        return Phrase.of(
                "discord.answered", Text.of(Integer.toString(status)), Text.of(Integer.toString(code)), Phrase.of(key));
    }

    private static Say why(Answer answer) {
        return answer.status() == Answer.UNREACHABLE
                ? Phrase.of("discord.unreachable")
                : Phrase.of("discord.answered-only", Integer.toString(answer.status()));
    }

    private static Say reason(Answer answer) {
        return answered(answer.status(), answer.code(), meaning(answer));
    }

    private static String meaning(Answer answer) {
        return switch (answer.code()) {
            case UNKNOWN_MESSAGE -> "discord.message-gone";
            case UNKNOWN_WEBHOOK, WEBHOOK_TOKEN -> "discord.too-late-or-gone";
            case MISSING_ACCESS -> "discord.give-view";
            case NOT_THE_AUTHOR -> "discord.not-the-author";
            case EMPTY -> "discord.empty";
            case MISSING_PERMISSIONS -> "discord.give-rights";
            case TOO_MANY_WEBHOOKS -> "discord.too-many-webhooks";
            default -> answer.status() == UNAUTHORIZED ? "discord.token-anew" : "discord.not-taken";
        };
    }
}
