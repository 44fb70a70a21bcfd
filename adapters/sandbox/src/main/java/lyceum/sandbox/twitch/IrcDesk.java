package lyceum.sandbox.twitch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Answers what clients say on their connections, as tmi.twitch.tv does. */
final class IrcDesk {
    private static final String SERVER = ":tmi.twitch.tv";
    private static final Set<String> CAPABILITIES =
            Set.of("twitch.tv/commands", "twitch.tv/membership", "twitch.tv/tags");

    private final Twitch twitch;
    private final Speaking speaking;
    private final Map<IrcSession, String> passwords = new ConcurrentHashMap<>();

    IrcDesk(Twitch twitch, Speaking speaking) {
        this.twitch = twitch;
        this.speaking = speaking;
    }

    void opened(IrcSession session) {
        twitch.chat().enter(session);
    }

    void closed(IrcSession session) {
        passwords.remove(session);
        twitch.chat().leave(session);
        session.drop();
        part(session);
    }

    /** One message of the transport, which may hold several lines. */
    void received(IrcSession session, String message) {
        message.lines().filter(line -> !line.isBlank()).forEach(line -> handle(session, IrcLine.read(line)));
    }

    private void handle(IrcSession session, IrcLine line) {
        switch (line.command()) {
            case "CAP" -> capabilities(session, line);
            case "PASS" -> passwords.put(session, line.param(0));
            case "NICK" -> nick(session, line.param(0).toLowerCase(Locale.ROOT));
            case "PING" ->
                session.send(line.params().isEmpty() ? "PONG" : SERVER + " PONG tmi.twitch.tv :" + line.param(0));
            case "QUIT" -> session.end();
            case "PONG", "USER" -> {
                /* nothing to say to that */
            }
            default -> known(session, line);
        }
    }

    private void known(IrcSession session, IrcLine line) {
        if (session.nick().isEmpty()) {
            return;
        }
        switch (line.command()) {
            case "JOIN" ->
                List.of(line.param(0).split(",")).stream()
                        .filter(_ -> speaking.mayJoin(session.nick()))
                        .forEach(room -> join(session, room));
            case "PART" -> part(session);
            case "PRIVMSG" -> say(session, line);
            default -> session.send(SERVER + " 421 " + session.nick() + " " + line.command() + " :Unknown command");
        }
    }

    private static void capabilities(IrcSession session, IrcLine line) {
        switch (line.param(0).toUpperCase(Locale.ROOT)) {
            case "LS" -> session.send(SERVER + " CAP * LS :twitch.tv/commands twitch.tv/membership twitch.tv/tags");
            case "REQ" -> {
                String asked = line.param(1).strip();
                boolean all = CAPABILITIES.containsAll(List.of(asked.split("\\s+")));
                if (all) {
                    session.capabilities().addAll(List.of(asked.split("\\s+")));
                }
                session.send(SERVER + " CAP * " + (all ? "ACK" : "NAK") + " :" + asked);
            }
            default -> {
                /* CAP END: there is no registration that waits for it */
            }
        }
    }

    private void nick(IrcSession session, String nick) {
        String password = passwords.getOrDefault(session, "");
        boolean reads = nick.matches("justinfan[0-9]+");
        if (!reads && !password.startsWith("oauth:")) {
            refuse(session, "Improperly formatted auth");
            return;
        }
        boolean stale = password.startsWith("oauth:" + Tokens.HUB)
                && !twitch.tokens().takes(password.substring("oauth:".length()), twitch.now());
        Optional<Account> account =
                reads || stale ? Optional.empty() : twitch.accounts().withLogin(nick);
        if (stale || (!reads && account.isEmpty())) {
            refuse(session, "Login authentication failed");
            return;
        }
        session.isIn(nick, account.orElse(null));
        session.send(SERVER + " 001 " + nick + " :Welcome, GLHF!");
        session.send(SERVER + " 002 " + nick + " :Your host is tmi.twitch.tv");
        session.send(SERVER + " 003 " + nick + " :This server is rather new");
        session.send(SERVER + " 004 " + nick + " :-");
        session.send(SERVER + " 375 " + nick + " :-");
        session.send(SERVER + " 372 " + nick + " :You are in a maze of twisty passages, all alike.");
        session.send(SERVER + " 376 " + nick + " :>");
        if (session.hasCommands() && account.isPresent()) {
            session.send(twitch.wording().globaluserstate(account.get(), session.tagged()));
        }
    }

    private static void refuse(IrcSession session, String words) {
        session.send(SERVER + " NOTICE * :" + words);
        session.end();
    }

    private void join(IrcSession session, String room) {
        if (!room.toLowerCase(Locale.ROOT).equals("#" + Channel.NAME)) {
            String words = "This channel does not exist or has been suspended.";
            session.send("@msg-id=msg_channel_suspended " + SERVER + " NOTICE " + room + " :" + words);
            return;
        }
        String nick = session.nick();
        String source = Wording.source(nick);
        twitch.locked(() -> {
            boolean fresh = twitch.channel().present().add(nick);
            if (fresh) {
                twitch.chat().tellMembers(source + " JOIN #" + Channel.NAME);
            }
            greet(session, nick, source);
            return null;
        });
    }

    private void greet(IrcSession session, String nick, String source) {
        String here = ":" + nick + ".tmi.twitch.tv";
        session.send(source + " JOIN #" + Channel.NAME);
        session.send(here + " 353 " + nick + " = #" + Channel.NAME + " :" + names(session));
        session.send(here + " 366 " + nick + " #" + Channel.NAME + " :End of /NAMES list");
        Account account = session.account();
        if (session.hasCommands()) {
            if (account != null) {
                session.send(twitch.wording().userstate(account, null, session.tagged()));
            }
            session.send(Wording.roomstate(session.tagged()));
        }
        session.join(true);
    }

    private String names(IrcSession session) {
        return session.hasMembership() ? String.join(" ", twitch.channel().present()) : session.nick();
    }

    private void part(IrcSession session) {
        if (!session.nick().isEmpty()) {
            session.join(false);
            String source = Wording.source(session.nick());
            twitch.locked(() -> {
                boolean others = twitch.chat().sessions().stream()
                        .anyMatch(other -> other.hears() && other.nick().equals(session.nick()));
                if (!others && twitch.channel().present().remove(session.nick())) {
                    twitch.chat().tellMembers(source + " PART #" + Channel.NAME);
                }
                return null;
            });
            session.send(source + " PART #" + Channel.NAME);
        }
    }

    private void say(IrcSession session, IrcLine line) {
        Account account = session.account();
        boolean here = line.param(0).toLowerCase(Locale.ROOT).equals("#" + Channel.NAME);
        if (account == null || !here || line.param(1).isBlank()) {
            return;
        }
        @Nullable String replyTo = line.tags().get("reply-parent-msg-id");
        Speaking.Said said = speaking.say(account, line.param(1), replyTo, session);
        switch (said) {
            case Speaking.Said.Stands stands -> {
                if (session.hasCommands()) {
                    session.send(
                            twitch.wording().userstate(account, stands.line().id(), session.tagged()));
                }
            }
            case Speaking.Said.Dropped dropped -> {
                if (session.hasCommands()) {
                    session.send(Wording.notice(dropped.code(), dropped.words(), session.tagged()));
                }
            }
        }
    }
}
