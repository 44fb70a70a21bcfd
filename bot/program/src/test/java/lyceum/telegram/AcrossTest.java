package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.markdown.MarkdownReader;
import lyceum.kernel.markdown.MarkdownWriter;
import lyceum.kernel.markdown.Names;
import lyceum.sandbox.telegram.text.Entity;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.telegram.text.Texts;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said on Discord reads the same on Discord again after it went over Telegram. */
class AcrossTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS = List.of(
            "heap",
            "你好",
            "堆排序",
            "שלום",
            "مرحبا",
            "👩‍👩‍👧‍👦",
            "🇨🇳",
            "👍🏽",
            "1️⃣",
            "e\u0301",
            "3.14",
            "don't",
            "\u200fא",
            "~",
            "x|y");
    private static final List<String> SIGNS = List.of(
            "*",
            "**",
            "***",
            "_",
            "__",
            "~~",
            "||",
            "`",
            "``",
            "```",
            "```java\n",
            "\\",
            "> ",
            ">>> ",
            "# ",
            "- ",
            "1. ",
            "[",
            "](",
            ")",
            "<",
            ">",
            "@everyone",
            "@here",
            "<@1>",
            "<@&2>",
            "https://example.org/a_b",
            "\n",
            " ");
    private static final List<String> PAIRS = List.of("**", "*", "__", "~~", "||", "`");

    @Test
    void aHundredThousandMessagesLoseNoCharacterAndCallNobody() {
        anythingGoes(100_000, 20261125);
    }

    @Test
    void aHundredThousandWellFormedMessagesKeepTheirMarks() {
        wellFormed(100_000, 20261126);
    }

    @Test
    @Tag("soak")
    void aMillionMessagesLoseNothing() {
        anythingGoes(1_000_000, 7);
        wellFormed(1_000_000, 8);
    }

    private static void anythingGoes(int many, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < many; i++) {
            StringBuilder said = new StringBuilder();
            for (int part = random.nextInt(12); part >= 0; part--) {
                said.append(random.nextBoolean() ? one(SIGNS, random) : one(WORDS, random));
            }
            Text heard = MarkdownReader.read(said.toString(), Names.NONE);
            Text over = overTelegram(heard);
            Text back = MarkdownReader.read(MarkdownWriter.write(over), Names.NONE);
            if (!over.plain().equals(shown(heard)) || !back.plain().equals(over.plain())) {
                assertThat(List.of(over.plain(), back.plain())).as("%s", said).containsOnly(shown(heard));
            }
            assertThat(back.spans()).as("%s", said).noneMatch(span -> span.mark() instanceof Mark.Mention);
        }
    }

    /** Telegram shows no white space at either end. */
    private static String shown(Text text) {
        return text.plain().strip();
    }

    private static void wellFormed(int many, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < many; i++) {
            StringBuilder said = new StringBuilder();
            for (int part = random.nextInt(5); part >= 0; part--) {
                said.append(segment(random, 2)).append(random.nextInt(4) == 0 ? "\n" : " ");
            }
            Text heard = MarkdownReader.read(said.toString(), Names.NONE);
            Text back = MarkdownReader.read(MarkdownWriter.write(overTelegram(heard)), Names.NONE);
            assertThat(marks(back)).as("%s", said).isEqualTo(marks(heard));
        }
    }

    private static String segment(Random random, int deep) {
        int kind = random.nextInt(deep > 0 ? 6 : 2);
        return switch (kind) {
            case 0, 1 -> letters(random);
            case 2 -> "[" + letters(random) + "](https://example.org/" + random.nextInt(100) + ")";
            case 3 -> "`" + letters(random) + "`";
            default -> {
                String sign = one(PAIRS.subList(0, 5), random);
                yield sign + letters(random) + " " + segment(random, 0) + sign;
            }
        };
    }

    private static String letters(Random random) {
        return one(WORDS.subList(0, 11), random);
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** What stands on Telegram, whose strict reading of what is sent refuses whatever Telegram does. */
    private static Text overTelegram(Text text) {
        List<Entity> stated = JSON.valueToTree(EntitiesOut.write(text))
                .valueStream()
                .map(AcrossTest::stated)
                .toList();
        Formatted shown = Texts.stated(text.plain(), stated);
        ArrayNode entities = JSON.createArrayNode();
        for (Entity entity : shown.entities()) {
            ObjectNode node = entities.addObject()
                    .put("type", entity.type())
                    .put("offset", entity.offset())
                    .put("length", entity.length());
            node.put(
                    entity.type().equals("pre") ? "language" : "url",
                    Objects.requireNonNullElse(entity.argument(), ""));
        }
        return EntitiesIn.read(shown.text(), entities);
    }

    private static Entity stated(JsonNode entity) {
        JsonNode argument = entity.path("type").asText().equals("pre") ? entity.path("language") : entity.path("url");
        return new Entity(
                entity.path("type").asText(),
                entity.path("offset").asInt(),
                entity.path("length").asInt(),
                argument.isTextual() ? argument.asText() : null);
    }

    /** The marks of every character that can be seen. */
    private static List<Set<Mark>> marks(Text text) {
        return IntStream.range(0, text.plain().length())
                .filter(i -> !Character.isWhitespace(text.plain().charAt(i)))
                .mapToObj(i -> text.spans().stream()
                        .filter(span -> span.start() <= i && i < span.end())
                        .map(span -> span.mark())
                        .collect(Collectors.toSet()))
                .toList();
    }
}
