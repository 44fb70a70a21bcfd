package lyceum.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.kernel.id.RoomId;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;

/** To whom inline mode shows what a group has said. */
class InsidersTest {
    private static final RoomId GROUP = RoomId.parse("telegram:-1001");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<BotApiMethod<?>> asked = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private final Insiders insiders = new Insiders(this::member, Set.of(GROUP), () -> now, Set.of());

    /** Number 5 is a member, everybody else has left. */
    private Reply member(BotApiMethod<?> method) {
        asked.add(method);
        boolean in = method instanceof GetChatMember question && question.getUserId() == 5;
        ObjectNode member = JSON.createObjectNode().put("status", in ? "member" : "left");
        return new Reply.Ok(member);
    }

    @Test
    void aMemberIsAndAStrangerIsNot() {
        assertThat(insiders.roomsOf(5)).contains(GROUP);
        assertThat(insiders.roomsOf(6)).isEmpty();
    }

    @Test
    void whatIsKnownIsNotAskedAgainForSomeMinutes() {
        assertThat(insiders.roomsOf(5)).hasSize(1);
        assertThat(insiders.roomsOf(5)).hasSize(1);
        assertThat(asked).hasSize(1);

        now = now.plus(Duration.ofMinutes(11));
        assertThat(insiders.roomsOf(5)).hasSize(1);

        assertThat(asked).hasSize(2);
    }

    @Test
    void whoLeavesIsAStrangerAtOnceAndWhoComesIsNone() {
        assertThat(insiders.roomsOf(5)).hasSize(1);

        insiders.learn(new Heard.Ranked(-1001, 5, "left", null));
        insiders.learn(new Heard.Ranked(-1001, 6, "member", null));

        assertThat(insiders.roomsOf(5)).isEmpty();
        assertThat(insiders.roomsOf(6)).contains(GROUP);
        assertThat(asked).hasSize(1);
    }

    @Test
    void whereAllRoomsAreHeardThoseCountInWhichTheHubHasSpoken() {
        Insiders everywhere = new Insiders(this::member, Set.of(), () -> now, Set.of(-1001L));

        assertThat(everywhere.roomsOf(5)).containsExactly(GROUP);
    }
}
