package lyceum.kernel.id;

/**
 * What an adapter needs to answer one command or button later, also after a restart.
 *
 * @param room where it was asked
 * @param value opaque; may hold a secret of the platform, so it is never logged
 */
public record ReplyToken(RoomId room, String value) {
    @Override
    public String toString() {
        return "ReplyToken[" + room + "]";
    }
}
