package lyceum.web.room;

import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;

/** Who asked something, and under which mark the answer finds them. */
record Asked(String account, String line) {
    private static final char BETWEEN = '|';

    static Asked of(ReplyToken token) {
        int between = token.value().lastIndexOf(BETWEEN);
        return new Asked(token.value().substring(0, between), token.value().substring(between + 1));
    }

    ReplyToken token(RoomId room) {
        return new ReplyToken(room, account + BETWEEN + line);
    }
}
