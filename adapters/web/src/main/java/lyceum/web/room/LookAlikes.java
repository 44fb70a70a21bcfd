package lyceum.web.room;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Folds a name to what the eye takes it for: two names with one fold could be mistaken for each other. */
final class LookAlikes {
    private static final String LETTERS =
            "аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwвbнhмmтtкkαaεeοoρpυuνvιiκkτtχxηn0o1l|l3e5s$s@a!lılłløo";

    private static final Map<Integer, Integer> SEEN_AS = pairs(LETTERS);

    private LookAlikes() {}

    static String fold(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        return plain.codePoints()
                .filter(LookAlikes::isSeen)
                .map(c -> SEEN_AS.getOrDefault(c, c))
                .map(c -> c == 'i' ? 'l' : c)
                .mapToObj(Character::toString)
                .collect(Collectors.joining())
                .replace("rn", "m")
                .replace("vv", "w");
    }

    private static boolean isSeen(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.CONTROL,
                    Character.SPACE_SEPARATOR,
                    Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION -> false;
            default -> c != '.' && c != '\'';
        };
    }

    private static Map<Integer, Integer> pairs(String letters) {
        int[] all = letters.codePoints().toArray();
        return java.util.stream.IntStream.range(0, all.length / 2)
                .boxed()
                .collect(Collectors.toUnmodifiableMap(i -> all[2 * i], i -> all[2 * i + 1]));
    }
}
