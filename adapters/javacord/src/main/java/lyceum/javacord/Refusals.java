package lyceum.javacord;

import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
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
        return new Outcome.Refused(Phrase.of(
                "discord.answered",
                Text.of(Integer.toString(refusal.status())),
                Text.of(Integer.toString(refusal.code())),
                Phrase.of(meaning(refusal.code()))));
    }

    private static String meaning(int code) {
        return switch (code) {
            case UNKNOWN_CHANNEL -> "discord.channel-gone";
            case UNKNOWN_MESSAGE -> "discord.message-gone";
            case UNKNOWN_WEBHOOK, WEBHOOK_TOKEN -> "discord.too-late-or-gone";
            case UNKNOWN_MEMBER -> "discord.not-joined";
            case MISSING_ACCESS -> "discord.give-view";
            case NOT_THE_AUTHOR -> "discord.not-the-author";
            case MISSING_PERMISSIONS -> "discord.give-role-rights";
            case TOO_MANY_WEBHOOKS -> "discord.too-many-webhooks";
            default -> "discord.not-taken";
        };
    }

    /** What is gone need not be taken away. */
    static Outcome fineWhereGone(Requests.Refusal refusal) {
        return refusal.gone() ? Outcome.Done.of() : say(refusal);
    }
}
