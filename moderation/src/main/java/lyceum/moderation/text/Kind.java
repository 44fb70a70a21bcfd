package lyceum.moderation.text;

/** What a symbol of a view is; bytes, since a view holds millions of them a second. */
public final class Kind {
    /** A letter a to z, in whatever disguise it came. */
    public static final byte LETTER = 0;
    /** A Han character, simplified. */
    public static final byte HAN = 1;
    /** A letter of another script. */
    public static final byte OTHER = 2;
    /** 0 to 9. */
    public static final byte DIGIT = 3;
    /** Punctuation, symbol, emoji. */
    public static final byte MARK = 4;
    /** White space and line ends. */
    public static final byte SPACE = 5;
    /** Not a symbol: the character disappears. */
    static final byte GONE = 6;
    /** Not a symbol: the character becomes several. */
    static final byte SEVERAL = 7;
    /** Not a symbol: half of a surrogate pair. */
    static final byte HALF = 8;

    private Kind() {}

    /** Whether a symbol of this kind only stands between words. */
    public static boolean parts(byte kind) {
        return kind >= DIGIT;
    }
}
