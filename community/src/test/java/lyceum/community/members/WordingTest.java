package lyceum.community.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import lyceum.community.members.Wanted.Changes;
import lyceum.community.members.Wanted.Unclear;
import lyceum.community.members.Wanted.UnknownZone;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Wish;
import lyceum.kernel.person.Zones;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People write settings in their own words, in both languages. */
class WordingTest {
    private final Wording wording = new Wording(new Zones());

    @ParameterizedTest
    @CsvSource({"en,EN", "English,EN", "英文,EN", "zh,ZH", "zh-Hans,ZH", "zh_CN,ZH", "中文,ZH", "简体中文,ZH"})
    void languagesHaveManyNames(String typed, Language language) {
        assertThat(wording.understand(Map.of("language", typed))).isEqualTo(new Changes(language, null, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"off,true", "No,true", "关,true", "不要,true", "on,false", "YES,false", "开启,false", "是,false"})
    void aSwitchHasManyWords(String typed, boolean wished) {
        assertThat(wording.understand(Map.of("relay", typed)))
                .isEqualTo(new Changes(null, null, Map.of(Wish.NOT_RELAYED, wished)));
        assertThat(wording.understand(Map.of("private", typed)))
                .isEqualTo(new Changes(null, null, Map.of(Wish.NO_PRIVATE_MESSAGES, wished)));
    }

    @Test
    void severalThingsAreChangedAtOnce() {
        assertThat(wording.understand(Map.of("language", "zh", "zone", "Asia/Shanghai", "relay", "off")))
                .isEqualTo(new Changes(Language.ZH, ZoneId.of("Asia/Shanghai"), Map.of(Wish.NOT_RELAYED, true)));
    }

    @Test
    void inChatTheOptionMayBeNamedFirst() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");

        assertThat(wording.understand(Map.of("language", "zone", "zone", "Europe/Berlin")))
                .isEqualTo(new Changes(null, berlin, Map.of()));
        assertThat(wording.understand(Map.of("language", "Europe/Berlin")))
                .isEqualTo(new Changes(null, berlin, Map.of()));
        assertThat(wording.understand(Map.of("language", "转发", "zone", "关")))
                .isEqualTo(new Changes(null, null, Map.of(Wish.NOT_RELAYED, true)));
        assertThat(wording.understand(Map.of("language", "language", "zone", "中文")))
                .isEqualTo(new Changes(Language.ZH, null, Map.of()));
    }

    @Test
    void whatIsNotUnderstoodIsSaidAndNothingElseIsTaken() {
        assertThat(wording.understand(Map.of("language", "Klingon"))).isEqualTo(new Unclear("language", "Klingon"));
        assertThat(wording.understand(Map.of("relay", "perhaps", "language", "en")))
                .isEqualTo(new Unclear("relay", "perhaps"));
        assertThat(wording.understand(Map.of("private", ""))).isEqualTo(new Unclear("private", ""));
        assertThat(wording.understand(Map.of("zone", "Berlin", "relay", "off"))).isInstanceOf(UnknownZone.class);
    }

    @Test
    void nothingAskedIsNoChange() {
        assertThat(wording.understand(Map.of())).isEqualTo(new Changes(null, null, Map.of()));
        assertThat(wording.understand(Map.of("colour", "red"))).isEqualTo(new Changes(null, null, Map.of()));
    }
}
