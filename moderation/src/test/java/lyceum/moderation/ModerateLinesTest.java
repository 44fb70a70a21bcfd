package lyceum.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ModerateLinesTest {
    private static final Rulebook RULEBOOK = new Rulebook(Engine.Limit.NONE);

    @Test
    void everyLineIsAnsweredInOrder() throws IOException {
        String answers = answer(true, """
                {"id":"a","text":"to the c\\u200Basino"}
                {"id":7,"text":"好","author":"ann","room":"r","at":"2026-11-22T12:00:00.000Z","more":{"x":[1]}}
                """);

        assertThat(answers).isEqualTo("""
                {"id":"a","verdict":"remove","signals":[{"rule":"words","version":1,"view":"folded","start":7,"end":14,"severity":0.95,"evidence":"c\u200Basino → casino"}]}
                {"id":7,"verdict":"pass","signals":[]}
                """);
    }

    @Test
    void aBadLineIsAnsweredByWhatIsWrongAndTheOthersGoOn() throws IOException {
        String answers = answer(false, """
                {"id":1}
                nonsense
                [1]
                {"id":2,"text":5}
                {"id":3,"text":"x","at":"yesterday"}
                {"id":4,"text":"fine"}
                """);

        List<String> lines = answers.lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0)).isEqualTo("{\"line\":1,\"error\":\"\\\"text\\\" is missing\"}");
        assertThat(lines.get(1)).startsWith("{\"line\":2,\"error\":\"not JSON");
        assertThat(lines.get(2)).startsWith("{\"line\":3,");
        assertThat(lines.get(3)).contains("needs a string");
        assertThat(lines.get(4)).contains("needs a time");
        assertThat(lines.get(5)).isEqualTo("{\"id\":4,\"verdict\":\"pass\",\"signals\":[]}");
    }

    @Test
    void nothingInIsNothingOut() throws IOException {
        assertThat(answer(true, "")).isEmpty();
    }

    private static String answer(boolean good, String lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModerateLines moderate = new ModerateLines(RULEBOOK.words(List.of("casino")));
        assertThat(moderate.answer(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), out))
                .isEqualTo(good);
        return out.toString(StandardCharsets.UTF_8);
    }
}
