package lyceum.community.giveaways.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/** Walks over bytes that must be canonical JSON of a known shape, and says where they are not. */
final class Cursor {
    private static final int DEEPEST = 64;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Passes over exactly these characters. */
    void expect(byte[] ascii) throws Flaw {
        if (!sees(ascii)) {
            throw unexpected(new String(ascii, StandardCharsets.US_ASCII));
        }
        at += ascii.length;
    }

    void expect(String ascii) throws Flaw {
        expect(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** Passes over these characters if they stand here. */
    boolean takes(String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        boolean here = sees(wanted);
        at += here ? wanted.length : 0;
        return here;
    }

    private boolean sees(byte[] ascii) {
        return Arrays.equals(bytes, at, Math.min(bytes.length, at + ascii.length), ascii, 0, ascii.length);
    }

    /** The byte that stands here; 0 at the end. */
    byte peek() {
        return at < bytes.length ? bytes[at] : 0;
    }

    void step() {
        at++;
    }

    /** Lower-case hex of a fixed number of bytes. */
    void hex(byte[] into) throws Flaw {
        if (at + 2 * into.length > bytes.length) {
            throw unexpected("lower-case hex");
        }
        for (int i = 0; i < into.length; i++) {
            int both = digit(bytes[at]) << 4 | digit(bytes[at + 1]);
            if (both < 0) {
                throw unexpected("lower-case hex");
            }
            into[i] = (byte) both;
            at += 2;
        }
    }

    byte[] hex(int size) throws Flaw {
        byte[] read = new byte[size];
        hex(read);
        return read;
    }

    /** Its value, or so far below zero that no second digit lifts it. */
    private static int digit(byte c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -256;
    }

    /** A whole number without sign and leading zeros, at most {@code most}. */
    long whole(long most) throws Flaw {
        int from = at;
        long number = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9' && number <= most) {
            number = number * 10 + bytes[at++] - '0';
        }
        boolean padded = bytes[Math.min(from, bytes.length - 1)] == '0' && at - from > 1;
        if (at == from || padded || number > most) {
            at = from;
            throw unexpected("a whole number up to " + most);
        }
        return number;
    }

    /** A string with its quotes, decoded; it must stand in its one canonical spelling. */
    String string() throws Flaw {
        int from = at;
        if (peek() != '"') {
            throw unexpected("\"");
        }
        skipString();
        try {
            String text = JSON.readValue(bytes, from, at - from, String.class);
            byte[] canonical = CanonicalJson.string(text).getBytes(StandardCharsets.UTF_8);
            check(from, canonical);
            return text;
        } catch (JsonProcessingException e) {
            throw notCanonical(from);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("bytes in memory cannot be read", e);
        }
    }

    /** An object with whatever is in it; it must stand in its one canonical spelling. */
    byte[] object() throws Flaw {
        int from = at;
        if (peek() != '{') {
            throw unexpected("{");
        }
        skipNested();
        byte[] canonical;
        try {
            canonical = CanonicalJson.of(new String(bytes, from, at - from, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            throw notCanonical(from);
        }
        check(from, canonical);
        return canonical;
    }

    /** Nothing more but, at most, the end of the line. */
    void end() throws Flaw {
        if (peek() == '\n') {
            at++;
        }
        if (at != bytes.length) {
            throw unexpected("the end");
        }
    }

    private void check(int from, byte[] canonical) throws Flaw {
        int differs = Arrays.mismatch(bytes, from, at, canonical, 0, canonical.length);
        if (differs >= 0) {
            throw notCanonical(from + differs);
        }
        if (!Normalizer.isNormalized(new String(canonical, StandardCharsets.UTF_8), Normalizer.Form.NFC)) {
            throw new Flaw("proof-nfc", String.valueOf(from));
        }
    }

    /** Over everything up to the bracket that closes the one here. */
    private void skipNested() throws Flaw {
        int depth = 0;
        do {
            byte c = peek();
            if (at >= bytes.length || depth > DEEPEST) {
                throw notCanonical(at);
            }
            if (c == '"') {
                skipString();
                continue;
            }
            depth += c == '{' || c == '[' ? 1 : 0;
            depth -= c == '}' || c == ']' ? 1 : 0;
            at++;
        } while (depth > 0);
    }

    private void skipString() throws Flaw {
        at++;
        while (peek() != '"') {
            at += peek() == '\\' ? 2 : 1;
            if (at >= bytes.length) {
                throw notCanonical(bytes.length);
            }
        }
        at++;
    }

    private static Flaw notCanonical(int at) {
        return new Flaw("proof-not-canonical", String.valueOf(at));
    }

    private Flaw unexpected(String wanted) {
        return new Flaw("proof-unexpected", String.valueOf(at), wanted);
    }
}
