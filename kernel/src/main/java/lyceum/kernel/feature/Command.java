package lyceum.kernel.feature;

import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/**
 * A command that people can give on every platform.
 *
 * @param name its English name: 1 to 32 lower-case letters, digits or dashes
 * @param aliases other names in chat, Chinese ones among them
 * @param description one line, at most 100 characters in each language
 * @param needs the standing without which it is refused before its feature hears it
 * @param onMessages whether it is also offered where somebody points at a message, as far as the platform has such a menu
 */
public record Command(
        String name,
        List<String> aliases,
        Phrase description,
        List<Option> options,
        Standing needs,
        boolean onMessages) {
    public Command {
        if (!name.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("not a command's name: " + name);
        }
        aliases = List.copyOf(aliases);
        options = List.copyOf(options);
    }

    /** One that is given by its name alone. */
    public Command(String name, List<String> aliases, Phrase description, List<Option> options, Standing needs) {
        this(name, aliases, description, options, needs, false);
    }

    /** The same, which can be given by pointing at a message too. */
    public Command pointing() {
        return new Command(name, aliases, description, options, needs, true);
    }

    /**
     * What a command may be told. In chat, options are taken in this order, and the last takes the rest of the line.
     *
     * @param values the only values allowed, or empty where any text will do
     * @param completion suggests how it goes on; null where nothing does
     */
    public record Option(
            String name,
            Phrase description,
            boolean required,
            List<String> values,
            @Nullable Completion completion) {
        public Option {
            values = List.copyOf(values);
        }

        /** One that nothing completes. */
        public Option(String name, Phrase description, boolean required, List<String> values) {
            this(name, description, required, values, null);
        }

        public Option completedBy(Completion suggesting) {
            return new Option(name, description, required, values, suggesting);
        }
    }
}
