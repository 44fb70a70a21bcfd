package lyceum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Standing;
import lyceum.moderation.Guards.TwoPeople;
import lyceum.moderation.SecondTable.Kind;

/**
 * The life of rules: in shadow a rule only counts, a test on what was said comes before it acts again, and one that acts too often is put
 * into shadow and a human is called.
 */
final class RuleLife {
    static final int TESTED = 2_000;
    private static final Duration TEST_HOLDS = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ModerationSettings settings;
    private final Deciding deciding;
    private final BackTest test;
    private final Audit audit;
    private final Seconds seconds;
    private final RuleTable table = new RuleTable();
    private final Map<String, Deque<Instant>> lately = new HashMap<>();

    /** What the life of rules stands on. */
    record Parts(Deciding deciding, Seconds seconds, BackTest test, Audit audit) {}

    RuleLife(ModerationSettings settings, Parts parts) {
        this.settings = settings;
        this.deciding = parts.deciding();
        this.seconds = parts.seconds();
        this.test = parts.test();
        this.audit = parts.audit();
    }

    static Command command() {
        return new Command(
                "rule",
                List.of("规则"),
                Phrase.of("moderation.command-rule"),
                List.of(
                        new Command.Option(
                                "do", Phrase.of("moderation.option-do"), true, List.of("test", "shadow", "live")),
                        new Command.Option("rule", Phrase.of("moderation.option-rule"), true, List.of())),
                Standing.MODERATOR);
    }

    /** What is left of the objections where some rules only count. */
    List<Signal> acting(List<Signal> found, Tx tx) {
        if (found.isEmpty()) {
            return found;
        }
        Set<String> shadows = table.shadows(tx.read());
        found.stream()
                .map(Signal::rule)
                .distinct()
                .forEach(rule -> table.hit(tx.write(), rule, shadows.contains(rule), tx.now()));
        return found.stream().filter(signal -> !shadows.contains(signal.rule())).toList();
    }

    /** Puts rules that act too often into shadow; what they did until then stands. */
    List<Effect> breaks(List<Signal> acted, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        int most = settings.guards().most().rule();
        Set<String> rules = acted.stream().map(Signal::rule).collect(Collectors.toSet());
        for (String rule : rules) {
            Deque<Instant> times = lately.computeIfAbsent(rule, _ -> new ArrayDeque<>());
            times.addLast(tx.now());
            while (times.getFirst().isBefore(tx.now().minus(MINUTE))) {
                times.removeFirst();
            }
            if (times.size() > most && Shelf.NAMES.contains(rule)) {
                times.clear();
                table.shadow(tx.write(), rule, "Lyceum", tx.now());
                audit.write(tx, "breaker", 0, rule);
                Document alarm =
                        Document.of(Phrase.of("moderation.breaker", Text.of(rule), Text.of(Integer.toString(most))));
                for (RoomId room : settings.rooms()) {
                    effects.add(new Post(room, alarm, settings.language(room), null, null, Gate.NAME + ":breaker"));
                }
            }
        }
        return effects;
    }

    List<Effect> on(CommandInvoked invoked, Tx tx) {
        String rule = invoked.options().getOrDefault("rule", "").strip();
        if (!Shelf.NAMES.contains(rule)) {
            return deciding.respond(
                    invoked, Phrase.of("moderation.no-rule", Text.of(String.join(", ", Shelf.NAMES))), tx);
        }
        return switch (invoked.options().getOrDefault("do", "test")) {
            case "shadow" -> set(invoked, rule, true, tx);
            case "live" -> live(invoked, rule, tx);
            default -> test(invoked, rule, tx);
        };
    }

    private List<Effect> live(CommandInvoked invoked, String rule, Tx tx) {
        Optional<Instant> tested = table.tested(tx.read(), rule);
        boolean fresh =
                tested.filter(at -> at.isAfter(tx.now().minus(TEST_HOLDS))).isPresent();
        if (!fresh) {
            return deciding.respond(invoked, Phrase.of("moderation.test-first", Text.of(rule)), tx);
        }
        if (!seconds.asked(TwoPeople.RULES)) {
            return set(invoked, rule, false, tx);
        }
        List<Effect> effects = new ArrayList<>(seconds.ask(invoked, Kind.LIVE, rule, tx));
        effects.addAll(deciding.respond(invoked, Phrase.of("moderation.second-asked"), tx));
        return effects;
    }

    private List<Effect> set(CommandInvoked invoked, String rule, boolean shadow, Tx tx) {
        List<Effect> effects = new ArrayList<>(
                set(rule, shadow, Cards.oneLine(invoked.speaker().name()), tx));
        effects.addAll(deciding.respond(
                invoked, Phrase.of(shadow ? "moderation.in-shadow" : "moderation.is-live", Text.of(rule)), tx));
        return effects;
    }

    /** Puts a rule into shadow, or lets it act again. */
    List<Effect> set(String rule, boolean shadow, String who, Tx tx) {
        if (shadow) {
            table.shadow(tx.write(), rule, who, tx.now());
        } else {
            table.live(tx.write(), rule);
        }
        audit.write(tx, shadow ? "shadow" : "live", 0, rule + " " + who);
        return List.of();
    }

    private List<Effect> test(CommandInvoked invoked, String rule, Tx tx) {
        BackTest.Result result = test.run(tx.read(), rule, TESTED);
        table.tested(tx.write(), rule, tx.now(), result);
        return deciding.respond(invoked, report(rule, result), tx);
    }

    /** What a test found, in words. */
    static Document report(String rule, BackTest.Result result) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(Phrase.of(
                "moderation.tested",
                Text.of(rule),
                Text.of(Long.toString(result.messages())),
                Text.of(Long.toString(result.hits())))));
        blocks.add(new Block.Paragraph(Phrase.of(
                "moderation.tested-more",
                Text.of(Long.toString(result.alone())),
                Text.of(Long.toString(result.approved())),
                Text.of(Integer.toString(result.people())))));
        result.examples().forEach(example -> blocks.add(new Block.Quotation(Text.of(Cards.oneLine(example)))));
        return new Document(blocks, List.of());
    }
}
