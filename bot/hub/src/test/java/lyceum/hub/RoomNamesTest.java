package lyceum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.person.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether each lane out is called by its room and by what it is for. */
class RoomNamesTest {
    private final RoomNames names = new RoomNames();
    private final Plain plain = new Plain(Phrases.of("hub"));

    @ParameterizedTest
    @CsvSource({
        "telegram:general,           general (Telegram)",
        "telegram:general/earlier,   What general (Telegram) missed",
        "telegram:77/payments,       Payments in 77 (Telegram)",
        "discord:general/answers/3,  Answers in general (Discord)",
        "discord:general/answers,    Answers in general (Discord)"
    })
    void aLaneIsCalledByItsRoomAndItsPurpose(String lane, String name) {
        assertThat(plain.line(names.ofLane(lane), Language.EN)).isEqualTo(name);
    }
}
