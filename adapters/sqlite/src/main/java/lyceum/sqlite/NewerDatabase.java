package lyceum.sqlite;

/** The file was written by a newer Lyceum than this one, which therefore does not touch it. */
public final class NewerDatabase extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NewerDatabase(String theirs) {
        super("the database has schema version " + theirs
                + ", which this Lyceum does not know: it was made by a newer one");
    }
}
