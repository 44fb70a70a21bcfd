package lyceum.sandbox.telegram.text;

import java.nio.charset.StandardCharsets;

/** Telegram's refusal of a text or its entities; the message is the description without {@code Bad Request: }. */
public final class TextRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    TextRefused(String message) {
        super(message, null, false, false);
    }

    static TextRefused unparsed(String reason) {
        return new TextRefused("can't parse entities: " + reason);
    }

    /** The offset in UTF-8 bytes, in which Telegram's descriptions count. */
    static int bytes(String text, int offset) {
        return text.substring(0, offset).getBytes(StandardCharsets.UTF_8).length;
    }
}
