package lyceum.kernel.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lyceum.kernel.document.Mark.Bold;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;

/** Phrases are found by key and language, and filled with text or other phrases. */
class PhrasesTest {
    private final Phrases phrases = Phrases.of("sample");

    @Test
    void aPhraseSpeaksBothLanguages() {
        assertThat(phrases.render(Phrase.of("sample.hello", "Ann"), Language.EN))
                .isEqualTo(Text.of("Hello, Ann!"));
        assertThat(phrases.render(Phrase.of("sample.hello", "小明"), Language.ZH)).isEqualTo(Text.of("你好，小明！"));
    }

    @Test
    void argumentsMayComeInAnotherOrder() {
        assertThat(phrases.render(Phrase.of("sample.swap", "a", "b"), Language.EN)
                        .plain())
                .isEqualTo("b before a");
        assertThat(phrases.render(Phrase.of("sample.swap", "a", "b"), Language.ZH)
                        .plain())
                .isEqualTo("a 在 b 之后");
    }

    @Test
    void anArgumentKeepsItsMarksAndItsBracesAreOnlyText() {
        Text name = Text.of("{1} {x}", new Bold());

        assertThat(phrases.render(Phrase.of("sample.hello", name), Language.EN))
                .isEqualTo(new Text("Hello, {1} {x}!", List.of(new Span(7, 14, new Bold()))));
    }

    @Test
    void anArgumentMayBeAPhrase() {
        Phrase outer = Phrase.of("sample.hello", Phrase.of("sample.bare"));

        assertThat(phrases.render(outer, Language.ZH).plain()).isEqualTo("你好，没有参数！");
    }

    @Test
    void aTextStandsAsItIs() {
        assertThat(phrases.render(Text.of("{0}"), Language.EN)).isEqualTo(Text.of("{0}"));
    }

    @Test
    void aLogIsInEnglishFromWhateverFilesThePhraseNames() {
        assertThat(Phrases.english(Phrase.of("sample.swap", Phrase.of("sample.bare"), Text.of("乙"))))
                .isEqualTo("乙 before no arguments");
        assertThat(Phrases.english(Text.of("as it is"))).isEqualTo("as it is");
    }

    @Test
    void aMissingPhraseOrFileIsNamed() {
        assertThatThrownBy(() -> phrases.render(Phrase.of("sample.gone"), Language.ZH))
                .hasMessage("no phrase 'sample.gone' in zh-Hans");
        assertThatThrownBy(() -> Phrases.of("nowhere")).hasMessageContaining("/phrases/nowhere.en.properties");
    }

    @Test
    void theKeysAreListedInOrder() {
        assertThat(phrases.keys(Language.EN)).containsExactly("sample.bare", "sample.hello", "sample.swap");
    }
}
