package lyceum.telegram;

import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;

/**
 * What a {@link ReplyToken} holds on Telegram, as {@code 12} or {@code 12:4382bfdwdsb323b2d9}.
 *
 * @param message the command, or the message whose button was pressed
 * @param press the press that waits for its answer, or empty
 */
record Asked(int message, String press) {
    static Asked of(ReplyToken token) {
        String[] parts = token.value().split(":", 2);
        return new Asked(Integer.parseInt(parts[0]), parts.length == 1 ? "" : parts[1]);
    }

    ReplyToken in(RoomId room) {
        return new ReplyToken(room, press.isEmpty() ? Integer.toString(message) : message + ":" + press);
    }
}
