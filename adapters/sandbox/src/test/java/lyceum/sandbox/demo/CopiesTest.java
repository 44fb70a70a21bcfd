package lyceum.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import lyceum.sandbox.world.Change;
import org.junit.jupiter.api.Test;

/** What the tally of a trial counts. */
class CopiesTest {
    private final Copies copies = new Copies("T1-", 2);

    @Test
    void aLineIsDeliveredOncePerOtherPlaceAndWhatComesAgainIsDoubled() {
        copies.said(3, "discord");
        hears("discord", Change.Kind.POSTED, "This is T1-03.");
        hears("telegram", Change.Kind.POSTED, "ann: This is T1-03.");
        hears("telegram", Change.Kind.POSTED, "ann: This is T1-03.");

        assertThat(copies.tally("429", true)).isEqualTo(new Trial.Tally("429", true, 1, 1, 1, 1));
        assertThat(copies.unsettledFor(0)).isTrue();
    }

    @Test
    void severalLinesInOneMessageAreSeveralCopies() {
        copies.said(0, "discord");
        copies.said(1, "discord");
        hears("telegram", Change.Kind.POSTED, "ann: T1-00\nbob: T1-01");
        hears("twitch", Change.Kind.POSTED, "ann: T1-00\nbob: T1-01");

        assertThat(copies.tally("kill", false)).isEqualTo(new Trial.Tally("kill", false, 2, 4, 0, 0));
        assertThat(copies.unsettledFor(0)).isFalse();
        assertThat(copies.unsettledFor(Duration.ofHours(1).toNanos())).isTrue();
    }

    @Test
    void editsOtherTrialsAndLinesThatWereNotTakenDoNotCount() {
        copies.said(0, "discord");
        hears("telegram", Change.Kind.EDITED, "ann: T1-00");
        hears("telegram", Change.Kind.POSTED, "ann: T2-00");
        hears("telegram", Change.Kind.POSTED, "ann: T1-07");

        assertThat(copies.tally("kill", false)).isEqualTo(new Trial.Tally("kill", false, 1, 0, 2, 0));
    }

    private void hears(String platform, Change.Kind kind, String text) {
        copies.hear(new Change(platform, "general", "m", kind, "ann", text, true, 0));
    }
}
