package lyceum.scheduler.announcements;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/** Words in one language, or in two divided by {@code ||}: the part with Chinese characters is for Chinese readers. */
record Draft(String english, String chinese) {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    static Draft of(String words) {
        List<String> english = new ArrayList<>();
        List<String> chinese = new ArrayList<>();
        for (String part : words.split("\\|\\|", -1)) {
            if (!part.isBlank()) {
                (HAN.matcher(part).find() ? chinese : english).add(part.strip());
            }
        }
        return new Draft(String.join("\n", english), String.join("\n", chinese));
    }

    boolean isEmpty() {
        return english.isEmpty() && chinese.isEmpty();
    }

    /** For readers of one language, or of both where it is null; nobody gets nothing. */
    Document document(@Nullable Language language) {
        boolean wantsEnglish = language != Language.ZH || chinese.isEmpty();
        boolean wantsChinese = language != Language.EN || english.isEmpty();
        List<Block> blocks = Stream.of(wantsEnglish ? english : "", wantsChinese ? chinese : "")
                .filter(words -> !words.isEmpty())
                .<Block>map(words -> new Block.Paragraph(Text.of(words)))
                .collect(Collectors.toList());
        return new Document(blocks, List.of());
    }
}
