package lyceum.community.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A name that is shown in another room hides nothing and calls nobody. */
class NamesTest {
    private final Names names = new Names("Lyceum 学堂", Phrases.of("bridge"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ann|Ann",
                "小明|小明",
                "'  Ann   Lee '|Ann Lee",
                "A\u202enn\u2066|Ann",
                "A\u200bn\u200dn\ufeff|Ann",
                "'A\nnn\r\n\u2028x'|A nn x",
                "An\u3164n\u2800|Ann",
                "@everyone|everyone",
                "＠ＥＶＥＲＹＯＮＥ|ＥＶＥＲＹＯＮＥ",
                "@every\u200bone|everyone",
                "hi @Here!|hi Here!",
                "ann@home|ann@home",
                "\uD83DAnn|Ann",
                "José|José",
                "👩‍🏫 Ada|👩🏫 Ada"
            })
    void onlyWhatCanBeSeenIsShown(String given, String shown) {
        assertThat(names.honest(given, Language.EN)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lyceum 学堂", "LYCEUM学堂", "ｌｙｃｅｕｍ　学堂", "Ly\u200bceum 学堂", "Lyceum\u00a0学堂"})
    void nobodyIsShownUnderTheHubsOwnName(String given) {
        assertThat(names.honest(given, Language.EN)).startsWith("someone called ");
        assertThat(names.honest(given, Language.ZH)).startsWith("自称 ").endsWith(" 的人");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200b\u200b", "\u3164", "\n"})
    void aNameIsNeverEmpty(String given) {
        assertThat(names.honest(given, Language.EN)).isEqualTo("someone");
        assertThat(names.honest(given, Language.ZH)).isEqualTo("某位朋友");
    }

    @Test
    void aCallAloneLeavesAName() {
        assertThat(names.honest("@", Language.EN)).isEqualTo("@");
    }

    @Test
    void aLongNameIsCutBetweenGraphemes() {
        assertThat(names.honest("x".repeat(79) + "👍🏽tail", Language.EN)).isEqualTo("x".repeat(79));
        assertThat(names.honest("好".repeat(200), Language.EN)).hasSize(80);
        assertThat(names.honest("a" + "\u0301".repeat(200), Language.EN))
                .hasSizeLessThanOrEqualTo(80)
                .isNotEmpty();
    }
}
