package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Whoever writes a message.
 *
 * @param id the user's id, or the webhook's
 * @param user the user object that stands in the message
 * @param webhook the webhook's id, or 0
 * @param application the application's id where one answers an interaction or owns the webhook, or 0
 */
record Author(long id, ObjectNode user, long webhook, long application) {

    static Author of(Member member) {
        return new Author(member.id(), member.user(), 0, 0);
    }

    static Author of(Bot bot) {
        return new Author(bot.id(), bot.user(), 0, 0);
    }

    /** A bot that answers an interaction. */
    static Author answering(Bot bot) {
        return new Author(bot.id(), bot.user(), bot.id(), bot.id());
    }
}
