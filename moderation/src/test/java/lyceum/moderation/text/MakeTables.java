package lyceum.moderation.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the character tables of this package from ICU: {@code main(folder of the resources)}. */
final class MakeTables {
    private static final Pattern NAMED = Pattern.compile(
            "(?:LATIN|MODIFIER|SQUARED|CIRCLED|PARENTHESIZED|CROSSED|NEGATIVE|BLACK-LETTER|SCRIPT|"
                    + "DOUBLE-STRUCK|REGIONAL|FULLWIDTH|SUBSCRIPT|SUPERSCRIPT|COMBINING|ROUNDED|ITALIC|TURNED)"
                    + ".*?(?:LETTER|SYMBOL)(?: SMALL CAPITAL| CAPITAL| SMALL)?(?: LETTER)?(?: SCRIPT| TURNED| REVERSED| OPEN| DOTLESS| LONG|"
                    + " INSULAR| SIDEWAYS| INVERTED| SMALL CAPITAL| CLOSED| VOLAPUK)* ([A-Z])(?: WITH .*| ROTUNDA| DIGRAPH)?");
    private static final String LOOK_ALIKES = """
            a αаạɑ∀∂ªÅ
            b βвьъƅ฿
            c сςϲ©¢
            d ԁ∂ժ
            e еεєэ€ℯҽ∑э
            f ƒғϝ
            g ɡցɠ
            h нһհἡ
            i іιΙɩı
            j јϳʝ
            k кκқ
            l ӏⅼׁℓ
            m мϻ₥
            n пηиոր
            o оοσөօ๏०ဝ
            p рρթ₽
            q ԛգզφ
            r гя®
            s ѕ§ടֆ
            t тτ†
            u υμцսµ
            v νѵ∨√
            w шωѡԝщաա₩
            x хχ×ҳ
            y уүγу¥
            z ᴢʐζ
            """;
    private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();
    private static final Normalizer2 APART = Normalizer2.getNFKDInstance();
    private static final SpoofChecker LOOKS = new SpoofChecker.Builder().build();
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Transliterator SOUND = Transliterator.getInstance("Han-Latin; Lower");

    private final Map<Integer, String> own = new TreeMap<>();

    private MakeTables() {
        for (String line : LOOK_ALIKES.lines().toList()) {
            line.substring(2).codePoints().forEach(point -> own.putIfAbsent(point, line.substring(0, 1)));
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        MakeTables tables = new MakeTables();
        tables.writeFolds(folder.resolve("folds.txt"));
        writeSounds(folder.resolve("sounds.txt"));
    }

    private void writeFolds(Path file) throws IOException {
        Map<String, StringBuilder> lines = new TreeMap<>();
        for (int point = 0x80; point <= 0x10FFFF; point++) {
            String target = fold(point);
            if (target != null) {
                lines.computeIfAbsent(target, key -> new StringBuilder()).appendCodePoint(point);
            }
        }
        List<String> text = new ArrayList<>(List.of(
                "# what a character folds to, a tab, the characters; made by MakeTables from ICU 79 and its own list"));
        lines.forEach((target, points) -> text.add(target + "\t" + points));
        Files.write(file, text);
    }

    private static void writeSounds(Path file) throws IOException {
        Map<String, StringBuilder> lines = new TreeMap<>();
        for (int point = 0x3400; point <= 0x9FFF; point++) {
            String character = Character.toString(point);
            if (UScript.getScript(point) != UScript.HAN
                    || !SIMPLIFIED.transliterate(character).equals(character)) {
                continue;
            }
            String sound = APART.normalize(
                            SOUND.transliterate(character).replace("ü", "v").replaceAll("[ǖǘǚǜ]", "v"))
                    .replaceAll("\\p{M}", "");
            if (sound.matches("[a-z]{1,6}")) {
                lines.computeIfAbsent(sound, key -> new StringBuilder()).appendCodePoint(point);
            }
        }
        List<String> text = new ArrayList<>(List.of(
                "# a syllable without tone, a tab, the simplified characters read so; made by MakeTables from ICU 79"));
        lines.forEach((sound, points) -> text.add(sound + "\t" + points));
        Files.write(file, text);
    }

    /** Null where the character stays as it is; empty where it disappears. */
    private @Nullable String fold(int point) {
        int type = Character.getType(point);
        if (type == Character.UNASSIGNED || type == Character.SURROGATE || type == Character.PRIVATE_USE) {
            return null;
        }
        if (vanishes(point, type)) {
            return "";
        }
        if (UScript.getScript(point) == UScript.HAN) {
            String folded = SIMPLIFIED.transliterate(FOLD.normalize(Character.toString(point)));
            return folded.codePointCount(0, folded.length()) == 1 && folded.codePointAt(0) != point ? folded : null;
        }
        int digit = UCharacter.digit(point, 10);
        if (digit >= 0) {
            return String.valueOf(digit);
        }
        boolean letterLike = Character.isLetter(point)
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER
                || type == Character.OTHER_SYMBOL
                || type == Character.MATH_SYMBOL;
        String byOwn = own.get(point);
        if (byOwn == null && letterLike) {
            byOwn = own.get(Character.toLowerCase(point));
        }
        return byOwn != null ? byOwn : named(point, letterLike);
    }

    private @Nullable String named(int point, boolean letterLike) {
        String name = UCharacter.getName(point);
        Matcher matcher = NAMED.matcher(name == null ? "" : name);
        if (matcher.matches()) {
            return matcher.group(1).toLowerCase(java.util.Locale.ROOT);
        }
        String normal = bare(FOLD.normalize(Character.toString(point)));
        if (ascii(normal)) {
            return normal;
        }
        if (!letterLike) {
            return null;
        }
        String looks = bare(FOLD.normalize(LOOKS.getSkeleton(Character.toString(point))));
        if (looks.length() == 1) {
            looks = own.getOrDefault((int) looks.charAt(0), looks);
        }
        if (looks.matches("[a-z]{1,3}")) {
            return looks;
        }
        return normal.codePointCount(0, normal.length()) == 1 && normal.codePointAt(0) != point ? again(normal) : null;
    }

    private String again(String folded) {
        String further = fold(folded.codePointAt(0));
        return further == null || further.isEmpty() ? folded : further;
    }

    private static String bare(String text) {
        return APART.normalize(text).replaceAll("\\p{Mn}", "");
    }

    private static boolean ascii(String text) {
        return !text.isBlank() && text.length() <= 4 && text.chars().allMatch(unit -> unit > ' ' && unit < 0x7F);
    }

    private static boolean vanishes(int point, int type) {
        boolean inherited = UScript.getScript(point) == UScript.INHERITED;
        return UCharacter.hasBinaryProperty(point, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
                || type == Character.FORMAT
                || ((type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK)
                        && (inherited || point <= 0x489));
    }
}
