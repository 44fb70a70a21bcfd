package lyceum.twitch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessageDeleted;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.TypedCommands;
import lyceum.kernel.feature.TypedCommands.Invocation;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/** Reads lines of the chat. One connection's lines come one at a time. */
final class Reader {
    private static final int RECENT = 2_000;
    private static final Pattern ACTION = Pattern.compile("\u0001ACTION (.*?)\u0001?", Pattern.DOTALL);
    /** In whose name Twitch shows what somebody gives who stays unknown. */
    private static final String UNKNOWN_GIVER = "ananonymousgifter";

    private static final Pattern NUMBER = Pattern.compile("[!！]?([0-9]{1,2})");

    private final Place place;
    private final Notebook notebook;
    private final Echoes echoes;
    private final Gifts gifts;
    private final Supplier<TypedCommands> commands;
    private final InstantSource clock;
    /** Who wrote the newest messages, by message. */
    private final LinkedHashMap<String, String> recent = new LinkedHashMap<>();

    /** @param commands asked for when a line looks like a command; may block until they are known */
    Reader(Place place, Memory memory, Supplier<TypedCommands> commands, InstantSource clock) {
        this.place = place;
        this.notebook = memory.notebook();
        this.echoes = memory.echoes();
        this.gifts = memory.gifts();
        this.commands = commands;
        this.clock = clock;
    }

    /** What a reader shares with those who speak. */
    record Memory(Notebook notebook, Echoes echoes, Gifts gifts) {}

    /** What the line comes to; empty where the hub does not listen to its kind. */
    synchronized List<Event> read(IrcLine line) {
        return switch (line.command()) {
            case "PRIVMSG" -> said(line);
            case "USERNOTICE" -> noticed(line);
            case "CLEARMSG" -> deleted(line.tag("target-msg-id"));
            case "CLEARCHAT" -> cleared(line.tag("target-user-id"));
            default -> List.of();
        };
    }

    /** What the chat is told beside talk; some of it carries words of the person's, which everybody reads. */
    private List<Event> noticed(IrcLine line) {
        if (line.tag("msg-id").endsWith("subgift")) {
            boolean unknown =
                    line.tag("msg-id").startsWith("anon") || line.tag("login").equals(UNKNOWN_GIVER);
            gifts.named(line.tag("msg-param-recipient-id"), unknown ? Optional.empty() : Optional.of(speaker(line)));
        }
        return line.param(1).isBlank() ? List.of() : said(line);
    }

    private List<Event> said(IrcLine line) {
        String id = line.tag("id");
        String source = line.tag("source-room-id");
        boolean mirrored = !source.isEmpty() && !source.equals(line.tag("room-id"));
        if (id.isEmpty() || mirrored) {
            return List.of();
        }
        String user = line.tag("user-id");
        remember(id, user);
        String words = withoutMention(line);
        if (user.equals(place.self().id())) {
            echoes.heard(words, id);
            return List.of();
        }
        return List.of(event(line, id, words));
    }

    private Event event(IrcLine line, String id, String words) {
        String parent = line.tag("reply-parent-msg-id");
        MessageId about = parent.isEmpty() ? null : place.ids().message(parent);
        if (TypedCommands.looksLikeCommand(words)) {
            Optional<Invocation> called = commands.get().read(words);
            if (called.isPresent()) {
                Invocation asked = called.get();
                return new CommandInvoked(
                        Ids.key(id, ""),
                        speaker(line),
                        place.ids().room(),
                        asked.command(),
                        asked.options(),
                        about,
                        place.ids().reply(id),
                        at(line));
            }
        }
        Event choice = choice(line, id, words, parent);
        return choice != null
                ? choice
                : new MessagePosted(
                        Ids.key(id, ""),
                        place.ids().message(id),
                        speaker(line),
                        text(words),
                        List.of(),
                        about,
                        at(line));
    }

    private @Nullable Event choice(IrcLine line, String id, String words, String parent) {
        Matcher number = NUMBER.matcher(words.strip());
        if (!number.matches()) {
            return null;
        }
        Notebook.Offered offered = notebook.choice(parent.isEmpty() ? null : parent, Integer.parseInt(number.group(1)));
        return offered == null
                ? null
                : new ChoiceMade(
                        Ids.key(id, ""),
                        speaker(line),
                        place.ids().message(offered.message()),
                        offered.choice(),
                        place.ids().reply(id),
                        at(line));
    }

    private List<Event> deleted(String id) {
        recent.remove(id);
        notebook.gone(id);
        return id.isEmpty()
                ? List.of()
                : List.of(new MessageDeleted(Ids.key(id, "deleted"), place.ids().message(id)));
    }

    /** All that somebody said is gone, or all that anybody said; what was said too long ago is not known any more. */
    private List<Event> cleared(String user) {
        List<String> gone = new ArrayList<>();
        for (Map.Entry<String, String> each : recent.entrySet()) {
            if (user.isEmpty() || each.getValue().equals(user)) {
                gone.add(each.getKey());
            }
        }
        return gone.stream().flatMap(id -> deleted(id).stream()).toList();
    }

    private void remember(String id, String user) {
        recent.put(id, user);
        if (recent.size() > RECENT) {
            recent.remove(recent.firstEntry().getKey());
        }
    }

    /** Twitch puts the name of the person who is answered in front of a reply. */
    private static String withoutMention(IrcLine line) {
        String words = line.param(1);
        for (String name : List.of(line.tag("reply-parent-display-name"), line.tag("reply-parent-user-login"))) {
            if (!name.isEmpty() && words.startsWith("@" + name + " ")) {
                return words.substring(name.length() + 2);
            }
        }
        return words;
    }

    private static Text text(String words) {
        Matcher action = ACTION.matcher(words);
        return action.matches() ? Text.of(action.group(1), new Mark.Italic()) : Text.of(words);
    }

    private static Speaker speaker(IrcLine line) {
        String login = line.nick().isEmpty() ? line.tag("login") : line.nick();
        String shown = line.tag("display-name").strip();
        List<String> badges = List.of(line.tag("badges").split(",")).stream()
                .map(badge -> badge.replaceFirst("/.*", ""))
                .toList();
        Standing standing = badges.contains("broadcaster")
                ? Standing.CREATOR
                : line.tag("mod").equals("1") || badges.contains("moderator") || badges.contains("lead_moderator")
                        ? Standing.MODERATOR
                        : Standing.FAN;
        boolean bot = badges.contains("bot-badge");
        return new Speaker(Ids.author(line.tag("user-id")), shown.isEmpty() ? login : shown, null, standing, bot, null);
    }

    private Instant at(IrcLine line) {
        String sent = line.tag("tmi-sent-ts");
        return sent.matches("[0-9]{1,15}") ? Instant.ofEpochMilli(Long.parseLong(sent)) : clock.instant();
    }
}
