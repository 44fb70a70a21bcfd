package lyceum.community.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import lyceum.community.Desk;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Key;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@code /settings} answers and keeps. */
class MembersTest {
    private static final RoomId ROOM = RoomId.parse("discord:1");
    private final Desk desk = new Desk(
            new Members(new MembersSettings(ZoneId.of("Europe/Paris"), Language.EN, Map.of(ROOM, Language.EN))));

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aChosenLanguageHoldsFromThatAnswerOn() {
        assertThat(answer(Map.of("language", "zh"), Language.ZH))
                .startsWith("已保存")
                .contains("Europe/Paris");
        assertThat(answer(Map.of(), Language.ZH)).startsWith("你的设置").contains("语言：简体中文");
    }

    @Test
    void anUnknownZoneIsAnsweredWithSuggestionsAndChangesNothing() {
        assertThat(answer(Map.of("zone", "Berlin", "relay", "off"), Language.EN))
                .contains("I know no time zone “Berlin”")
                .contains("• Europe/Berlin");
        assertThat(answer(Map.of(), Language.EN)).contains("Europe/Paris", "can be read in the joined rooms");
    }

    private String answer(Map<String, String> options, Language language) {
        Speaker ann = new Speaker(AuthorId.parse("discord:5"), "Ann", null, Standing.FAN, false, null);
        List<Effect> effects = desk.hear(new CommandInvoked(
                new Key(ROOM.platform(), "1", ""),
                ann,
                ROOM,
                "settings",
                options,
                null,
                new ReplyToken(ROOM, "x"),
                Instant.parse("2026-11-22T12:00:00Z")));
        assertThat(effects).hasSize(1);
        Respond respond = (Respond) effects.getFirst();
        assertThat(respond.onlyForThem()).isTrue();
        assertThat(respond.language()).isEqualTo(language);
        return new Plain(Phrases.of("members"))
                .text(respond.document(), language)
                .plain();
    }
}
