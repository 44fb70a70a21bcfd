package lyceum.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Block.Tone;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import org.jspecify.annotations.Nullable;

/** What is on its way out, lane by lane, and what the platforms refused for good. */
final class OutboxPage {
    private static final String LANES = """
            select open.lane, open.rows, open.oldest, head.attempts, head.reason
            from (select lane, count(*) as rows, min(planned_at) as oldest, min(id) as first from hub_outbox
                  where state in ('planned', 'sent') group by lane) open
            join hub_outbox head on head.id = open.first
            order by open.rows desc, open.lane limit 100
            """;
    private static final String REFUSED = """
            select id, lane, body, reason, done_at from hub_outbox where state = 'dead' order by id desc limit 100
            """;

    private final RoomNames names;
    private final Words words;
    private final Codec codec;

    OutboxPage(RoomNames names, Words words, Codec codec) {
        this.names = names;
        this.words = words;
        this.codec = codec;
    }

    Document view(Query query, ReadTx tx) {
        List<Row> lanes =
                tx.read().createQuery(LANES).map((row, _) -> lane(row)).list();
        List<Row> refused =
                tx.read().createQuery(REFUSED).map((row, _) -> refused(row)).list();
        return new Document(
                List.of(waiting(lanes), new Block.Title(Phrase.of("hub.refused")), dead(refused)), List.of());
    }

    private static Block waiting(List<Row> lanes) {
        return new Block.Table(
                List.of(
                        Phrase.of("hub.column-lane"),
                        Phrase.of("hub.column-waiting"),
                        Phrase.of("hub.column-oldest"),
                        Phrase.of("hub.column-tries"),
                        Phrase.of("hub.column-reason")),
                lanes,
                Phrase.of("hub.nothing-waits"));
    }

    private static Block dead(List<Row> rows) {
        return new Block.Table(
                List.of(
                        Phrase.of("hub.column-when"),
                        Phrase.of("hub.column-lane"),
                        Phrase.of("hub.column-what"),
                        Phrase.of("hub.column-reason")),
                rows,
                Phrase.of("hub.nothing-refused"));
    }

    private Row lane(ResultSet row) throws SQLException {
        String lane = row.getString("lane");
        return Row.of(
                lane,
                names.ofLane(lane),
                Text.of(Long.toString(row.getLong("rows"))),
                words.time(row.getLong("oldest")),
                Text.of(Integer.toString(row.getInt("attempts"))),
                reason(row.getString("reason")));
    }

    private Row refused(ResultSet row) throws SQLException {
        String id = Long.toString(row.getLong("id"));
        return Row.of(
                        id,
                        words.time(row.getLong("done_at")),
                        names.ofLane(row.getString("lane")),
                        words.of(codec.effect(row.getString("body"))),
                        reason(row.getString("reason")))
                .in(Tone.BAD)
                .offering(
                        new Choice(Desk.RETRY + id, Phrase.of("hub.retry"), Weight.GOOD),
                        new Choice(Desk.FORGET + id, Phrase.of("hub.forget"), Weight.HARMFUL));
    }

    private Say reason(@Nullable String kept) {
        return kept == null ? Text.EMPTY : codec.say(kept);
    }
}
