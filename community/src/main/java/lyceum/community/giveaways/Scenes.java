package lyceum.community.giveaways;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lyceum.community.giveaways.Giveaway.Drawn;
import lyceum.community.giveaways.Giveaway.State;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Overlay;
import lyceum.kernel.feature.ReadTx;

/** A giveaway over the picture of a stream: the prize, how many are in and how one enters, then who has won. */
record Scenes(GiveawayTable table, EntryTable entries, GiveawaysSettings settings) {
    Overlay overlay() {
        return new Overlay("giveaway", this::scene);
    }

    private Optional<Overlay.Scene> scene(long id, ReadTx tx) {
        return table.find(tx.read(), id).filter(of -> of.state() != State.DRAFT).map(of -> {
            boolean open = of.state() == State.OPEN;
            List<Say> lines = new ArrayList<>();
            if (open) {
                lines.add(Phrase.of("giveaways.scene-in", String.valueOf(entries.count(tx.read(), id))));
                String keyword = Terms.of(of).who().keyword();
                lines.add(keyword.isEmpty() ? Phrase.of("giveaways.scene-how") : Phrase.of("giveaways.say", keyword));
            } else {
                lines.add(outcome(of, tx));
                lines.add(Text.of(settings.page(id).replaceFirst("^https?://", "")));
            }
            Duration left = open ? Duration.between(tx.now(), of.closes()) : null;
            return new Overlay.Scene(Phrase.of("giveaways.card", of.prize()), List.of(), lines, !open, left);
        });
    }

    private Say outcome(Giveaway of, ReadTx tx) {
        if (of.state() == State.VOID) {
            return Phrase.of("giveaways.is-void");
        }
        if (of.state() == State.WAITING) {
            return Phrase.of("giveaways.is-waiting");
        }
        String names = entries.picks(tx.read(), of.id()).stream()
                .filter(pick -> pick.state() == Drawn.ASKED || pick.state() == Drawn.CLAIMED)
                .map(pick -> pick.entry().name())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Phrase.of("giveaways.scene-nobody") : Phrase.of("giveaways.scene-won", names);
    }
}
