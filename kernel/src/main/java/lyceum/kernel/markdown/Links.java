package lyceum.kernel.markdown;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may stand inside the brackets of a link and between the backticks of code. */
final class Links {
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S.*");
    private static final Pattern BALANCED = Pattern.compile("[^()]*(?:\\([^()]*\\)[^()]*)*");

    private Links() {}

    /** The address as it stands in a link; null where Discord makes no link of it. */
    static @Nullable String target(String url) {
        if (!WEB.matcher(url).matches()) {
            return null;
        }
        String safe = url.replace("\\", "%5C")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\"", "%22")
                .replaceAll("\\s", "%20");
        return BALANCED.matcher(safe).matches()
                ? safe
                : safe.replace("(", "%28").replace(")", "%29");
    }

    /** One or two backticks, whichever do not stand in the code; null where both do. */
    static @Nullable String fence(String code) {
        if (!code.contains("`")) {
            return "`";
        }
        boolean single = Pattern.compile("(?<!`)`(?!`)").matcher(code).find();
        boolean twofold = Pattern.compile("(?<!`)``(?!`)").matcher(code).find();
        return !twofold ? "``" : !single ? "`" : null;
    }
}
