package lyceum.kernel.document;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One piece of a document's layout, from top to bottom. */
public sealed interface Block {
    record Title(Say say) implements Block {}

    record Paragraph(Say say) implements Block {}

    /** A sentence that says at a glance how things are. */
    record Notice(Tone tone, Say say) implements Block {}

    /** Items one below the other. */
    record Bullets(List<Say> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /**
     * A file; where its bytes cannot go along it is named.
     *
     * @param size in bytes; 0 where nobody said
     * @param source by which the platform that brought it hands out its bytes, {@code platform:...}; null where it does not
     */
    record File(String name, long size, @Nullable String source) implements Block {
        /** Whether its bytes can be had and are no more than so many, as far as is known. */
        public boolean fits(long most) {
            return source != null && size <= most;
        }

        /** Whether it is a picture of a kind that every platform shows, by its name. */
        public boolean picture() {
            return name.toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g)");
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

    /**
     * Rows under the names of their columns. Where a platform has no tables each row is a line; its choices are left out there, so
     * that whoever needs them everywhere puts them below the document.
     *
     * @param empty said where there are no rows
     */
    record Table(List<Say> columns, List<Row> rows, Say empty) implements Block {
        public Table {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row of a table.
     *
     * @param key the same whenever this row is shown again, unique in its table: so a page that changes keeps its place
     * @param cells as many as the table has columns
     * @param choices what can be done about it
     */
    record Row(String key, Tone tone, List<Say> cells, List<Choice> choices) {
        public Row {
            cells = List.copyOf(cells);
            choices = List.copyOf(choices);
        }

        public static Row of(String key, Say... cells) {
            return new Row(key, Tone.PLAIN, List.of(cells), List.of());
        }

        public Row in(Tone other) {
            return new Row(key, other, cells, choices);
        }

        public Row offering(Choice... offered) {
            return new Row(key, tone, cells, List.of(offered));
        }
    }

    /**
     * A document within the document, with choices of its own, which are left out where those of rows are.
     *
     * @param key the same whenever it is shown again, unique in its document
     */
    record Card(String key, Tone tone, Document document) implements Block {}

    /**
     * Something to fill in, which gives a command; where a platform has no forms it is told how the command is typed.
     *
     * @param command its English name
     * @param given options that are not asked for
     * @param label of the button
     */
    record Form(String command, Map<String, String> given, List<Input> inputs, Say label) implements Block {
        public Form {
            given = Map.copyOf(given);
            inputs = List.copyOf(inputs);
        }
    }

    /**
     * One thing to fill in.
     *
     * @param option of the command
     * @param value what stands there at first; may be empty
     * @param values to choose from, or empty where any text will do
     */
    record Input(String option, Say label, Kind kind, String value, List<Pick> values) {
        public Input {
            values = List.copyOf(values);
        }

        public static Input line(String option, Say label, String value) {
            return new Input(option, label, Kind.LINE, value, List.of());
        }

        /** What is written into it; {@code DATE_TIME} is written as 2026-03-01T18:00, without a zone. */
        public enum Kind {
            LINE,
            LINES,
            NUMBER,
            DATE_TIME,
            ONE_OF
        }
    }

    /** One of several values, and what it is called. */
    record Pick(String value, Say label) {}

    /** Ways to other pages of the console; where there are no pages only their names are shown. */
    record Links(List<Link> links) implements Block {
        public Links {
            links = List.copyOf(links);
        }
    }

    /**
     * The way to a page.
     *
     * @param page its path
     * @param query what it is asked
     * @param here whether it is the page that stands before the reader
     */
    record Link(Say label, String page, Map<String, String> query, boolean here) {
        public Link {
            query = Map.copyOf(query);
        }
    }

    /** How something is, at a glance. */
    enum Tone {
        PLAIN,
        GOOD,
        BAD
    }
}
