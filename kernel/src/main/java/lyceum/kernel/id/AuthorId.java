package lyceum.kernel.id;

/** An account on a platform. One person may have several. */
public record AuthorId(PlatformName platform, String value) {
    public AuthorId {
        Ids.requirePlain(value);
    }

    /** Reads what {@link #toString} writes: {@code telegram:77}. */
    public static AuthorId parse(String text) {
        int colon = Ids.colon(text);
        return new AuthorId(new PlatformName(text.substring(0, colon)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return platform + ":" + value;
    }
}
