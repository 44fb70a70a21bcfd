package lyceum.community.giveaways;

import java.util.ArrayList;
import java.util.List;
import lyceum.community.giveaways.Giveaway.Drawn;
import lyceum.community.giveaways.Giveaway.State;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.feature.Tx;

/** What becomes of entries when two people turn out to be one, or somebody asks to be forgotten. */
record Persons(GiveawayTable table, EntryTable entries, Giveaways giveaways) {
    /** While entries are open one person keeps one, the earlier; what is drawn stands as it was published. */
    List<Effect> merged(Tx tx, MembersMerged merged) {
        long from = merged.from().value();
        long into = merged.into().value();
        List<Effect> effects = new ArrayList<>();
        for (long id : entries.entered(tx.read(), from)) {
            Giveaway of = table.find(tx.read(), id).orElseThrow();
            if (of.state() != State.OPEN) {
                entries.rename(tx.write(), id, from, into);
            } else if (entries.join(tx.write(), id, from, into)) {
                effects.addAll(giveaways.changed(tx, id));
            }
        }
        return effects;
    }

    /**
     * Who is forgotten takes part no more in what is open. Of what is drawn the tag stays, since a published proof names it; a prize
     * that nobody can claim any more passes on.
     */
    List<Effect> forgotten(Tx tx, MemberForgotten forgotten) {
        long member = forgotten.member().value();
        List<Effect> effects = new ArrayList<>();
        for (long id : entries.entered(tx.read(), member)) {
            Giveaway of = table.find(tx.read(), id).orElseThrow();
            Entry entry = entries.of(tx.read(), id, member).orElseThrow();
            switch (of.state()) {
                case DRAFT, OPEN, VOID -> {
                    entries.remove(tx.write(), id, member);
                    effects.addAll(giveaways.changed(tx, id));
                }
                case WAITING, DRAWN, CLOSED -> {
                    entries.forget(tx.write(), id, entry);
                    if (entries.drawn(tx.read(), id, Drawn.ASKED).stream()
                            .anyMatch(asked -> asked.member() == member)) {
                        effects.addAll(giveaways.pass(tx, of, List.of(entry), Drawn.LAPSED));
                    }
                }
            }
        }
        return effects;
    }
}
