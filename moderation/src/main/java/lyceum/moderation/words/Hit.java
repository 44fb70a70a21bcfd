package lyceum.moderation.words;

/** A word of a list found in a message: its number in the list, how it was seen, and where, in UTF-16 units, end exclusive. */
public record Hit(int term, Sight sight, int start, int end) {
    boolean overlaps(Hit other) {
        return term == other.term && start < other.end && other.start < end;
    }
}
