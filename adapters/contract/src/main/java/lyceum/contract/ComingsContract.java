package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.event.People.MemberLeft;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The law of platforms that tell who comes and who goes. */
public interface ComingsContract extends OnStage {
    @Test
    @DisplayName("Who comes is told with account and name, and who leaves as the same")
    default void whoComesAndGoesIsTold() {
        String who = scene().fresh("dora").replace(" ", "");

        scene().stage().come(who);
        MemberJoined came = scene().ears()
                .hear(MemberJoined.class, each -> each.speaker().name().equals(who));
        scene().stage().leave(who);
        MemberLeft left = scene().ears()
                .hear(
                        MemberLeft.class,
                        each -> each.speaker().id().equals(came.speaker().id()));

        assertThat(came.key()).isNotNull();
        assertThat(left.key()).isNotNull().isNotEqualTo(came.key());
        assertThat(came.speaker().bot()).isFalse();
        assertThat(left.room()).isEqualTo(came.room());
        assertThat(came.room().isWhole() || came.room().equals(scene().room())).isTrue();
    }
}
