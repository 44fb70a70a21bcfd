package lyceum.sandbox.telegram.text;

import java.util.ArrayList;
import java.util.List;

/**
 * What Telegram does to every text: control characters become spaces, carriage returns and a few invisible signs vanish, white
 * space at both ends is cut, and entities that stand outside the text or inside a surrogate pair are refused.
 */
final class Cleaning {
    private Cleaning() {}

    static Formatted clean(String text, List<Entity> entities) {
        wellFormed(text);
        entities.forEach(entity -> within(text, entity));
        int[] kept = new int[text.length() + 1];
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            kept[i] = out.length();
            char c = text.charAt(i);
            if (vanishes(c)) {
                continue;
            }
            out.append(c < ' ' && c != '\n' ? ' ' : c);
        }
        kept[text.length()] = out.length();
        List<Entity> moved = new ArrayList<>();
        for (Entity entity : entities) {
            int from = kept[entity.offset()];
            int to = kept[entity.end()];
            if (!blank(out, from, to)) {
                moved.add(entity.at(from, to - from));
            }
        }
        return trimmed(out, moved);
    }

    private static void wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                throw new TextRefused("strings must be encoded in UTF-8");
            }
        }
    }

    private static void within(String text, Entity entity) {
        if (entity.offset() >= text.length()) {
            throw new TextRefused("entity begins after the end of the text at UTF-16 offset " + entity.offset());
        }
        if (entity.end() > text.length()) {
            throw new TextRefused("entity beginning at UTF-16 offset " + entity.offset()
                    + " ends after the end of the text at UTF-16 offset " + entity.end());
        }
        if (splits(text, entity.offset())) {
            throw new TextRefused("entity begins in a middle of a UTF-16 symbol at byte offset "
                    + TextRefused.bytes(text, entity.offset() + 1));
        }
        if (splits(text, entity.end())) {
            throw new TextRefused("entity beginning at UTF-16 offset " + entity.offset()
                    + " ends in a middle of a UTF-16 symbol at byte offset "
                    + TextRefused.bytes(text, entity.end() + 1));
        }
    }

    private static boolean splits(String text, int at) {
        return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
    }

    private static boolean vanishes(char c) {
        return c == '\r' || (c >= 0x2028 && c <= 0x202E) || c == 0x0333 || c == 0x033F || c == 0x030A;
    }

    private static boolean blank(CharSequence text, int from, int to) {
        return text.chars().skip(from).limit((long) to - from).allMatch(c -> c == ' ' || c == '\n');
    }

    private static Formatted trimmed(StringBuilder text, List<Entity> entities) {
        int end = text.length();
        while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\n')) {
            end--;
        }
        int firstEntity = entities.stream().mapToInt(Entity::offset).min().orElse(end);
        int start = 0;
        while (start < Math.min(firstEntity, end) && (text.charAt(start) == ' ' || text.charAt(start) == '\n')) {
            start++;
        }
        List<Entity> cut = new ArrayList<>();
        for (Entity entity : entities) {
            cut.add(entity.at(entity.offset() - start, Math.min(entity.end(), end) - entity.offset()));
        }
        return new Formatted(text.substring(start, end), cut);
    }
}
