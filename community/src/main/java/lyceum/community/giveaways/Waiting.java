package lyceum.community.giveaways;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import lyceum.community.giveaways.Giveaway.State;
import lyceum.community.giveaways.beacon.Chain;
import lyceum.community.giveaways.draw.Beacon;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.CancelTimer;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.event.Answer.Resolved;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;

/**
 * Giveaways between freeze and draw: the round of a beacon that nobody can know at the freeze decides, and only its true signature. A
 * hub that cannot reach the beacon waits, and says so; it does without only where the rules let it.
 */
record Waiting(GiveawayTable table, Entering entering, Lottery lottery, Giveaways giveaways, PublicLog log) {
    /** Begins the question for a round: the chain's name and the round follow. */
    static final String ROUND = Giveaways.NAME + ":round:";

    static final String REVEAL = Giveaways.NAME + ":reveal:";

    private static final HexFormat HEX = HexFormat.of();

    /** Publishes who takes part, and which round decides. */
    List<Effect> freeze(Tx tx, Giveaway open) {
        Terms terms = Terms.of(open);
        Chain chain = chain(open);
        Instant closed = tx.now().isAfter(open.closes()) ? tx.now() : open.closes();
        long round = chain.roundAt(closed.plusSeconds(terms.beacon().delaySeconds()));
        List<Entry> all = entering.frozen(tx, open);
        Lottery.Frozen frozen = lottery.frozen(open, all);
        table.freeze(tx.write(), open.id(), new GiveawayTable.Frozen(round, frozen.hash()));
        log.frozen(tx, open, frozen, chain.name(), round);
        List<Effect> effects = new ArrayList<>(giveaways.recount(tx, open.id()));
        effects.add(new CancelTimer(Giveaways.CLOSING + open.id()));
        effects.add(new SetTimer(REVEAL + open.id(), chain.time(round).plus(terms.patience()), ""));
        Cards.Deciding by = new Cards.Deciding(String.valueOf(round), chain.name(), chain.time(round));
        var accounts = entering.entries().accounts(tx.read(), open.id());
        effects.addAll(giveaways.post(
                open, each -> Cards.frozen(each, frozen, accounts, by), Giveaways.NAME + ":frozen:" + open.id()));
        return effects;
    }

    /** A signature that is not the round's is no answer: the giveaway goes on waiting. */
    List<Effect> came(Tx tx, Resolved resolved) {
        List<Effect> effects = new ArrayList<>();
        for (long id : table.in(tx.read(), State.WAITING)) {
            Giveaway of = table.find(tx.read(), id).orElseThrow();
            Chain chain = chain(of);
            long round = table.frozen(tx.read(), id).orElseThrow().round();
            if (!resolved.question().equals(question(chain, round))
                    || !resolved.answer().matches("[0-9a-f]{96}")) {
                continue;
            }
            byte[] signature = HEX.parseHex(resolved.answer());
            if (chain.signed(round, signature)) {
                effects.add(new CancelTimer(REVEAL + id));
                effects.addAll(giveaways.draw(
                        tx, of, all(tx, of), new Beacon(chain.name(), round, signature, Chain.randomness(signature))));
            }
        }
        return effects;
    }

    /** The beacon did not come in time. */
    List<Effect> tooLate(Tx tx, long id) {
        return table.find(tx.read(), id)
                .filter(found -> found.state() == State.WAITING)
                .map(of -> Terms.of(of).beacon().fallsBack()
                        ? giveaways.draw(tx, of, all(tx, of), null)
                        : giveaways.cancel(tx, of))
                .orElse(List.of());
    }

    List<Giveaways.Awaited> awaited(ReadTx tx) {
        List<Giveaways.Awaited> rounds = new ArrayList<>();
        for (long id : table.in(tx.read(), State.WAITING)) {
            Giveaway of = table.find(tx.read(), id).orElseThrow();
            Chain chain = chain(of);
            long round = table.frozen(tx.read(), id).orElseThrow().round();
            rounds.add(new Giveaways.Awaited(question(chain, round), chain.hash(), round, chain.time(round)));
        }
        return rounds;
    }

    private List<Entry> all(Tx tx, Giveaway of) {
        return entering.entries().all(tx.read(), of.id());
    }

    static Chain chain(Giveaway of) {
        return Terms.of(of).beacon().known().orElseThrow();
    }

    private static String question(Chain chain, long round) {
        return ROUND + chain.name() + ":" + round;
    }
}
