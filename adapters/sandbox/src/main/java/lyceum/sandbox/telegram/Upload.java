package lyceum.sandbox.telegram;

/** A file that came with a request or that a person sent. */
final class Upload {
    private final String name;
    private final String type;
    private final byte[] bytes;

    /** @param type its media type */
    Upload(String name, String type, byte[] bytes) {
        this.name = name;
        this.type = type;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    /** The content itself; nobody changes it. */
    byte[] bytes() {
        return bytes;
    }
}
