package lyceum.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Block.Tone;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Platform;
import org.jdbi.v3.core.Handle;

/** How everything is: the platforms, what mends them, what needs somebody, and the figures since the start. */
final class Overview {
    private static final String DEAD = "select count(*) from hub_outbox where state = 'dead'";
    private static final String LETTERS = "select count(*) from hub_dead_letter";

    private final List<Platform> platforms;
    private final Figures figures;

    /** @param platforms those of which the state is of interest */
    Overview(List<Platform> platforms, Figures figures) {
        this.platforms = List.copyOf(platforms);
        this.figures = figures;
    }

    Document view(Query query, ReadTx tx) {
        List<Row> rows = new ArrayList<>();
        int down = 0;
        for (Platform platform : platforms) {
            Health health = platform.health();
            down += health.up() ? 0 : 1;
            rows.add(row(platform, health));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(verdict(down));
        blocks.addAll(troubles(tx.read()));
        blocks.add(new Block.Table(
                List.of(
                        Phrase.of("hub.column-platform"),
                        Phrase.of("hub.column-state"),
                        Phrase.of("hub.column-detail")),
                rows,
                Phrase.of("hub.no-platforms")));
        blocks.add(new Block.Title(Phrase.of("hub.since-start")));
        blocks.add(new Block.Fields(counted()));
        return new Document(blocks, List.of());
    }

    private Block verdict(int down) {
        return down == 0
                ? new Block.Notice(Tone.GOOD, Phrase.of("hub.all-connected"))
                : new Block.Notice(
                        Tone.BAD,
                        Phrase.of("hub.some-not-connected", String.valueOf(down), String.valueOf(platforms.size())));
    }

    private List<Block> troubles(Handle read) {
        List<Block> troubles = new ArrayList<>();
        if (figures.outOfRoom()) {
            troubles.add(new Block.Notice(Tone.BAD, Phrase.of("hub.out-of-room")));
        }
        tell(troubles, count(read, DEAD), "hub.some-undeliverable", "outbox");
        tell(troubles, count(read, LETTERS), "hub.some-letters", "letters");
        return troubles;
    }

    private static void tell(List<Block> troubles, long count, String phrase, String page) {
        if (count > 0) {
            troubles.add(new Block.Notice(Tone.BAD, Phrase.of(phrase, String.valueOf(count))));
            troubles.add(
                    new Block.Links(List.of(new Block.Link(Phrase.of("hub.page-" + page), page, Map.of(), false))));
        }
    }

    private static long count(Handle read, String sql) {
        return read.createQuery(sql).mapTo(Long.class).one();
    }

    private static Row row(Platform platform, Health health) {
        Say state = Phrase.of(health.up() ? "hub.connected" : "hub.disconnected");
        return Row.of(platform.name().value(), RoomNames.platform(platform.name()), state, health.detail())
                .in(health.up() ? Tone.GOOD : Tone.BAD);
    }

    private List<Field> counted() {
        List<Field> fields = new ArrayList<>();
        figures.counters()
                .forEach((name, value) -> fields.add(new Field(
                        Phrase.of("hub.figure-" + name.replace('_', '-')),
                        Text.of(String.format(Locale.ROOT, "%,d", value)))));
        return fields;
    }
}
