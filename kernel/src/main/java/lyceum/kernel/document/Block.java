package lyceum.kernel.document;

import java.util.List;

/** One piece of a document's layout, from top to bottom. */
public sealed interface Block {
    record Title(Say say) implements Block {}

    record Paragraph(Say say) implements Block {}

    /** Items one below the other. */
    record Bullets(List<Say> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /** Somebody else's words, shown as such. */
    record Quotation(Text text) implements Block {}

    /** Names with their values. */
    record Fields(List<Field> fields) implements Block {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    record Field(Say name, Say value) {}
}
