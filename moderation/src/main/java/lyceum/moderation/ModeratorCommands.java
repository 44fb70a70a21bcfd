package lyceum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Completion.Suggestion;
import lyceum.kernel.feature.Completion.Typing;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.moderation.Case.Decision;
import lyceum.moderation.NoteTable.Kind;
import lyceum.moderation.NoteTable.Note;
import org.jspecify.annotations.Nullable;

/** What moderators do by a command; the hub has refused everybody else before. */
final class ModeratorCommands {
    private static final String PERSON = "person";
    private static final int LONGEST = 527_040;
    private static final int SUGGESTED = 50;
    private static final int LONGEST_NOTE = 2_000;
    private static final Set<String> ACTS = Set.of("warn", "timeout", "kick", "ban");

    private final Review review;
    private final Deciding deciding;
    private final Undoing undoing;
    private final Cards cards;
    private final Dossier dossier;
    private final NoteTable notes = new NoteTable();
    private final CaseTable cases = new CaseTable();
    private final SaidTable said = new SaidTable();
    private final Faces faces = new Faces();

    ModeratorCommands(Review review, Deciding deciding, Undoing undoing, Cards cards) {
        this.review = review;
        this.deciding = deciding;
        this.undoing = undoing;
        this.cards = cards;
        dossier = new Dossier(cards);
    }

    List<Command> commands() {
        return List.of(
                command("queue", "审核"),
                command("warn", "警告", PERSON, "reason"),
                command("timeout", "禁言", PERSON, "minutes", "reason"),
                command("kick", "踢出", PERSON, "reason"),
                command("ban", "封禁", PERSON, "minutes", "reason"),
                command("case", "案件", "case", "note"),
                undo());
    }

    private Command undo() {
        Command plain = command("undo", "撤销", "case");
        List<Command.Option> options = plain.options().stream()
                .map(option -> option.completedBy(this::decided))
                .toList();
        return new Command(plain.name(), plain.aliases(), plain.description(), options, plain.needs());
    }

    /** What was decided last, and can be taken back. */
    private List<Suggestion> decided(Typing typing, ReadTx tx) {
        return cases.decided(tx.read(), SUGGESTED).stream()
                .filter(about -> typing.means(about.id(), words(about)))
                .map(about -> Suggestion.of(about.id(), Text.of(words(about))))
                .toList();
    }

    private static String words(Case about) {
        return Cards.oneLine(about.held().posted().speaker().name() + ": "
                + about.held().posted().text().plain());
    }

    private static Command command(String name, String alias, String... options) {
        return new Command(
                name,
                List.of(alias),
                Phrase.of("moderation.command-" + name),
                Arrays.stream(options)
                        .map(option ->
                                new Command.Option(option, Phrase.of("moderation.option-" + option), false, List.of()))
                        .toList(),
                Standing.MODERATOR);
    }

    List<Effect> on(CommandInvoked invoked, Tx tx) {
        return switch (invoked.command()) {
            case "queue" -> queue(invoked, tx);
            case "case" -> show(invoked, tx);
            case "undo" ->
                deciding.respond(invoked, undoing.plan(target(invoked, tx), new ReadTx(tx.read(), tx.now())), tx);
            default -> ACTS.contains(invoked.command()) ? punish(invoked, tx) : List.of();
        };
    }

    private List<Effect> queue(CommandInvoked invoked, Tx tx) {
        List<Case> open = cases.open(tx.read(), 1);
        Document answer = open.isEmpty()
                ? Document.of(Phrase.of("moderation.nothing-waits"))
                : cards.of(open.getFirst(), review.roomName(open.getFirst(), tx), review.around(open.getFirst(), tx));
        return deciding.respond(invoked, answer, tx);
    }

    /** Shows a case with all that is known about it; what is written behind its number is kept with it first. */
    private List<Effect> show(CommandInvoked invoked, Tx tx) {
        long id = number(invoked.options().getOrDefault("case", ""));
        Optional<Case> found = cases.find(tx.read(), id);
        if (found.isEmpty()) {
            return deciding.respond(invoked, Phrase.of("moderation.no-case", Long.toString(id)), tx);
        }
        String words = invoked.options().getOrDefault("note", "").strip();
        if (!words.isEmpty()) {
            String who = Cards.oneLine(invoked.speaker().name());
            String kept = words.length() > LONGEST_NOTE ? words.substring(0, LONGEST_NOTE) : words;
            notes.add(tx.write(), id, new Note(Kind.NOTE, who, kept, tx.now()));
        }
        return deciding.respond(invoked, dossier.of(found.get(), tx.read()), tx);
    }

    /** A case by its number, a rule by its name, or a moderator by theirs. */
    private String target(CommandInvoked invoked, Tx tx) {
        String typed = invoked.options().getOrDefault("case", "").strip();
        if (Shelf.NAMES.contains(typed)) {
            return "rule." + typed;
        }
        return typed.matches("#?[0-9]{1,18}")
                ? "case." + number(typed)
                : faces.named(tx.read(), typed)
                        .map(known -> "by." + known.member().value())
                        .orElse("case.0");
    }

    private record Order(Act act, @Nullable Instant until) {}

    private List<Effect> punish(CommandInvoked invoked, Tx tx) {
        Act act = Act.valueOf(invoked.command().toUpperCase(Locale.ROOT));
        if (deciding.stopped(act, Objects.requireNonNull(tx.actor()), tx)) {
            return deciding.respond(invoked, Phrase.of("moderation.you-are-stopped"), tx);
        }
        MessageId answered = invoked.about();
        String typed = invoked.options().getOrDefault(PERSON, "");
        Optional<MessagePosted> message = answered == null ? Optional.empty() : said.find(tx.read(), answered);
        Optional<Known> person = message.isPresent()
                ? faces.of(tx.read(), message.get().speaker().id())
                : faces.named(tx.read(), typed);
        if (person.isEmpty()) {
            return deciding.respond(invoked, Phrase.of("moderation.who", Text.of(Cards.oneLine(typed))), tx);
        }
        String minutes = invoked.options().getOrDefault("minutes", "").strip();
        Instant until = minutes.matches("[0-9]{1,6}") && act.lasts()
                ? tx.now().plus(Duration.ofMinutes(Math.clamp(Long.parseLong(minutes), 1, LONGEST)))
                : null;
        MessagePosted about = message.orElseGet(() -> byCommand(invoked, person.get(), tx));
        return decide(invoked, opened(about, invoked, tx), new Order(act, until), tx);
    }

    private List<Effect> decide(CommandInvoked invoked, Case opened, Order order, Tx tx) {
        Actor actor = Objects.requireNonNull(tx.actor());
        if (deciding.needsSecond(opened, order.act(), tx)) {
            return deciding.second(invoked, opened, order.until(), tx);
        }
        Decision decision = new Decision(
                Cards.oneLine(invoked.speaker().name()), actor.member().value(), tx.now(), order.act());
        List<Effect> effects = new ArrayList<>(deciding.carryOut(opened, decision, order.until(), tx));
        effects.addAll(review.posts(opened.id(), tx));
        effects.addAll(
                deciding.respond(invoked, Phrase.of("moderation.you-did", Text.of(Long.toString(opened.id()))), tx));
        return effects;
    }

    private Case opened(MessagePosted about, CommandInvoked invoked, Tx tx) {
        Optional<Case> known = review.about(about.message(), tx).filter(Case::open);
        if (known.isPresent()) {
            return known.get();
        }
        String reason = Cards.oneLine(invoked.options().getOrDefault("reason", ""));
        Signal signal = new Signal(Reports.RULE, "moderator", 0, 0, Severity.REMOVE, reason);
        return cases.add(tx.write(), Case.State.OPEN, new Held(about, List.of(signal), Set.of()), tx.now());
    }

    /** A case about a person, not about a message: it has no words. */
    private static MessagePosted byCommand(CommandInvoked invoked, Known person, Tx tx) {
        var account = person.accounts().stream()
                .filter(each -> each.platform().equals(invoked.room().platform()))
                .findFirst()
                .orElseGet(() -> person.accounts().iterator().next());
        Speaker speaker = new Speaker(account, person.name(), null, Standing.FAN, false, person.language());
        return new MessagePosted(
                invoked.key(),
                new MessageId(
                        invoked.room(), "command-" + invoked.key().nativeId().replaceAll("[^A-Za-z0-9.]", "-")),
                speaker,
                Text.EMPTY,
                List.of(),
                null,
                tx.now());
    }

    private static long number(String typed) {
        String digits = typed.strip().replaceAll("^#", "");
        return digits.matches("[0-9]{1,18}") ? Long.parseLong(digits) : 0;
    }
}
