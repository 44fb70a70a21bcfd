package lyceum.lucene;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the table of simplified characters, a line for each traditional one: {@code main(file)}. */
final class MakeSimplified {
    private MakeSimplified() {}

    public static void main(String[] arguments) throws IOException {
        Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
        StringBuilder table = new StringBuilder();
        for (char unit = 0x3400; unit <= 0x9FFF; unit++) {
            String simple = simplify.transliterate(String.valueOf(unit));
            if (simple.length() == 1 && simple.charAt(0) != unit && Simplified.isHan(simple.charAt(0))) {
                table.append(unit).append(simple).append('\n');
            }
        }
        Files.writeString(Path.of(arguments[0]), table);
    }
}
