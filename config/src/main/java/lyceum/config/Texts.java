package lyceum.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands behind a text of the file: the environment's variables and other files. */
final class Texts {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Path folder;
    private final Map<String, String> environment;

    /** @param folder that relative paths start from */
    Texts(Path folder, Map<String, String> environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** The text with each {@code ${NAME}} replaced by that variable. */
    String filled(String text) throws Refused {
        Matcher matcher = VARIABLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(variable(matcher.group(1))));
        }
        return matcher.appendTail(filled).toString();
    }

    private String variable(String name) throws Refused {
        if (!NAME.matcher(name).matches()) {
            throw new Refused(Reason.of("variable.name", name));
        }
        String value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new Refused(Reason.of(value == null ? "variable" : "variable.empty", name));
        }
        return value;
    }

    Path path(String text) {
        return folder.resolve(text).normalize();
    }

    /** A file's text, without the byte order mark. */
    String content(Path file) throws Refused {
        return read(file)
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .orElseThrow(() -> new Refused(Reason.of("file.missing", file.toString())));
    }

    private static Optional<String> read(Path file) throws Refused {
        try {
            return Optional.of(Files.readString(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (MalformedInputException e) {
            throw new Refused(Reason.of("file.encoding", file.toString()));
        } catch (IOException | UncheckedIOException e) {
            throw new Refused(Reason.of("file.unreadable", file.toString()));
        }
    }
}
