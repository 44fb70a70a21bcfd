package lyceum.telegram;

import java.util.Locale;

/** What to do about Telegram's refusals, in English, for whoever runs the hub. */
final class Words {
    private Words() {}

    static String refused(Reply.No no, long chat) {
        if (no.movedTo() != null) {
            return moved(chat, no.movedTo());
        }
        String advice = advice(no.code(), no.description().toLowerCase(Locale.ROOT));
        String said = "Telegram refuses with " + no.code() + " '" + no.description() + "'";
        return advice.isEmpty() ? said : said + ": " + advice;
    }

    /** Whether the hub may speak there again as soon as somebody gives it back what it lost. */
    static boolean isMendable(Reply.No no) {
        String said = no.description().toLowerCase(Locale.ROOT);
        boolean person = said.contains("by the user") || said.contains("initiate conversation");
        return no.code() == 401
                || (!person
                        && (said.contains("rights to send")
                                || said.contains("rights to create a topic")
                                || said.contains("chat_write_forbidden")
                                || said.contains("chat_send_")
                                || said.contains("kicked")
                                || said.contains("not a member")
                                || said.contains("chat_restricted")));
    }

    /** Whether a topic was deleted. */
    static boolean isTopicGone(Reply.No no) {
        String said = no.description().toLowerCase(Locale.ROOT);
        return said.contains("thread not found") || said.contains("topic_deleted") || said.contains("topic_id_invalid");
    }

    static String moved(long from, long to) {
        return "the group " + from + " became a supergroup with the id " + to
                + "; the old id in the config goes on to mean it";
    }

    static String deaf(String title) {
        return "in '" + title
                + "' the bot hears commands only: make it an administrator there, or say /setprivacy to @BotFather,"
                + " choose Disable, and add the bot to the group again";
    }

    static String powerless(String title) {
        return "in '" + title
                + "' the bot cannot take messages away: make it an administrator with the right 'Delete messages'";
    }

    static String absent(long chat, Reply.No no) {
        return "room " + chat + ": " + refused(no, chat);
    }

    private static String advice(int code, String said) {
        if (code == 401) {
            return "put the bot's present token, from @BotFather, into the config, and start the hub again";
        }
        if (said.contains("chat not found")) {
            return "add the bot to the chat and check the chat's id in the config";
        }
        if (said.contains("kicked") || said.contains("not a member")) {
            return "add the bot to the chat again";
        }
        if (said.contains("blocked by the user") || said.contains("user is deactivated")) {
            return "only that person can change it";
        }
        if (said.contains("initiate conversation")) {
            return "that person has to open a private chat with the bot and press Start first";
        }
        if (said.contains("can't be deleted")) {
            return "make the bot an administrator with the right 'Delete messages'; what is older than 48 hours stays";
        }
        if (said.contains("rights to create a topic")) {
            return "the topic was deleted: make the bot an administrator with the right 'Manage topics', and it makes it again";
        }
        if (said.contains("rights") || said.contains("chat_write_forbidden") || said.contains("chat_restricted")) {
            return "make the bot an administrator, or allow members to send messages under the group's Permissions";
        }
        if (said.contains("thread not found") || said.contains("topic_closed") || said.contains("topic_deleted")) {
            return "open the topic again, or write another one in the config";
        }
        return "";
    }
}
