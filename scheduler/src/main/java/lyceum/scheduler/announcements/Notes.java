package lyceum.scheduler.announcements;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import lyceum.scheduler.recurrence.Recurrence;
import lyceum.scheduler.recurrence.Refused;
import lyceum.scheduler.recurrence.Rule;
import lyceum.scheduler.recurrence.Times;

/** Sponsors' words and tips, said at their times: always with a label, never more than the quota, never in quiet hours. */
public final class Notes implements Feature {
    private static final String NAME = "notes";
    private static final String NEW = "note-new";
    private static final String LIST = "note-list";
    private static final String STOP = "note-stop";
    private static final String PREFIX = NAME + ":";
    private static final Duration SHORTEST_GAP = Duration.ofMinutes(15);
    private static final Duration KEPT = Duration.ofDays(15);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final NoteSettings settings;
    private final NoteTable table = new NoteTable();
    private final Times times = new Times();

    public Notes(NoteSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Class<? extends Event>> wants() {
        return List.of(TimerFired.class);
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(
                        NEW,
                        List.of("新提示"),
                        Phrase.of("notes.note-new"),
                        List.of(
                                new Option("kind", Phrase.of("notes.option-kind"), true, List.of("sponsor", "tip")),
                                option("text", true),
                                option("at", true),
                                option("rrule", false),
                                option("preview", false)),
                        Standing.CREATOR),
                new Command(LIST, List.of("提示列表"), Phrase.of("notes.note-list"), List.of(), Standing.CREATOR),
                new Command(
                        STOP,
                        List.of("停提示"),
                        Phrase.of("notes.note-stop"),
                        List.of(option("id", true)),
                        Standing.CREATOR));
    }

    @Override
    public Reaction on(Event event, Tx tx) {
        return switch (event) {
            case TimerFired fired
            when fired.timer().startsWith(PREFIX) ->
                Reaction.of(due(tx, Long.parseLong(fired.timer().substring(PREFIX.length()))));
            case CommandInvoked asked when asked.command().equals(NEW) -> Reaction.of(plan(asked, tx));
            case CommandInvoked asked when asked.command().equals(LIST) -> Reaction.of(answer(asked, tx, list(tx)));
            case CommandInvoked asked when asked.command().equals(STOP) -> Reaction.of(stop(asked, tx));
            default -> Reaction.NONE;
        };
    }

    private List<Effect> plan(CommandInvoked asked, Tx tx) {
        try {
            Note note = wanted(asked.options(), tx);
            if (Draft.of(note.words()).isEmpty()) {
                return List.of(answer(asked, tx, Document.of(Phrase.of("notes.empty"))));
            }
            if (asked.options().containsKey("preview")) {
                return List.of(answer(asked, tx, note.document(null)));
            }
            Instant first = note.next(tx.now()).orElse(null);
            if (first == null) {
                return List.of(answer(asked, tx, Document.of(Phrase.of("notes.past"))));
            }
            table.add(tx.write(), note);
            return List.of(
                    new SetTimer(PREFIX + note.id(), first, ""), answer(asked, tx, Document.of(planned(note, first))));
        } catch (Refused e) {
            return List.of(answer(asked, tx, Document.of(e.phrase())));
        }
    }

    private Note wanted(Map<String, String> options, Tx tx) throws Refused {
        Actor actor = tx.actor();
        ZoneId zone = actor == null ? ZoneOffset.UTC : actor.zone();
        String rule = options.getOrDefault("rrule", "").strip();
        LocalDateTime start = times.local(options.getOrDefault("at", ""));
        Recurrence recurrence =
                new Recurrence(start, zone, rule.isEmpty() ? null : Rule.parse(rule), Set.of(), Set.of());
        if (recurrence.shortestGap().compareTo(SHORTEST_GAP) < 0) {
            throw new Refused("too-often", String.valueOf(SHORTEST_GAP.toMinutes()));
        }
        Note.Kind kind = options.getOrDefault("kind", "").equals("tip") ? Note.Kind.TIP : Note.Kind.SPONSOR;
        return new Note(table.nextId(tx.read()), kind, options.getOrDefault("text", ""), recurrence, false);
    }

    private Phrase planned(Note note, Instant first) {
        NoteSettings.Quota quota = settings.quota(note.kind());
        return Phrase.of(
                "notes.planned",
                String.valueOf(note.id()),
                time(note, first),
                String.valueOf(quota.aDay()),
                String.valueOf(quota.aWeek()),
                settings.quiet().from() + "–" + settings.quiet().to());
    }

    private List<Effect> due(Tx tx, long id) {
        Note note = table.find(tx.read(), id).filter(found -> !found.stopped()).orElse(null);
        if (note == null) {
            return List.of();
        }
        ZoneId zone = note.recurrence().zone();
        LocalDateTime now = tx.now().atZone(zone).toLocalDateTime();
        LocalDateTime allowed = settings.quiet().after(now);
        if (allowed.isAfter(now)) {
            return List.of(new SetTimer(PREFIX + id, allowed.atZone(zone).toInstant(), ""));
        }
        List<Effect> effects = new ArrayList<>();
        if (hasRoom(tx, note, now.toLocalDate())) {
            table.said(tx.write(), note, tx.now());
            table.purge(tx.write(), tx.now().minus(KEPT));
            settings.rooms().forEach(room -> effects.add(post(note, room)));
        }
        Optional<Instant> next = note.next(tx.now());
        next.ifPresent(at -> effects.add(new SetTimer(PREFIX + id, at, "")));
        return effects;
    }

    /** What does not fit into the quota is not told later: its next time comes. */
    private boolean hasRoom(Tx tx, Note note, LocalDate today) {
        ZoneId zone = note.recurrence().zone();
        NoteSettings.Quota quota = settings.quota(note.kind());
        LocalDate monday = today.minusDays(today.getDayOfWeek().getValue() - 1L);
        return table.said(tx.read(), note.kind(), today.atStartOfDay(zone).toInstant()) < quota.aDay()
                && table.said(tx.read(), note.kind(), monday.atStartOfDay(zone).toInstant()) < quota.aWeek();
    }

    private Post post(Note note, RoomId room) {
        Language language = settings.languages().get(room);
        return new Post(
                room,
                note.document(language),
                language == null ? Language.EN : language,
                null,
                null,
                PREFIX + "said:" + note.id());
    }

    private Document list(Tx tx) {
        List<Say> lines = new ArrayList<>();
        for (Note note : table.standing(tx.read())) {
            note.next(tx.now())
                    .ifPresent(next -> lines.add(Phrase.of(
                            "notes.line",
                            Text.of(String.valueOf(note.id())),
                            Phrase.of("notes.label-" + note.kind().word()),
                            Text.of(time(note, next)),
                            Text.of(Refused.shortened(note.words())))));
        }
        return lines.isEmpty()
                ? Document.of(Phrase.of("notes.none"))
                : new Document(List.of(new Block.Bullets(lines)), List.of());
    }

    private List<Effect> stop(CommandInvoked asked, Tx tx) {
        String typed = asked.options().getOrDefault("id", "").strip().replaceFirst("^#", "");
        boolean stopped = typed.matches("[0-9]{1,18}") && table.stop(tx.write(), Long.parseLong(typed));
        return List.of(answer(
                asked, tx, Document.of(stopped ? Phrase.of("notes.stopped", typed) : Phrase.of("notes.unknown"))));
    }

    private static String time(Note note, Instant at) {
        return TIME.format(at.atZone(note.recurrence().zone()).truncatedTo(ChronoUnit.MINUTES));
    }

    private static Respond answer(CommandInvoked asked, Tx tx, Document document) {
        Actor actor = tx.actor();
        return new Respond(
                asked.reply(), document, actor == null ? Language.EN : actor.language(), true, NAME + ":answer");
    }

    private static Option option(String name, boolean required) {
        return new Option(name, Phrase.of("notes.option-" + name), required, List.of());
    }
}
