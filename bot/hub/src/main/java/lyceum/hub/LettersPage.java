package lyceum.hub;

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
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Query;
import lyceum.kernel.feature.ReadTx;

/** Events that a feature could not handle, to be handled again or forgotten. */
final class LettersPage {
    private static final String ALL =
            "select id, feature, body, error, at from hub_dead_letter order by id desc limit 100";

    private final Words words;
    private final Codec codec;

    LettersPage(Words words, Codec codec) {
        this.words = words;
        this.codec = codec;
    }

    Document view(Query query, ReadTx tx) {
        List<Row> rows = tx.read()
                .createQuery(ALL)
                .map((row, _) -> row(
                        new Letter(
                                row.getLong("id"), row.getString("feature"), row.getString("error"), row.getLong("at")),
                        codec.event(row.getString("body"))))
                .list();
        Block table = new Block.Table(
                List.of(
                        Phrase.of("hub.column-when"),
                        Phrase.of("hub.column-feature"),
                        Phrase.of("hub.column-event"),
                        Phrase.of("hub.column-who"),
                        Phrase.of("hub.column-said"),
                        Phrase.of("hub.column-error")),
                rows,
                Phrase.of("hub.no-letters"));
        return new Document(List.of(new Block.Paragraph(Phrase.of("hub.about-letters")), table), List.of());
    }

    private Row row(Letter letter, Event event) {
        return Row.of(
                        Long.toString(letter.id()),
                        words.time(letter.at()),
                        Text.of(letter.feature()),
                        Text.of(event.getClass().getSimpleName()),
                        Words.who(event),
                        Words.of(event),
                        error(letter.error()))
                .in(Tone.BAD)
                .offering(
                        new Choice(Desk.REPLAY + letter.id(), Phrase.of("hub.replay"), Weight.GOOD),
                        new Choice(Desk.DROP + letter.id(), Phrase.of("hub.forget"), Weight.HARMFUL));
    }

    private static Say error(String kept) {
        String[] parts = kept.split(" at ", 2);
        return parts.length < 2 ? Text.of(kept) : Phrase.of("hub.error-at", parts);
    }

    private record Letter(long id, String feature, String error, long at) {}
}
