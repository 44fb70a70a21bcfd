package lyceum.javacord;

import lyceum.kernel.platform.Outcome;

/** What Discord's refusals mean, and which click mends them. */
final class Refusals {
    static final int UNKNOWN_WEBHOOK = 10015;
    static final int UNKNOWN_MEMBER = 10007;
    static final int UNKNOWN_BAN = 10026;
    private static final int UNKNOWN_CHANNEL = 10003;
    private static final int UNKNOWN_MESSAGE = 10008;
    private static final int MISSING_ACCESS = 50001;
    private static final int NOT_THE_AUTHOR = 50005;
    private static final int MISSING_PERMISSIONS = 50013;
    private static final int WEBHOOK_TOKEN = 50027;
    private static final int TOO_MANY_WEBHOOKS = 30007;

    private Refusals() {}

    static Outcome say(Requests.Refusal refusal) {
        return new Outcome.Refused("Discord answered " + refusal.status() + " (" + refusal.code() + "): "
                + switch (refusal.code()) {
                    case UNKNOWN_CHANNEL -> "the channel is gone; take it out of the config";
                    case UNKNOWN_MESSAGE -> "the message is gone";
                    case UNKNOWN_WEBHOOK, WEBHOOK_TOKEN -> "it is too late to answer, or the webhook is gone";
                    case UNKNOWN_MEMBER -> "that account is not in the guild";
                    case MISSING_ACCESS -> "give the bot View Channel there";
                    case NOT_THE_AUTHOR -> "nobody but its author can change a message";
                    case MISSING_PERMISSIONS ->
                        "the bot's role lacks a permission, or stands below that person's: see the invite link, and"
                                + " drag the role up";
                    case TOO_MANY_WEBHOOKS -> "delete a webhook of the channel under Integrations";
                    default -> "it does not take this request";
                });
    }

    /** What is gone need not be taken away. */
    static Outcome fineWhereGone(Requests.Refusal refusal) {
        return refusal.gone() ? Outcome.Done.of() : say(refusal);
    }
}
