package lyceum.community.giveaways;

import java.text.Normalizer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lyceum.community.giveaways.Giveaway.Drawn;
import lyceum.community.giveaways.Giveaway.State;
import lyceum.community.giveaways.draw.Draw;
import lyceum.community.giveaways.draw.RulesLint;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Edits;

/** Does what people ask of giveaways, and answers them. */
final class Requests {
    static final String ID = "id";

    private static final HexFormat HEX = HexFormat.of();
    private static final int SALT = 16;
    private static final int DRAW = 8;
    private static final int LONGEST_PRIZE = 100;
    private static final int MOST_WINNERS = 100;
    private static final int MOST_MINUTES = 60 * 24 * 60;
    private static final int USUAL_MINUTES = 60;
    private static final int LISTED = 20;

    private final GiveawayTable table;
    private final EntryTable entries;
    private final Giveaways giveaways;
    private final Predicate<CommandInvoked> alone;

    /** @param alone whether an answer to a command is seen by nobody but the one who gave it */
    Requests(GiveawayTable table, EntryTable entries, Giveaways giveaways, Predicate<CommandInvoked> alone) {
        this.table = table;
        this.entries = entries;
        this.giveaways = giveaways;
        this.alone = alone;
    }

    /** What somebody can put right, in words. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Phrase phrase;

        Refused(Phrase phrase) {
            super(phrase.key());
            this.phrase = phrase;
        }

        Refused(String key, Object... args) {
            this(Phrase.of(
                    "giveaways." + key, Arrays.stream(args).map(String::valueOf).toArray(String[]::new)));
        }
    }

    /** Somebody who asks. */
    private record Asker(Tx tx, Actor actor, Asking asking, Map<String, String> options) {
        Respond answer(Say... said) {
            return new Respond(asking.reply(), Document.of(said), actor.language(), true, Giveaways.NAME + ":answer");
        }

        String option(String name) {
            return Normalizer.normalize(options.getOrDefault(name, "").strip(), Normalizer.Form.NFC);
        }

        int number(String name, int usual, int most) throws Refused {
            String said = option(name);
            if (said.isEmpty()) {
                return usual;
            }
            if (!said.matches("[0-9]{1,6}") || Integer.parseInt(said) < 1 || Integer.parseInt(said) > most) {
                throw new Refused("no-" + name, said, most);
            }
            return Integer.parseInt(said);
        }
    }

    List<Effect> asked(Tx tx, Asking asking) {
        Actor actor = tx.actor();
        if (actor == null) {
            return List.of();
        }
        try {
            return switch (asking) {
                case CommandInvoked invoked ->
                    command(new Asker(tx, actor, asking, invoked.options()), invoked.command());
                case ChoiceMade made -> choice(tx, actor, made);
            };
        } catch (Refused e) {
            return List.of(new Asker(tx, actor, asking, Map.of()).answer(e.phrase));
        }
    }

    private List<Effect> command(Asker asker, String command) throws Refused {
        return switch (command) {
            case Giveaways.NEW -> make(asker);
            case Giveaways.LIST -> list(asker);
            case Giveaways.END -> end(asker, open(asker));
            case Giveaways.VOID -> cancel(asker, open(asker));
            case Giveaways.ENTER -> enter(asker, open(asker));
            case Giveaways.RECEIPT -> List.of(receipt(asker, found(asker)));
            default -> List.of();
        };
    }

    /** A button says {@code giveaways:enter:ID}, {@code claim} or, in the console, {@code void}. */
    private List<Effect> choice(Tx tx, Actor actor, ChoiceMade made) throws Refused {
        String[] parts = made.choice().split(":", 3);
        if (!parts[0].equals(Giveaways.NAME) || parts.length < 3) {
            return List.of();
        }
        Asker asker = new Asker(tx, actor, made, Map.of(ID, parts[2]));
        Giveaway of = found(asker);
        List<Effect> effects = new ArrayList<>(
                switch (parts[1]) {
                    case "enter" -> enter(asker, of);
                    case "claim" -> claim(asker, of);
                    case "void" -> actor.standing().atLeast(Standing.CREATOR) ? cancel(asker, of) : List.<Effect>of();
                    default -> List.<Effect>of();
                });
        if (!tx.can(made.message().room(), Edits.class)) {
            effects.removeIf(Respond.class::isInstance); // stream chat would read an answer, and a salt, for each entry
        }
        return effects;
    }

    private List<Effect> make(Asker asker) throws Refused {
        Tx tx = asker.tx();
        String prize = asker.option("prize");
        if (prize.isEmpty() || prize.length() > LONGEST_PRIZE) {
            throw new Refused("prize-length", LONGEST_PRIZE);
        }
        int winners = asker.number("winners", 1, MOST_WINNERS);
        Duration open = Duration.ofMinutes(asker.number("minutes", USUAL_MINUTES, MOST_MINUTES));
        var closes = tx.now().plus(open).truncatedTo(ChronoUnit.SECONDS);
        String rules = Lottery.rules(prize, winners, tx.now(), closes);
        Optional<Phrase> fault = new RulesLint(tx.now()).faults(rules).stream().findFirst();
        if (fault.isPresent()) {
            throw new Refused(fault.get());
        }
        long id = table.nextId(tx.read());
        Giveaway added =
                new Giveaway(id, "g-" + id + "-" + random(tx, DRAW), State.OPEN, prize, winners, closes, rules);
        List<Effect> effects = new ArrayList<>(giveaways.open(tx, added));
        effects.add(asker.answer(Phrase.of("giveaways.made", String.valueOf(id), String.valueOf(open.toMinutes()))));
        return effects;
    }

    private List<Effect> list(Asker asker) {
        List<Say> lines = new ArrayList<>();
        for (long id : table.newest(asker.tx().read(), LISTED)) {
            table.find(asker.tx().read(), id)
                    .ifPresent(of -> lines.add(Phrase.of(
                            "giveaways.line-" + of.state().name().toLowerCase(java.util.Locale.ROOT),
                            String.valueOf(id),
                            of.prize(),
                            String.valueOf(entries.count(asker.tx().read(), id)))));
        }
        return List.of(
                lines.isEmpty() ? asker.answer(Phrase.of("giveaways.none")) : asker.answer(lines.toArray(Say[]::new)));
    }

    private List<Effect> end(Asker asker, Giveaway of) throws Refused {
        requireOpen(of);
        if (of.closes().isAfter(asker.tx().now())) {
            throw new Refused("not-yet", of.prize());
        }
        List<Effect> effects = new ArrayList<>(giveaways.draw(asker.tx(), of.id()));
        effects.add(asker.answer(Phrase.of("giveaways.ended", of.prize())));
        return effects;
    }

    private List<Effect> cancel(Asker asker, Giveaway of) throws Refused {
        requireOpen(of);
        List<Effect> effects = new ArrayList<>(giveaways.cancel(asker.tx(), of));
        effects.add(asker.answer(Phrase.of("giveaways.made-void", of.prize())));
        return effects;
    }

    private List<Effect> enter(Asker asker, Giveaway of) throws Refused {
        requireOpen(of);
        Tx tx = asker.tx();
        Optional<Entry> before = entries.of(tx.read(), of.id(), asker.actor());
        if (before.isPresent()) {
            return List.of(asker.answer(Phrase.of("giveaways.is-in", of.prize())));
        }
        var speaker = asker.asking().speaker();
        String salt = random(tx, SALT);
        byte[] tag = Draw.tag(
                HEX.parseHex(salt),
                speaker.id().platform().value(),
                speaker.id().value());
        Entry entry = new Entry(
                asker.actor().member().value(),
                speaker.id(),
                speaker.name(),
                asker.actor().language(),
                salt,
                HEX.formatHex(tag));
        entries.add(tx.write(), of.id(), entry, tx.now());
        List<Effect> effects = new ArrayList<>(giveaways.changed(tx, of.id()));
        effects.add(asker.answer(Phrase.of("giveaways.in", of.prize())));
        return effects;
    }

    private List<Effect> claim(Asker asker, Giveaway of) throws Refused {
        boolean won = false;
        for (Entry entry : entries.each(asker.tx().read(), of.id(), asker.actor())) {
            won |= entries.move(asker.tx().write(), of.id(), entry.member(), Drawn.ASKED, Drawn.CLAIMED);
        }
        if (!won) {
            throw new Refused("not-won", of.prize());
        }
        List<Effect> effects = new ArrayList<>(giveaways.claimed(asker.tx(), of));
        effects.add(asker.answer(Phrase.of("giveaways.claimed", of.prize())));
        return effects;
    }

    /** Whoever knows the salt can prove that the account took part, so that it is told where nobody else reads it. */
    private Respond receipt(Asker asker, Giveaway of) throws Refused {
        if (asker.asking() instanceof CommandInvoked asked && !alone.test(asked)) {
            return asker.answer(Phrase.of("giveaways.receipt-elsewhere"));
        }
        Entry entry = entries.of(asker.tx().read(), of.id(), asker.actor())
                .orElseThrow(() -> new Refused("not-in", of.prize()));
        return asker.answer(Phrase.of(
                "giveaways.receipt-text",
                of.prize(),
                of.draw(),
                entry.account().toString(),
                entry.salt(),
                entry.tag()));
    }

    private static void requireOpen(Giveaway of) throws Refused {
        if (of.state() != State.OPEN) {
            throw new Refused("not-open", of.prize());
        }
    }

    /** The giveaway of that number, or the newest that is open where no number is given. */
    private Giveaway open(Asker asker) throws Refused {
        if (!asker.option(ID).isEmpty()) {
            return found(asker);
        }
        for (long id : table.newest(asker.tx().read(), LISTED)) {
            Optional<Giveaway> of = table.find(asker.tx().read(), id).filter(each -> each.state() == State.OPEN);
            if (of.isPresent()) {
                return of.get();
            }
        }
        throw new Refused("none-open");
    }

    /** The giveaway of that number, or the newest of all. */
    private Giveaway found(Asker asker) throws Refused {
        String said = asker.option(ID).replaceFirst("^#", "");
        if (said.isEmpty()) {
            said = table.newest(asker.tx().read(), 1).stream()
                    .map(String::valueOf)
                    .findFirst()
                    .orElse("");
        }
        Refused none = new Refused("no-giveaway", said);
        if (!said.matches("[0-9]{1,18}")) {
            throw none;
        }
        return table.find(asker.tx().read(), Long.parseLong(said)).orElseThrow(() -> none);
    }

    private static String random(Tx tx, int bytes) {
        byte[] random = new byte[bytes];
        tx.random().nextBytes(random);
        return HEX.formatHex(random);
    }
}
