package lyceum.community.giveaways;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import lyceum.community.giveaways.draw.Draw;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Speaker;

/** Lets people in, says to others what they lack, and looks at everybody once more when entries end. */
record Entering(GiveawayTable table, EntryTable entries, GiveawaysSettings settings) {
    private static final HexFormat HEX = HexFormat.of();
    private static final int SALT = 16;

    /** Lets an account's person in, who is not in yet. */
    void enter(Tx tx, Giveaway of, Actor actor, Speaker speaker) throws Refused {
        Terms terms = Terms.of(of);
        if (!terms.who().keyword().isEmpty()) {
            List<Phrase> lacking = lacking(tx, terms, speaker.id());
            Phrase say = Phrase.of("giveaways.say", terms.who().keyword());
            throw new Refused(lacking.isEmpty() ? List.of(say) : refusal(of.in(actor.language()), lacking));
        }
        List<Phrase> lacking = lacking(tx, terms, speaker.id());
        if (!lacking.isEmpty()) {
            throw new Refused(refusal(of.in(actor.language()), lacking));
        }
        add(tx, of, actor, speaker);
    }

    /**
     * Whoever says what an open giveaway asks for is in, where they may be; nobody is answered, since a whole chat may say it at once.
     *
     * @return the giveaways that were entered
     */
    List<Long> said(Tx tx, MessagePosted posted) {
        Actor actor = tx.actor();
        if (actor == null || !settings.rooms().contains(posted.message().room())) {
            return List.of();
        }
        List<Long> entered = new ArrayList<>();
        for (long id : table.withKeyword(tx.read())) {
            Giveaway of = table.find(tx.read(), id).orElseThrow();
            Terms terms = Terms.of(of);
            if (terms.who().saidIn(posted.text().plain())
                    && entries.of(tx.read(), id, actor).isEmpty()
                    && lacking(tx, terms, posted.speaker().id()).isEmpty()) {
                add(tx, of, actor, posted.speaker());
                entered.add(id);
            }
        }
        return entered;
    }

    /** Entries have ended: who may not take part any more has no ticket, and everybody else as many as they have now. */
    List<Entry> frozen(Tx tx, Giveaway of) {
        Terms terms = Terms.of(of);
        if (terms.asksForMerits()) {
            for (Entry entry : entries.all(tx.read(), of.id())) {
                Merits merits = merits(tx, entry.account());
                boolean may =
                        terms.who().lacking(merits, tx.now(), settings.plans()).isEmpty();
                int tickets = may ? terms.tickets().of(merits) : 0;
                if (tickets != entry.tickets()) {
                    entries.tickets(tx.write(), of.id(), entry.member(), tickets);
                }
            }
        }
        return entries.all(tx.read(), of.id());
    }

    private void add(Tx tx, Giveaway of, Actor actor, Speaker speaker) {
        byte[] salt = new byte[SALT];
        tx.random().nextBytes(salt);
        byte[] tag =
                Draw.tag(salt, speaker.id().platform().value(), speaker.id().value());
        Terms terms = Terms.of(of);
        Merits merits =
                terms.asksForMerits() ? merits(tx, speaker.id()) : new Merits(actor.accounts(), tx.now(), Set.of(), 0);
        Entry entry = new Entry(
                actor.member().value(),
                speaker.id(),
                speaker.name(),
                actor.language(),
                HEX.formatHex(salt),
                HEX.formatHex(tag),
                terms.tickets().of(merits),
                merits.linked());
        entries.add(tx.write(), of.id(), entry, tx.now());
    }

    private List<Phrase> lacking(Tx tx, Terms terms, AuthorId account) {
        return terms.who().asksForMerits()
                ? terms.who().lacking(merits(tx, account), tx.now(), settings.plans())
                : List.of();
    }

    private Merits merits(Tx tx, AuthorId account) {
        return settings.merits().apply(new ReadTx(tx.read(), tx.now()), account);
    }

    private static List<Phrase> refusal(Giveaway of, List<Phrase> lacking) {
        List<Phrase> said = new ArrayList<>(List.of(Phrase.of("giveaways.lacks", of.prize())));
        said.addAll(lacking);
        return said;
    }
}
