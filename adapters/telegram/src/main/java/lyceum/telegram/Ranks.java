package lyceum.telegram;

import lyceum.kernel.person.Standing;

/** What Telegram lets an account do in a chat. */
interface Ranks {
    Standing of(long chat, long account);

    /** The standing that goes with a status of Telegram's. */
    static Standing standing(String status) {
        return switch (status) {
            case "creator" -> Standing.CREATOR;
            case "administrator" -> Standing.MODERATOR;
            default -> Standing.FAN;
        };
    }
}
