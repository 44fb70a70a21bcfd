package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Edits;
import lyceum.scheduler.certificate.Certificate;
import lyceum.scheduler.certificate.Signer;
import lyceum.scheduler.recurrence.Refused;
import org.jspecify.annotations.Nullable;

/** Does what people ask of classes, and answers them. */
final class Requests {
    static final String NEW = "class-new";
    static final String LIST = "class-list";
    static final String COME = "class-come";
    static final String REMIND = "class-remind";
    static final String MOVE = "class-move";
    static final String CANCEL = "class-cancel";
    static final String CERTIFICATE = "class-certificate";
    static final String REPLAY = "class-replay";
    /** Choices of the console, before the number of a class and a date. */
    static final String DROP = Classes.NAME + ":drop:";

    static final String DROP_ALL = Classes.NAME + ":drop-all:";

    private static final int MOST_LISTED = 20;
    private static final int LOOKED_AT = 400;

    private final ClassesSettings settings;
    private final Tables tables;
    private final Timetable timetable;
    private final AfterClass after;
    private final Signer signer;
    private final Wanted wanted = new Wanted();

    Requests(ClassesSettings settings, Tables tables, Desk desk) {
        this.settings = settings;
        this.tables = tables;
        this.timetable = desk.timetable();
        this.after = desk.after();
        this.signer = desk.signer();
    }

    /** By what requests are done. */
    record Desk(Timetable timetable, AfterClass after, Signer signer) {}

    /** Somebody who asks. */
    private record Asker(Tx tx, Actor actor, Asking asking, RoomId room, Map<String, String> options) {
        List<Effect> answer(Document document) {
            return List.of(new Respond(asking.reply(), document, actor.language(), true, Classes.NAME + ":answer"));
        }

        List<Effect> answer(String phrase, Say... args) {
            return answer(Document.of(Phrase.of("classes." + phrase, args)));
        }

        String option(String name) {
            return options.getOrDefault(name, "").strip();
        }

        long member() {
            return actor.member().value();
        }

        Say when(LiveClass.Date date) {
            return When.at(date.starts(), actor.zone(), actor.language());
        }

        /** As it was typed: in the class's own zone. */
        Say when(LiveClass of, LiveClass.Date date) {
            return When.at(date.starts(), of.recurrence().zone(), actor.language());
        }
    }

    List<Effect> command(Tx tx, Actor actor, CommandInvoked invoked) {
        Asker asker = new Asker(tx, actor, invoked, invoked.room(), invoked.options());
        try {
            return switch (invoked.command()) {
                case NEW -> make(asker);
                case LIST -> list(asker);
                case COME -> come(asker, found(asker), asker.option("no"), null);
                case REMIND -> remind(asker, found(asker));
                case MOVE -> move(asker, found(asker));
                case CANCEL -> cancel(asker, found(asker));
                case CERTIFICATE -> certificate(asker, found(asker));
                case REPLAY -> replay(asker, found(asker));
                default -> List.of();
            };
        } catch (Refused e) {
            return asker.answer(Document.of(e.phrase()));
        }
    }

    /** A button says {@code classes:WORD:ID:PLANNED} or {@code classes:WORD:ID}. */
    List<Effect> choice(Tx tx, Actor actor, ChoiceMade made) {
        String[] parts = made.choice().split(":", 4);
        Map<String, String> options = parts.length > 2 ? Map.of(Wanted.ID, parts[2]) : Map.of();
        LocalDateTime planned = parts.length > 3 ? LocalDateTime.parse(parts[3]) : null;
        boolean creator = actor.standing().atLeast(Standing.CREATOR);
        Asker asker = new Asker(tx, actor, made, made.message().room(), options);
        try {
            return switch (parts[1]) {
                case "come" -> come(asker, found(asker), "", planned);
                case "remind" -> remind(asker, found(asker));
                case "drop" -> creator && planned != null ? drop(asker, found(asker), planned) : List.of();
                case "drop-all" -> creator ? dropAll(asker, found(asker)) : List.of();
                default -> planned == null ? List.of() : survey(asker, parts[1], planned);
            };
        } catch (Refused e) {
            return asker.answer(Document.of(e.phrase()));
        }
    }

    private List<Effect> make(Asker asker) throws Refused {
        Wanted.NewClass asked = wanted.newClass(asker.options());
        LiveClass added = new LiveClass(
                tables.classes().nextId(asker.tx().read()),
                asked.title(),
                asked.recurrence(),
                asked.minutes(),
                room(asker),
                new LiveClass.State(0, false, asker.tx().now(), asker.tx().now()),
                Map.of());
        Optional<LiveClass.Date> next = timetable.next(asker.tx(), added);
        if (next.isEmpty()) {
            throw new Refused("all-past");
        }
        List<Effect> effects = new ArrayList<>(timetable.add(asker.tx(), added));
        effects.addAll(asker.answer(
                "made", Text.of(added.title()), Text.of(String.valueOf(added.id())), asker.when(added, next.get())));
        return effects;
    }

    /** A class belongs where it was made, if its card can stand there and be kept right; else to the first room of all. */
    private RoomId room(Asker asker) {
        List<RoomId> rooms = settings.rooms();
        boolean stands = rooms.contains(asker.room()) || asker.tx().can(asker.room(), Edits.class);
        return stands || rooms.isEmpty() ? asker.room() : rooms.getFirst();
    }

    private List<Effect> list(Asker asker) {
        List<Say> lines = new ArrayList<>();
        for (LiveClass of : standing(asker)) {
            timetable
                    .next(asker.tx(), of)
                    .ifPresent(next -> lines.add(Cards.line(
                            of,
                            Optional.of(next),
                            asker.actor().language(),
                            asker.actor().zone())));
        }
        if (lines.isEmpty()) {
            return asker.answer("none");
        }
        return asker.answer(new Document(
                List.of(
                        new Block.Title(Phrase.of("classes.list")),
                        new Block.Bullets(lines.stream().limit(MOST_LISTED).toList()),
                        new Block.Paragraph(Phrase.of("classes.list-hint"))),
                List.of()));
    }

    private List<Effect> come(Asker asker, LiveClass of, String no, @Nullable LocalDateTime planned) throws Refused {
        LiveClass.Date date = planned == null ? next(asker, of) : date(asker, of, planned);
        if (Wanted.no(no)) {
            tables.comers().comesNot(asker.tx().write(), of.id(), date.planned(), asker.member());
            List<Effect> effects = new ArrayList<>(timetable.follow(asker.tx(), of, asker.member()));
            effects.addAll(asker.answer("comes-not", Text.of(of.title()), asker.when(date)));
            return effects;
        }
        follows(asker);
        tables.comers().comes(asker.tx().write(), of.id(), date.planned(), asker.member());
        List<Effect> effects = new ArrayList<>(timetable.follow(asker.tx(), of, asker.member()));
        effects.addAll(
                asker.answer(reachable(asker) ? "comes" : "comes-unreachable", Text.of(of.title()), asker.when(date)));
        return effects;
    }

    private List<Effect> remind(Asker asker, LiveClass of) throws Refused {
        List<Duration> leads = wanted.leads(asker.option(Wanted.BEFORE));
        follows(asker);
        tables.comers().follow(asker.tx().write(), of.id(), asker.member(), leads);
        List<Effect> effects = new ArrayList<>(timetable.follow(asker.tx(), of, asker.member()));
        Say title = Text.of(of.title());
        if (leads.isEmpty()) {
            effects.addAll(asker.answer("reminds-not", title));
        } else if (!reachable(asker)) {
            effects.addAll(asker.answer("reminds-unreachable", title));
        } else {
            Say when = leads.stream()
                    .map(When::in)
                    .reduce((before, next) -> Phrase.of("classes.and", before, next))
                    .orElse(Text.EMPTY);
            effects.addAll(asker.answer("reminds", title, when));
        }
        return effects;
    }

    private List<Effect> move(Asker asker, LiveClass of) throws Refused {
        of.needRoomForException();
        LiveClass.Date date = chosen(asker, of);
        LocalTime usual = date.at().toLocalTime();
        LocalDateTime to = wanted.moment(asker.option(Wanted.TO), usual);
        LiveClass.Date moved =
                new LiveClass.Date(date.planned(), to.atZone(of.recurrence().zone()));
        if (!moved.starts().isAfter(asker.tx().now())) {
            throw new Refused("move-past");
        }
        if (Math.abs(Duration.between(date.planned(), to).toDays()) > LiveClass.MOST_DAYS_MOVED) {
            throw new Refused("move-far", String.valueOf(LiveClass.MOST_DAYS_MOVED));
        }
        List<Effect> effects = new ArrayList<>(timetable.change(asker.tx(), of, date, to));
        effects.addAll(asker.answer("moved", Text.of(of.title()), asker.when(of, date), asker.when(of, moved)));
        return effects;
    }

    private List<Effect> cancel(Asker asker, LiveClass of) throws Refused {
        return asker.option(Wanted.DATE).isEmpty() && of.recurrence().rule() != null
                ? dropAll(asker, of)
                : drop(asker, of, chosen(asker, of).planned());
    }

    private List<Effect> drop(Asker asker, LiveClass of, LocalDateTime planned) throws Refused {
        of.needRoomForException();
        LiveClass.Date date = date(asker, of, planned);
        List<Effect> effects = new ArrayList<>(timetable.change(asker.tx(), of, date, null));
        effects.addAll(asker.answer("cancelled", Text.of(of.title()), asker.when(of, date)));
        return effects;
    }

    private List<Effect> dropAll(Asker asker, LiveClass of) {
        List<Effect> effects = new ArrayList<>(timetable.cancel(asker.tx(), of));
        effects.addAll(asker.answer("cancelled-all", Text.of(of.title())));
        return effects;
    }

    private List<Effect> certificate(Asker asker, LiveClass of) throws Refused {
        List<ComerTable.Present> attended = tables.comers().attended(asker.tx().read(), of.id(), asker.member());
        if (attended.isEmpty()) {
            throw new Refused("not-attended");
        }
        String signed = signer.sign(new Certificate(
                settings.community(),
                of.title(),
                asker.asking().speaker().name(),
                attended.stream()
                        .map(date -> new Certificate.Attended(date.first(), of.minutes()))
                        .toList(),
                asker.tx().now()));
        return asker.answer(
                Document.of(Phrase.of("classes.certificate"), Text.of(signed.strip(), new Mark.CodeBlock(""))));
    }

    private List<Effect> replay(Asker asker, LiveClass of) throws Refused {
        List<Effect> effects = new ArrayList<>(after.replay(asker.tx(), of, asker.option(Wanted.URL)));
        timetable.due(asker.tx()).ifPresent(effects::add);
        effects.addAll(asker.answer("replayed", Text.of(of.title())));
        return effects;
    }

    private List<Effect> survey(Asker asker, String word, LocalDateTime planned) {
        if (!word.matches(Survey.WORD + "[1-3][1-3]")
                || !asker.option(Wanted.ID).matches("[0-9]{1,18}")) {
            return List.of();
        }
        DateTable.Near near = new DateTable.Near(Long.parseLong(asker.option(Wanted.ID)), planned);
        return tables.dates().has(asker.tx().read(), near)
                ? asker.answer(after.answer(asker.tx(), near, word.substring(Survey.WORD.length()), asker.member()))
                : List.of();
    }

    private void follows(Asker asker) {
        tables.people()
                .follows(
                        asker.tx().write(),
                        asker.actor(),
                        asker.asking().speaker().name(),
                        asker.asking().speaker().id());
    }

    private boolean reachable(Asker asker) {
        return tables.people()
                .find(asker.tx().read(), asker.member())
                .filter(person -> person.account() != null && !person.quiet())
                .isPresent();
    }

    /** The class of a number; without a number the only one that there is. */
    private LiveClass found(Asker asker) throws Refused {
        String id = asker.option(Wanted.ID).replaceFirst("^#", "");
        if (id.isEmpty()) {
            List<LiveClass> all = standing(asker);
            if (all.size() == 1) {
                return all.getFirst();
            }
            throw new Refused("which");
        }
        if (!id.matches("[0-9]{1,18}")) {
            throw new Refused("no-class", Refused.shortened(id));
        }
        return tables.classes()
                .find(asker.tx().read(), Long.parseLong(id))
                .filter(of -> !of.state().cancelled())
                .orElseThrow(() -> new Refused("no-class", id));
    }

    private List<LiveClass> standing(Asker asker) {
        return tables.classes().standing(asker.tx().read()).stream()
                .flatMap(id -> tables.classes().find(asker.tx().read(), id).stream())
                .toList();
    }

    private LiveClass.Date next(Asker asker, LiveClass of) throws Refused {
        return timetable.next(asker.tx(), of).orElseThrow(() -> new Refused("is-over"));
    }

    /** The date that was named, as planned or as it is now; without a name the next. */
    private LiveClass.Date chosen(Asker asker, LiveClass of) throws Refused {
        String typed = asker.option(Wanted.DATE);
        return typed.isEmpty()
                ? next(asker, of)
                : date(asker, of, wanted.moment(typed, of.recurrence().start().toLocalTime()));
    }

    private static LiveClass.Date date(Asker asker, LiveClass of, LocalDateTime named) throws Refused {
        List<LiveClass.Date> dates =
                of.dates(asker.tx().now(), asker.tx().now().plus(Duration.ofDays(LOOKED_AT)), LOOKED_AT);
        return dates.stream()
                .filter(date -> date.planned().equals(named)
                        || date.at().toLocalDateTime().equals(named))
                .findFirst()
                .or(() -> dates.stream()
                        .filter(date -> date.at().toLocalDate().equals(named.toLocalDate()))
                        .findFirst())
                .orElseThrow(() -> new Refused("no-such-date", named.toString()));
    }
}
