package lyceum.kernel.feature;

import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.person.Standing;

/**
 * A command that people can give on every platform.
 *
 * @param name its English name: 1 to 32 lower-case letters, digits or dashes
 * @param aliases other names in chat, Chinese ones among them
 * @param description one line, at most 100 characters in each language
 * @param needs the standing without which it is refused before its feature hears it
 */
public record Command(String name, List<String> aliases, Phrase description, List<Option> options, Standing needs) {
    public Command {
        if (!name.matches("[a-z0-9-]{1,32}")) {
            throw new IllegalArgumentException("not a command's name: " + name);
        }
        aliases = List.copyOf(aliases);
        options = List.copyOf(options);
    }

    /**
     * What a command may be told. In chat, options are taken in this order, and the last takes the rest of the line.
     *
     * @param values the only values allowed, or empty where any text will do
     */
    public record Option(String name, Phrase description, boolean required, List<String> values) {
        public Option {
            values = List.copyOf(values);
        }
    }
}
