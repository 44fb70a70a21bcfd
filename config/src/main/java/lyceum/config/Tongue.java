package lyceum.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The languages that problems are told in. */
public enum Tongue {
    ENGLISH("en"),
    CHINESE("zh-Hans");

    private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])}");

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    /** The nearest to a locale such as {@code zh_CN.UTF-8}. */
    public static Tongue of(String locale) {
        return locale.startsWith("zh") ? CHINESE : ENGLISH;
    }

    String say(Reason reason) {
        String pattern = phrases().getProperty(reason.key());
        if (pattern == null) {
            throw new IllegalArgumentException("no phrase '" + reason.key() + "' in " + tag);
        }
        return ARGUMENT.matcher(pattern)
                .replaceAll(
                        found -> Matcher.quoteReplacement(own(reason.args().get(Integer.parseInt(found.group(1))))));
    }

    /** Its own part of an argument that was given in both languages, a line each. */
    private String own(String arg) {
        int end = arg.indexOf('\n');
        if (end < 0) {
            return arg;
        }
        return this == ENGLISH ? arg.substring(0, end) : arg.substring(end + 1);
    }

    Properties phrases() {
        Properties phrases = new Properties();
        String name = "/phrases/config." + tag + ".properties";
        try (InputStream in = Tongue.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no phrase file " + name);
            }
            phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return phrases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
