package lyceum.discord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
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
    static final Outcome CHANNEL_GONE = new Outcome.Refused(
            "Discord answered 404 (10003): the channel is gone; where it stands in the config, take it out");

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
     * @param permission what is missing where Discord says that something is
     */
    static Outcome spoken(Answer answer, Outcome otherwise, String permission) {
        return switch (answer.code()) {
            case MISSING_PERMISSIONS ->
                new Outcome.Barred("give the bot " + permission + " in the channel's permissions on Discord");
            case MISSING_ACCESS ->
                new Outcome.Barred("give the bot View Channel in the channel's permissions on Discord");
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

    static Outcome later(Duration delay, String reason) {
        return new Outcome.Later(delay, reason);
    }

    private static String why(Answer answer) {
        return answer.status() == Answer.UNREACHABLE
                ? "Discord cannot be reached"
                : "Discord answered " + answer.status();
    }

    private static String reason(Answer answer) {
        String what = "Discord answered " + answer.status() + " (" + answer.code() + "): ";
        return what
                + switch (answer.code()) {
                    case UNKNOWN_MESSAGE -> "the message is gone";
                    case UNKNOWN_WEBHOOK, WEBHOOK_TOKEN -> "it is too late to answer, or the webhook is gone";
                    case MISSING_ACCESS -> "give the bot View Channel in the channel's permissions";
                    case NOT_THE_AUTHOR -> "only the author of a message can change it";
                    case EMPTY -> "it takes no empty message";
                    case MISSING_PERMISSIONS ->
                        "give the bot Send Messages, Manage Webhooks, Manage Messages and Read Message History in the channel's permissions";
                    case TOO_MANY_WEBHOOKS ->
                        "the channel has no room for another webhook; delete one under Integrations";
                    default ->
                        answer.status() == UNAUTHORIZED
                                ? "it does not know the token; copy it anew under Bot, Reset Token, into the config, and start the hub again"
                                : "it does not take this request";
                };
    }
}
