package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The law of platforms whose messages can look like something. */
public interface FormattingContract extends OnStage {
    @Test
    @DisplayName("Bold, italic, struck, code and links are seen as such")
    default void formattingSurvives() {
        String words = scene().fresh("format");
        Text text = Text.of(words + " ")
                .plus(Text.of("bold", new Mark.Bold()))
                .plus(Text.of("italic", new Mark.Italic()))
                .plus(Text.of("struck", new Mark.Strike()))
                .plus(" ")
                .plus(Text.of("a_b*c", new Mark.Code()))
                .plus(" ")
                .plus(Text.of("here", new Mark.Link("https://example.org/a_b_c?x=1&y=(2)")));

        scene().deliver(scene().post(text));

        Shown shown = scene().stands(words);
        assertThat(shown.html())
                .containsPattern("<(b|strong)>bold</")
                .containsPattern("<(i|em)>italic</")
                .containsPattern("<(s|del|strike)>struck</")
                .containsPattern("<code[^>]*>a_b\\*c</code>")
                .containsPattern("href=\"https://example.org/a_b_c\\?x=1&(amp;)?y=\\(2\\)\"[^>]*>here</a>");
        assertThat(shown.plain()).isEqualTo(words + " bolditalicstruck a_b*c here");
    }
}
