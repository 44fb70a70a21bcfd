package lyceum.sandbox.twitch;

import org.jspecify.annotations.Nullable;

/** What programs say in the channel, by IRC or by Helix, and why some of it does not stand. */
record Speaking(Twitch twitch, Rates rates) {
    static final int LONGEST = 500;

    /** What came of something that was said. */
    sealed interface Said {
        record Stands(Line line) implements Said {}

        /**
         * It was dropped.
         *
         * @param rate whether it came too fast
         */
        record Dropped(String code, String words, boolean rate) implements Said {}
    }

    /** False where an account enters rooms too fast, which is then not answered. */
    boolean mayJoin(String nick) {
        return rates.joining(nick);
    }

    /**
     * Says something as an account.
     *
     * @param session the connection that said it and does not hear it again, or null
     */
    Said say(Account account, String text, @Nullable String replyTo, @Nullable IrcSession session) {
        return twitch.locked(() -> {
            Ban ban = twitch.channel().bans().get(account.id());
            if (ban != null && ban.holds(twitch.now())) {
                return ban.until() == null
                        ? new Said.Dropped("msg_banned", "You are permanently banned from talking in ada.", false)
                        : new Said.Dropped("msg_timedout", "You are timed out in ada.", false);
            }
            Said.Dropped dropped = rates.speaking(account, text);
            if (dropped != null) {
                return dropped;
            }
            boolean command = text.startsWith("/") || text.startsWith(".");
            if (command && session != null && !text.startsWith("/me ")) {
                return new Said.Dropped("unrecognized_cmd", "Unrecognized command: " + text.split("\\s", 2)[0], false);
            }
            String shown =
                    text.startsWith("/me ") && session != null ? "\u0001ACTION " + text.substring(4) + "\u0001" : text;
            Line parent = replyTo == null ? null : twitch.channel().line(replyTo);
            Line line = twitch.line(account, cut(shown), parent == null ? null : parent.id(), 0);
            return new Said.Stands(twitch.post(line, session));
        });
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
