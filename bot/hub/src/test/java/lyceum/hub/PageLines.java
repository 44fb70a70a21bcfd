package lyceum.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.person.Language;

/** A page of the console as a transcript writes it: its lines, and then all its buttons. */
record PageLines(Phrases phrases) {
    List<String> of(Document document) {
        return of(document, Language.EN);
    }

    List<String> of(Document document, Language language) {
        Plain plain = new Plain(phrases);
        List<String> lines =
                new ArrayList<>(plain.text(document, language).plain().lines().toList());
        choices(document)
                .map(choice -> "[" + plain.label(choice, language) + "]")
                .forEach(lines::add);
        return lines;
    }

    private static Stream<Choice> choices(Document document) {
        Stream<Choice> inside = document.blocks().stream().flatMap(block -> switch (block) {
            case Block.Table table -> table.rows().stream().flatMap(row -> row.choices().stream());
            case Block.Card card -> choices(card.document());
            default -> Stream.empty();
        });
        return Stream.concat(inside, document.choices().stream());
    }
}
