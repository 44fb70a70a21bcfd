package lyceum.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import lyceum.contract.Ears;
import lyceum.kernel.event.Place.HearingBegan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BeginningsTest {
    private static final House.Channel GENERAL = channel("100", null, "150");
    private static final House.Channel STILL = channel("101", null, House.NOTHING_SAID);

    private final Ears ears = new Ears();

    @Test
    void atTheFirstSessionHearingBeginsWithWhatIsSaidNextAndNothingIsRead() {
        Beginnings first = session(false, GENERAL, STILL);

        assertThat(ears.all(HearingBegan.class))
                .containsExactly(new HearingBegan(List.of(Ids.message("100", "150"), Ids.message("101", "0"))));
        assertThat(first.unread(GENERAL)).isEmpty();
        assertThat(first.unread(STILL)).isEmpty();
    }

    @Test
    void aProcessThatDiedBeforeItHeardAnythingLeftWhereItBegan() {
        session(true, GENERAL, STILL);

        Beginnings next = session(true, channel("100", null, "160"), channel("101", null, "161"));

        assertThat(next.unread(GENERAL)).contains("150");
        assertThat(next.unread(STILL)).contains("0");
        assertThat(ears.all(HearingBegan.class)).hasSize(1);
    }

    @Test
    void aChannelMadeSinceTheLastSessionIsReadFromItsFirstWord() {
        session(false, GENERAL, STILL);
        House.Channel made = channel("170", null, "171");

        assertThat(session(false, GENERAL, STILL, made).unread(made)).contains("150");
    }

    @Test
    void aThreadThatWasReopenedIsReadFromWhatWasLastHeardElsewhere() {
        session(false, GENERAL);
        House.Channel reopened = channel("120", "100", "155");
        House.Channel quiet = channel("121", "100", "145");

        Beginnings next = session(false, GENERAL, reopened, quiet);

        assertThat(next.unread(reopened)).contains("150");
        assertThat(next.unread(quiet)).isEmpty();
    }

    @Test
    void anOldChannelThatTheSettingsNewlyNameIsHeardFromNowOn() {
        session(true, GENERAL);
        House.Channel named = channel("90", null, "160");

        assertThat(session(true, GENERAL, named).unread(named)).isEmpty();
    }

    private Beginnings session(boolean restricted, House.Channel... channels) {
        Beginnings beginnings = new Beginnings(ears, List.of(channels), restricted);
        beginnings.mark();
        return beginnings;
    }

    private static House.Channel channel(String id, @Nullable String parent, String newest) {
        return new House.Channel(id, "1", "name", parent, newest);
    }
}
