package lyceum.community.giveaways;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.community.giveaways.Giveaway.Drawn;
import lyceum.community.giveaways.Giveaway.State;
import lyceum.community.giveaways.draw.RulesLint;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
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

/** Does what people ask of giveaways, and answers them. */
final class Requests {
    static final String ID = "id";

    private static final HexFormat HEX = HexFormat.of();
    private static final int DRAW = 8;
    private static final int LISTED = 20;

    private final GiveawayTable table;
    private final EntryTable entries;
    private final Giveaways giveaways;
    private final Entering entering;

    Requests(Giveaways giveaways, Entering entering) {
        this.table = entering.table();
        this.entries = entering.entries();
        this.giveaways = giveaways;
        this.entering = entering;
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
            return List.of(new Asker(tx, actor, asking, Map.of()).answer(e.said()));
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
        Offer offer = Offer.of(asker, entering.settings());
        String rules = Lottery.rules(offer, tx.now());
        List<Phrase> faults = new RulesLint(tx.now()).faults(rules);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        long id = table.nextId(tx.read());
        var closes = tx.now().plus(offer.open()).truncatedTo(ChronoUnit.SECONDS);
        Giveaway added = new Giveaway(
                id, "g-" + id + "-" + random(tx), State.OPEN, offer.prize(), offer.winners(), closes, rules);
        List<Effect> effects = new ArrayList<>(giveaways.open(tx, added));
        Phrase made = Phrase.of(
                "giveaways.made",
                String.valueOf(id),
                String.valueOf(offer.open().toMinutes()));
        boolean paid = !offer.terms().who().plans().isEmpty();
        effects.add(paid ? asker.answer(made, Phrase.of("giveaways.made-free")) : asker.answer(made));
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
        List<Effect> effects = new ArrayList<>(giveaways.close(asker.tx(), of.id()));
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
        boolean quiet = !tx.can(room(asker.asking()), Edits.class); // stream chat would read an answer for each entry
        if (before.isPresent()) {
            return quiet ? List.of() : List.of(asker.answer(Phrase.of("giveaways.is-in", of.prize())));
        }
        entering.enter(tx, of, asker.actor(), asker.asking().speaker());
        List<Effect> effects = new ArrayList<>(giveaways.changed(tx, of.id()));
        if (!quiet) {
            effects.add(asker.answer(Phrase.of("giveaways.in", of.prize())));
        }
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
        if (asker.asking() instanceof CommandInvoked asked
                && !entering.settings().alone().test(asked)) {
            return asker.answer(Phrase.of("giveaways.receipt-elsewhere"));
        }
        Entry entry = entries.of(asker.tx().read(), of.id(), asker.actor())
                .orElseThrow(() -> new Refused("not-in", of.prize()));
        return asker.answer(Phrase.of(
                entry.tickets() > 0 ? "giveaways.receipt-text" : "giveaways.receipt-out",
                of.prize(),
                of.draw(),
                entry.account().toString(),
                entry.salt(),
                entry.tag(),
                String.valueOf(entry.tickets())));
    }

    private static RoomId room(Asking asking) {
        return switch (asking) {
            case CommandInvoked invoked -> invoked.room();
            case ChoiceMade made -> made.message().room();
        };
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

    private static String random(Tx tx) {
        byte[] random = new byte[DRAW];
        tx.random().nextBytes(random);
        return HEX.formatHex(random);
    }
}
