package lyceum.kernel.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are written and read back without loss, and malformed ones are refused. */
class IdsTest {
    @ParameterizedTest
    @ValueSource(strings = {"discord:1/2", "telegram:-100123:7/9", "room:class/01J", "twitch:小明/x:y"})
    void aMessageIsReadBackAsItWasWritten(String text) {
        MessageId message = MessageId.parse(text);

        assertThat(message).hasToString(text);
        assertThat(RoomId.parse(message.room().toString())).isEqualTo(message.room());
    }

    @Test
    void onlyTheFirstColonParts() {
        assertThat(RoomId.parse("telegram:-100:7")).isEqualTo(new RoomId(new PlatformName("telegram"), "-100:7"));
        assertThat(AuthorId.parse("twitch:a:b")).hasToString("twitch:a:b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "discord", "discord:", ":1", "Discord:1", "discord:1", "discord:/1", "discord:1/"})
    void whatIsNoMessageIsRefused(String text) {
        assertThatThrownBy(() -> MessageId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "discord", "discord:", ":1", "DISCORD:1", "discord:1/2", "a-b:1"})
    void whatIsNoRoomOrAccountIsRefused(String text) {
        assertThatThrownBy(() -> RoomId.parse(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AuthorId.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReplyTokenNeverShowsItsSecret() {
        assertThat(new ReplyToken(RoomId.parse("discord:1"), "secret")).hasToString("ReplyToken[discord:1]");
    }
}
