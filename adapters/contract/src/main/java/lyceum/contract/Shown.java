package lyceum.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A message as somebody in the room sees it.
 *
 * @param message its id on the stage
 * @param html how it looks, or null where the platform shows plain characters only
 * @param pings whom it calls
 * @param reactions who put which emoji on it
 * @param files their names
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Shown(
        String message,
        String who,
        boolean bot,
        String text,
        @Nullable String html,
        @Nullable String replyTo,
        List<String> buttons,
        List<String> pings,
        Map<String, List<String>> reactions,
        List<String> files) {
    public Shown {
        pings = List.copyOf(Objects.requireNonNullElse(pings, List.of()));
        reactions = Map.copyOf(Objects.requireNonNullElse(reactions, Map.of()));
        files = List.copyOf(Objects.requireNonNullElse(files, List.of()));
        buttons = List.copyOf(Objects.requireNonNullElse(buttons, List.of()));
        text = Objects.requireNonNullElse(text, "");
    }

    /** The characters that a reader sees, without their formatting. */
    public String plain() {
        if (html == null) {
            return text;
        }
        return html.replaceAll("<br\\s*/?>", "\n")
                .replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", " ")
                .replace("&amp;", "&");
    }

    /** Whether this is what {@code name} said: by a name of its own, or with the name in front. */
    public boolean says(String name, String words) {
        return (who.equals(name) && plain().equals(words)) || plain().equals(name + ": " + words);
    }
}
