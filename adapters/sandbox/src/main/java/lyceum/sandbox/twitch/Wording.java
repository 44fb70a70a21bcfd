package lyceum.sandbox.twitch;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What happens in the channel, as lines of IRC. */
record Wording(Channel channel) {
    private static final List<String> COLOURS =
            List.of("#1E90FF", "#FF7F50", "#9ACD32", "#8A2BE2", "#DAA520", "#008000");

    /** A line somebody said; {@code tagged} whether the reader asked for tags. */
    String privmsg(Line line, boolean tagged) {
        Account from = line.from();
        Line parent = line.replyTo() == null ? null : channel.line(line.replyTo());
        String text = parent == null ? line.text() : "@" + parent.from().name() + " " + line.text();
        String plain = source(from) + " PRIVMSG #" + Channel.NAME + " :" + text;
        return tagged ? tags(line, parent) + plain : plain;
    }

    private Tags tags(Line line, @Nullable Line parent) {
        Tags tags = face(line.from())
                .put("emotes", "")
                .put("first-msg", false)
                .put("flags", "")
                .put("id", line.id())
                .put("returning-chatter", false)
                .put("room-id", Channel.OWNER)
                .put("tmi-sent-ts", Long.toString(line.at().toEpochMilli()))
                .put("user-id", line.from().id());
        if (line.bits() > 0) {
            tags.put("bits", Integer.toString(line.bits()));
        }
        if (parent != null) {
            Line thread = thread(parent);
            tags.put("reply-parent-msg-id", parent.id())
                    .put("reply-parent-user-id", parent.from().id())
                    .put("reply-parent-user-login", parent.from().login())
                    .put("reply-parent-display-name", parent.from().name())
                    .put("reply-parent-msg-body", parent.text())
                    .put("reply-thread-parent-msg-id", thread.id())
                    .put("reply-thread-parent-user-login", thread.from().login());
        }
        return tags;
    }

    private Line thread(Line line) {
        Line first = line;
        for (Line up = line; up != null; up = up.replyTo() == null ? null : channel.line(up.replyTo())) {
            first = up;
        }
        return first;
    }

    /** What everybody sees of an account: badges, name, colour. */
    private Tags face(Account account) {
        boolean moderator = Channel.moderates(account) && !Channel.owns(account);
        String tier = channel.subscribers().get(account.id());
        String badges = (Channel.owns(account) ? "broadcaster/1," : moderator ? "moderator/1," : "")
                + (tier == null ? "" : "subscriber/0,");
        return new Tags()
                .put("badge-info", tier == null ? "" : "subscriber/1")
                .put("badges", badges.isEmpty() ? "" : badges.substring(0, badges.length() - 1))
                .put("color", COLOURS.get(Math.floorMod(Objects.hash(account.id()), COLOURS.size())))
                .put("display-name", account.name())
                .put("mod", moderator)
                .put("subscriber", tier != null)
                .put("turbo", false)
                .put("user-type", moderator ? "mod" : "");
    }

    /** {@code :nick!nick@nick.tmi.twitch.tv}. */
    static String source(Account account) {
        return source(account.login());
    }

    static String source(String login) {
        return ":" + login + "!" + login + "@" + login + ".tmi.twitch.tv";
    }

    /** How the account that reads it stands in the channel; {@code said} is the id of what it said just now. */
    String userstate(Account account, @Nullable String said, boolean tagged) {
        String plain = ":tmi.twitch.tv USERSTATE #" + Channel.NAME;
        if (!tagged) {
            return plain;
        }
        Tags tags = face(account).put("emote-sets", "0");
        return (said == null ? tags : tags.put("id", said)) + plain;
    }

    String globaluserstate(Account account, boolean tagged) {
        String plain = ":tmi.twitch.tv GLOBALUSERSTATE";
        Tags tags = new Tags()
                .put("badge-info", "")
                .put("badges", "")
                .put("color", "")
                .put("display-name", account.name())
                .put("emote-sets", "0")
                .put("user-id", account.id())
                .put("user-type", "");
        return tagged ? tags + plain : plain;
    }

    static String roomstate(boolean tagged) {
        Tags tags = new Tags()
                .put("emote-only", false)
                .put("followers-only", "-1")
                .put("r9k", false)
                .put("room-id", Channel.OWNER)
                .put("slow", "0")
                .put("subs-only", false);
        return (tagged ? tags : "") + ":tmi.twitch.tv ROOMSTATE #" + Channel.NAME;
    }

    static String clearmsg(Line line, long now, boolean tagged) {
        Tags tags = new Tags()
                .put("login", line.from().login())
                .put("room-id", "")
                .put("target-msg-id", line.id())
                .put("tmi-sent-ts", Long.toString(now));
        return (tagged ? tags : "") + ":tmi.twitch.tv CLEARMSG #" + Channel.NAME + " :" + line.text();
    }

    /**
     * Everything that somebody said goes.
     *
     * @param seconds of a time-out, 0 for a ban
     */
    static String clearchat(Account account, long seconds, long now, boolean tagged) {
        Tags tags = new Tags()
                .put("room-id", Channel.OWNER)
                .put("target-user-id", account.id())
                .put("tmi-sent-ts", Long.toString(now));
        if (seconds > 0) {
            tags.put("ban-duration", Long.toString(seconds));
        }
        return (tagged ? tags : "") + ":tmi.twitch.tv CLEARCHAT #" + Channel.NAME + " :" + account.login();
    }

    /** A subscription, as the chat sees it. */
    String usernotice(Account account, Notice notice, boolean tagged) {
        String plain = ":tmi.twitch.tv USERNOTICE #" + Channel.NAME;
        Tags tags = face(account)
                .put("emotes", "")
                .put("flags", "")
                .put("id", notice.id())
                .put("login", account.login())
                .put("msg-id", notice.kind())
                .put("room-id", Channel.OWNER)
                .put("system-msg", notice.words())
                .put("tmi-sent-ts", Long.toString(notice.at()))
                .put("user-id", account.id());
        notice.params().forEach((name, value) -> tags.put("msg-param-" + name, value));
        return tagged ? tags + plain : plain;
    }

    /**
     * What the chat is told beside talk.
     *
     * @param kind {@code sub}, {@code subgift} ...
     * @param params what the kind brings, without {@code msg-param-}
     */
    record Notice(String id, String kind, String words, java.util.Map<String, String> params, long at) {
        Notice {
            params = java.util.Map.copyOf(params);
        }
    }

    static String notice(String kind, String words, boolean tagged) {
        return (tagged ? "@msg-id=" + kind + " " : "") + ":tmi.twitch.tv NOTICE #" + Channel.NAME + " :" + words;
    }
}
