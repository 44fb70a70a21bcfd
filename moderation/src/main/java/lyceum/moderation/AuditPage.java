package lyceum.moderation;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Block.Tone;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Page;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.person.Standing;

/** The audit log in the console: whether it stands as it was written, and its newest rows. */
final class AuditPage {
    private static final int SHOWN = 100;

    private final Audit audit;
    private final Cards cards;

    AuditPage(Audit audit, Cards cards) {
        this.audit = audit;
        this.cards = cards;
    }

    Page page() {
        return new Page("audit", Phrase.of("moderation.page-audit"), Standing.MODERATOR, this::view);
    }

    private Document view(Query query, ReadTx tx) {
        Audit.Checked checked = audit.verify(tx.read());
        Long bad = checked.bad();
        Block notice = bad == null
                ? new Block.Notice(
                        Tone.GOOD,
                        Phrase.of(
                                "moderation.audit-head",
                                Text.of(Long.toString(checked.count())),
                                Text.of(checked.head())))
                : new Block.Notice(Tone.BAD, Phrase.of("moderation.audit-bad", Text.of(Long.toString(bad))));
        List<Row> rows = tx.read()
                .createQuery("select seq, at, kind, about, payload from audit_row order by seq desc limit ?")
                .bind(0, SHOWN)
                .map((row, _) -> Row.of(
                        row.getString("seq"),
                        Text.of(row.getString("seq")),
                        Text.of(cards.time(Instant.ofEpochMilli(row.getLong("at")))),
                        Text.of(row.getString("kind")),
                        Text.of(row.getString("about")),
                        Text.of(row.getString("payload") == null ? "—" : row.getString("payload"))))
                .list();
        Block table = new Block.Table(
                List.of(
                        Phrase.of("moderation.row"),
                        Phrase.of("moderation.when"),
                        Phrase.of("moderation.what"),
                        Phrase.of("moderation.case"),
                        Phrase.of("moderation.by")),
                rows,
                Phrase.of("moderation.none-lately"));
        return new Document(List.of(notice, table), List.of());
    }
}
