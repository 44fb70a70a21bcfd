package lyceum.community.giveaways;

import java.time.Duration;
import java.time.Instant;
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
    private static final String DISCORD = "discord";
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
            case Giveaways.RECEIPT -> List.of(asker.answer(receipt(asker, found(asker))));
            default -> List.of();
        };
    }

    /** A button says {@code giveaways:enter:ID}, {@code claim}, {@code decline} or, to creators, {@code open}, {@code discard}, {@code void}. */
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
                    case "decline" -> decline(asker, of);
                    case "open" -> actor.standing().atLeast(Standing.CREATOR) ? open(asker, of) : List.<Effect>of();
                    case "discard" ->
                        actor.standing().atLeast(Standing.CREATOR) ? discard(asker, of) : List.<Effect>of();
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
        Optional<Giveaway> instead = instead(asker);
        String rules = Lottery.rules(offer, tx.now());
        List<Phrase> faults = new RulesLint(tx.now()).faults(rules);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        long id = table.nextId(tx.read());
        var closes = tx.now().plus(offer.open()).truncatedTo(ChronoUnit.SECONDS);
        Giveaway added = new Giveaway(
                id,
                "g-" + id + "-" + random(tx),
                offer.draft() ? State.DRAFT : State.OPEN,
                offer.prize(),
                offer.winners(),
                closes,
                rules,
                offer.languages());
        table.add(tx.write(), added);
        instead.ifPresent(ofVoid -> table.instead(tx.write(), id, ofVoid.id()));
        return offer.draft()
                ? List.of(asker.answer(Cards.draft(
                        added.in(asker.actor().language()), entering.settings().plans())))
                : opened(asker, added);
    }

    /** The void giveaway whose place a new one takes. */
    private Optional<Giveaway> instead(Asker asker) throws Refused {
        int id = asker.number(Offer.INSTEAD, 0, 1, Integer.MAX_VALUE);
        if (id == 0) {
            return Optional.empty();
        }
        Optional<Giveaway> found = table.find(asker.tx().read(), id).filter(of -> of.state() == State.VOID);
        if (found.isEmpty()) {
            throw new Refused("no-instead", id);
        }
        return found;
    }

    /** A draft is opened by rules that name the time of this moment; everybody reads them before they enter. */
    private List<Effect> open(Asker asker, Giveaway draft) throws Refused {
        requireDraft(asker, draft);
        Instant now = asker.tx().now().truncatedTo(ChronoUnit.SECONDS);
        Giveaway opened = Lottery.opened(draft, now);
        table.open(asker.tx().write(), opened);
        return opened(asker, opened);
    }

    private List<Effect> discard(Asker asker, Giveaway draft) throws Refused {
        requireDraft(asker, draft);
        table.discard(asker.tx().write(), draft.id());
        return List.of(asker.answer(Phrase.of("giveaways.discarded", prize(asker, draft))));
    }

    private static void requireDraft(Asker asker, Giveaway of) throws Refused {
        if (of.state() != State.DRAFT) {
            throw new Refused("no-draft", prize(asker, of));
        }
    }

    private List<Effect> opened(Asker asker, Giveaway opened) {
        List<Effect> effects = new ArrayList<>(giveaways.show(asker.tx(), opened));
        Duration open = Duration.between(asker.tx().now().truncatedTo(ChronoUnit.SECONDS), opened.closes());
        Phrase made = Phrase.of("giveaways.made", String.valueOf(opened.id()), String.valueOf(open.toMinutes()));
        boolean paid = !Terms.of(opened).who().plans().isEmpty();
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
                            prize(asker, of),
                            String.valueOf(entries.count(asker.tx().read(), id)))));
        }
        return List.of(
                lines.isEmpty() ? asker.answer(Phrase.of("giveaways.none")) : asker.answer(lines.toArray(Say[]::new)));
    }

    private List<Effect> end(Asker asker, Giveaway of) throws Refused {
        requireOpen(asker, of);
        if (of.closes().isAfter(asker.tx().now())) {
            throw new Refused("not-yet", prize(asker, of));
        }
        List<Effect> effects = new ArrayList<>(giveaways.close(asker.tx(), of.id()));
        effects.add(asker.answer(Phrase.of("giveaways.ended", prize(asker, of))));
        return effects;
    }

    private List<Effect> cancel(Asker asker, Giveaway of) throws Refused {
        requireOpen(asker, of);
        List<Effect> effects = new ArrayList<>(giveaways.cancel(asker.tx(), of));
        effects.add(asker.answer(Phrase.of("giveaways.made-void", prize(asker, of))));
        return effects;
    }

    private List<Effect> enter(Asker asker, Giveaway of) throws Refused {
        requireOpen(asker, of);
        Tx tx = asker.tx();
        Optional<Entry> before = entries.of(tx.read(), of.id(), asker.actor());
        boolean quiet = !tx.can(room(asker.asking()), Edits.class); // stream chat would read an answer for each entry
        if (before.isPresent()) {
            return quiet ? List.of() : List.of(asker.answer(Phrase.of("giveaways.is-in", prize(asker, of))));
        }
        entering.enter(tx, of, asker.actor(), asker.asking().speaker());
        List<Effect> effects = new ArrayList<>(giveaways.changed(tx, of.id()));
        if (!quiet) {
            effects.add(asker.answer(in(asker, of)));
        }
        return effects;
    }

    private List<Effect> claim(Asker asker, Giveaway of) throws Refused {
        boolean won = false;
        for (Entry entry : entries.each(asker.tx().read(), of.id(), asker.actor())) {
            won |= entries.move(asker.tx().write(), of.id(), entry.member(), Drawn.ASKED, Drawn.CLAIMED);
        }
        if (!won) {
            throw new Refused("not-won", prize(asker, of));
        }
        List<Effect> effects = new ArrayList<>(giveaways.claimed(asker.tx(), of));
        effects.add(asker.answer(Phrase.of("giveaways.claimed", prize(asker, of))));
        return effects;
    }

    /** What somebody does not want is the next one's at once. */
    private List<Effect> decline(Asker asker, Giveaway of) throws Refused {
        Tx tx = asker.tx();
        List<Entry> asked = entries.drawn(tx.read(), of.id(), Drawn.ASKED);
        List<Entry> declined = entries.each(tx.read(), of.id(), asker.actor()).stream()
                .filter(entry -> asked.stream().anyMatch(each -> each.tag().equals(entry.tag())))
                .toList();
        if (declined.isEmpty()) {
            throw new Refused("not-won", prize(asker, of));
        }
        List<Effect> effects = new ArrayList<>(giveaways.pass(tx, of, declined, Drawn.DECLINED));
        effects.add(asker.answer(Phrase.of("giveaways.declined", prize(asker, of))));
        return effects;
    }

    /** The receipt goes along where the answer is read by nobody else, and may be long. */
    private Say[] in(Asker asker, Giveaway of) throws Refused {
        Phrase in = Phrase.of("giveaways.in", prize(asker, of));
        return switch (asker.asking()) {
            case CommandInvoked asked
            when entering.settings().alone().test(asked) -> new Say[] {in, receipt(asker, of)};
            case ChoiceMade pressed
            when pressed.message().room().platform().value().equals(DISCORD) -> new Say[] {in, receipt(asker, of)};
            case CommandInvoked _, ChoiceMade _ -> new Say[] {in, Phrase.of("giveaways.in-receipt")};
        };
    }

    /** Whoever knows the salt can prove that the account took part, so that it is told where nobody else reads it. */
    private Phrase receipt(Asker asker, Giveaway of) throws Refused {
        if (asker.asking() instanceof CommandInvoked asked
                && !entering.settings().alone().test(asked)) {
            return Phrase.of("giveaways.receipt-elsewhere");
        }
        Entry entry = entries.of(asker.tx().read(), of.id(), asker.actor())
                .orElseThrow(() -> new Refused("not-in", prize(asker, of)));
        return Phrase.of(
                entry.tickets() > 0 ? "giveaways.receipt-text" : "giveaways.receipt-out",
                prize(asker, of),
                of.draw(),
                entry.account().toString(),
                entry.salt(),
                entry.tag(),
                String.valueOf(entry.tickets()),
                entering.settings().page(of.id()) + "/" + ProofPage.included(entry.tag()));
    }

    private static RoomId room(Asking asking) {
        return switch (asking) {
            case CommandInvoked invoked -> invoked.room();
            case ChoiceMade made -> made.message().room();
        };
    }

    private static void requireOpen(Asker asker, Giveaway of) throws Refused {
        if (of.state() != State.OPEN) {
            throw new Refused("not-open", prize(asker, of));
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
        List<Long> ids = said.isEmpty()
                ? table.newest(asker.tx().read(), LISTED)
                : said.matches("[0-9]{1,18}") ? List.of(Long.valueOf(said)) : List.<Long>of();
        return ids.stream()
                .flatMap(id -> table.find(asker.tx().read(), id).stream())
                .filter(of ->
                        of.state() != State.DRAFT || asker.actor().standing().atLeast(Standing.CREATOR))
                .findFirst()
                .orElseThrow(() -> new Refused("no-giveaway", said));
    }

    /** The prize in the language of whoever asks. */
    private static String prize(Asker asker, Giveaway of) {
        return of.in(asker.actor().language()).prize();
    }

    private static String random(Tx tx) {
        byte[] random = new byte[DRAW];
        tx.random().nextBytes(random);
        return HEX.formatHex(random);
    }
}
