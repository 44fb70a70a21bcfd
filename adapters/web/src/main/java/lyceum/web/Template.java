package lyceum.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A page with places {@code {{name}}} to be filled. */
public final class Template {
    private final String page;

    private Template(String page) {
        this.page = page;
    }

    /** The resource that stands beside {@code beside}. */
    public static Template of(Class<?> beside, String name) {
        return new Template(resource(beside, name));
    }

    /** The text of a resource that stands beside {@code beside}. */
    public static String resource(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page with each place filled as it is: what people wrote goes through {@link #escaped} first. */
    public String filled(Map<String, String> parts) {
        StringBuilder filled = new StringBuilder();
        int done = 0;
        for (int open = page.indexOf("{{"); open >= 0; open = page.indexOf("{{", done)) {
            int close = page.indexOf("}}", open);
            String name = page.substring(open + 2, close);
            filled.append(page, done, open).append(Objects.requireNonNull(parts.get(name), name));
            done = close + 2;
        }
        return filled.append(page.substring(done)).toString();
    }

    /** Text that means itself in HTML, in attributes too. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
