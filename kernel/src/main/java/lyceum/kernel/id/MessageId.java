package lyceum.kernel.id;

/** One message as it stands in one room. */
public record MessageId(RoomId room, String value) {
    public MessageId {
        Ids.requirePlain(value);
    }

    /** Reads what {@link #toString} writes: {@code discord:1234/5678}. */
    public static MessageId parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 1) {
            throw new IllegalArgumentException("a message is written platform:room/message, not '" + text + "'");
        }
        return new MessageId(RoomId.parse(text.substring(0, slash)), text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return room + "/" + value;
    }
}
