package lyceum.kernel.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Platforms name languages in many ways; Lyceum answers in the nearest that it speaks. */
class LanguageTest {
    @ParameterizedTest
    @CsvSource({"zh-CN,ZH", "zh,ZH", "zh-TW,ZH", "ZH_hans,ZH", "en,EN", "en-GB,EN", "fr,EN", "'',EN"})
    void theNearestLanguageIsTaken(String code, Language nearest) {
        assertThat(Language.nearest(code)).isEqualTo(nearest);
    }
}
