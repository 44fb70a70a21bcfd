package lyceum.community.qna.wall;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.community.qna.wall.WallTable.Card;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.person.Standing;

/** The console's page of the wall: what waits, the most wanted first, and the button for the next. */
final class WallPage {
    private static final int SHOWN = 50;

    private final WallTable table;

    WallPage(WallTable table) {
        this.table = table;
    }

    Page page() {
        return new Page("wall", Phrase.of("qna.wall-page"), Standing.CREATOR, this::shown);
    }

    private Document shown(Query query, ReadTx tx) {
        List<Row> rows = new ArrayList<>();
        for (String talk : table.talks(tx.read())) {
            table.open(tx.read(), talk)
                    .ifPresent(wall -> table.waiting(tx.read(), wall.id()).stream()
                            .limit(SHOWN)
                            .forEach(card -> rows.add(row(card))));
        }
        return new Document(
                List.of(
                        new Block.Table(
                                List.of(
                                        Phrase.of("qna.column-number"),
                                        Phrase.of("qna.column-question"),
                                        Phrase.of("qna.column-votes")),
                                rows,
                                Phrase.of("qna.wall-nothing")),
                        new Block.Form("wall-next", Map.of(), List.of(), Phrase.of("qna.wall-page-next")),
                        new Block.Form("wall-open", Map.of(), List.of(), Phrase.of("qna.wall-page-open")),
                        new Block.Form("wall-close", Map.of(), List.of(), Phrase.of("qna.wall-page-close"))),
                List.of());
    }

    private static Row row(Card card) {
        String id = String.valueOf(card.id());
        return Row.of(id, Text.of(id), Text.of(card.said()), Text.of(String.valueOf(card.votes())));
    }
}
