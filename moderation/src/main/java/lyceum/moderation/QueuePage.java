package lyceum.moderation;

import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Block.Tone;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.person.Standing;
import org.jdbi.v3.core.Handle;

/** The queue in the console: what waits for a decision, the longest waiting first, and what became of the last cases. */
final class QueuePage {
    private static final int SHOWN = 50;
    private static final int LONGEST = 160;

    private final SaidTable said = new SaidTable();
    private final CaseTable table = new CaseTable();
    private final SecondTable seconds = new SecondTable();
    private final Cards cards;

    QueuePage(Cards cards) {
        this.cards = cards;
    }

    Page page() {
        return new Page("queue", Phrase.of("moderation.page-queue"), Standing.MODERATOR, this::view);
    }

    private Document view(Query query, ReadTx tx) {
        List<Block> blocks = new ArrayList<>();
        seconds.waiting(tx.read())
                .forEach(second ->
                        blocks.add(new Block.Card("second-" + second.id(), Tone.PLAIN, Seconds.card(second))));
        List<Case> open = table.open(tx.read(), SHOWN);
        if (open.isEmpty()) {
            blocks.add(new Block.Notice(Tone.GOOD, Phrase.of("moderation.nothing-waits")));
        }
        for (Case about : open) {
            blocks.add(new Block.Card(
                    "case-" + about.id(),
                    Tone.PLAIN,
                    cards.of(
                            about,
                            roomName(about, tx.read()),
                            said.around(tx.read(), about.held().posted(), Review.CONTEXT))));
        }
        blocks.add(new Block.Title(Phrase.of("moderation.lately")));
        blocks.add(new Block.Table(
                List.of(
                        Phrase.of("moderation.case"),
                        Phrase.of("moderation.author"),
                        Phrase.of("moderation.said"),
                        Phrase.of("moderation.outcome")),
                table.closed(tx.read(), SHOWN).stream().map(this::row).toList(),
                Phrase.of("moderation.none-lately")));
        return new Document(blocks, List.of());
    }

    private Row row(Case about) {
        MessagePosted posted = about.held().posted();
        String said = posted.text().plain();
        return Row.of(
                Long.toString(about.id()),
                Text.of(Long.toString(about.id())),
                Text.of(Cards.oneLine(posted.speaker().name())),
                said.length() <= LONGEST
                        ? posted.text()
                        : posted.text().slice(0, LONGEST).plus("…"),
                cards.outcome(about));
    }

    private String roomName(Case about, Handle read) {
        var room = about.held().posted().message().room();
        return table.roomName(read, room).orElse(room.value());
    }
}
