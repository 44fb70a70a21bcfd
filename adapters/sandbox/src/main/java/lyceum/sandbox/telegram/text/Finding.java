package lyceum.sandbox.telegram.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Telegram finds in a text by itself: commands, mentions, hashtags, cashtags, addresses. */
final class Finding {
    private static final Map<String, Pattern> PATTERNS = patterns();

    private Finding() {}

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> patterns = new java.util.LinkedHashMap<>();
        int unicode = Pattern.UNICODE_CHARACTER_CLASS;
        patterns.put("url", Pattern.compile("(?i)\\bhttps?://[^\\s<>\"]+[^\\s<>\".,:;!?)\\]}'。，！？；：、）】》」]", unicode));
        patterns.put("email", Pattern.compile("\\b[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]+\\.[A-Za-z]{2,8}\\b"));
        patterns.put(
                "bot_command",
                Pattern.compile("(?<![\\w/<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\\w/<>])", unicode));
        patterns.put("mention", Pattern.compile("(?<!\\w)@[A-Za-z0-9_]{3,32}(?!\\w)", unicode));
        patterns.put("hashtag", Pattern.compile("(?<![\\w#])#(?=\\w*[^\\W\\d_])\\w{1,256}(?!#)", unicode));
        patterns.put("cashtag", Pattern.compile("(?<![\\w$])\\$[A-Z]{1,8}(?![\\w$])", unicode));
        return patterns;
    }

    static Formatted found(Formatted formatted) {
        if (nothingToFind(formatted.text())) {
            return formatted;
        }
        List<Entity> all = new ArrayList<>(formatted.entities());
        PATTERNS.forEach((type, pattern) -> {
            Matcher matcher = pattern.matcher(formatted.text());
            while (matcher.find()) {
                Entity entity = Entity.of(type, matcher.start(), matcher.end() - matcher.start());
                if (all.stream().noneMatch(other -> other.overlaps(entity) && excludes(other))) {
                    all.add(entity);
                }
            }
        });
        return new Formatted(formatted.text(), Nesting.sorted(all));
    }

    private static boolean nothingToFind(String text) {
        return text.chars().noneMatch(c -> c == '/' || c == '@' || c == '#' || c == '$');
    }

    private static boolean excludes(Entity other) {
        return !Entity.STYLES.contains(other.type()) && !other.type().endsWith("blockquote");
    }
}
