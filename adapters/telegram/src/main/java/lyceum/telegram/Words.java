package lyceum.telegram;

import java.util.Locale;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;

/** What to do about Telegram's refusals, for whoever runs the hub. */
final class Words {
    private Words() {}

    static Say refused(Reply.No no, long chat) {
        if (no.movedTo() != null) {
            return moved(chat, no.movedTo());
        }
        Text code = Text.of(Integer.toString(no.code()));
        Text said = Text.of(no.description());
        String advice = advice(no.code(), no.description().toLowerCase(Locale.ROOT));
        return advice.isEmpty()
                ? Phrase.of("telegram.refuses", code, said)
                : Phrase.of("telegram.refuses-until", code, said, Phrase.of(advice));
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

    static Say moved(long from, long to) {
        return Phrase.of("telegram.moved", Long.toString(from), Long.toString(to));
    }

    static Say deaf(String title) {
        return Phrase.of("telegram.hears-commands-only", title);
    }

    static Say powerless(String title) {
        return Phrase.of("telegram.deletes-nothing", title);
    }

    static Say absent(long chat, Reply.No no) {
        return Phrase.of("telegram.absent", Text.of(Long.toString(chat)), refused(no, chat));
    }

    private static String advice(int code, String said) {
        if (code == 401) {
            return "telegram.mend-token";
        }
        if (said.contains("chat not found")) {
            return "telegram.mend-unknown-chat";
        }
        if (said.contains("kicked") || said.contains("not a member")) {
            return "telegram.mend-put-out";
        }
        if (said.contains("blocked by the user") || said.contains("user is deactivated")) {
            return "telegram.mend-blocked";
        }
        if (said.contains("initiate conversation")) {
            return "telegram.mend-not-begun";
        }
        if (said.contains("can't be deleted")) {
            return "telegram.mend-deletion";
        }
        if (said.contains(Moves.BEFORE)) {
            return "telegram.mend-before-move";
        }
        if (said.contains("rights to create a topic")) {
            return "telegram.mend-topics";
        }
        if (said.contains("rights") || said.contains("chat_write_forbidden") || said.contains("chat_restricted")) {
            return "telegram.mend-rights";
        }
        if (said.contains("thread not found") || said.contains("topic_closed") || said.contains("topic_deleted")) {
            return "telegram.mend-closed-topic";
        }
        return "";
    }
}
