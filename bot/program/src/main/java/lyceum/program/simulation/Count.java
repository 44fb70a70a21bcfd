package lyceum.program.simulation;

/** What became of all that was said: counted once everything stands. */
public final class Count {
    private long copies;
    private long shared;
    private long lost;
    private long doubled;
    private long kept;
    private long stale;
    private long inversions;
    private long refusals;

    /**
     * What must stand of a message in a room.
     *
     * @param least 0 where it was taken back
     * @param most how often it may stand
     * @param wording its newest
     */
    public record Expected(int least, int most, int wording) {}

    public void look(Wall wall, int number, Expected expected) {
        int standing = wall.standing(number);
        copies += standing;
        if (expected.least() == 0) {
            kept += standing;
            return;
        }
        lost += standing == 0 ? 1 : 0;
        doubled += Math.max(0, standing - expected.most());
        stale += standing > 0 && wall.wording(number) != expected.wording() ? 1 : 0;
    }

    public void room(Wall wall) {
        inversions += wall.inversions();
        shared += wall.shared();
    }

    void room(Place place) {
        room(place.wall());
        refusals += place.refusals();
    }

    /** Messages that stand, in all rooms. */
    public long copies() {
        return copies;
    }

    /** Those of them that came as a line among others. */
    public long shared() {
        return shared;
    }

    /** Messages that stand nowhere in a room where they should. */
    public long lost() {
        return lost;
    }

    /** Messages that stand more often than they should. */
    public long doubled() {
        return doubled;
    }

    /** Messages that were taken back and stand. */
    public long kept() {
        return kept;
    }

    /** Messages that stand with other words than their newest. */
    public long stale() {
        return stale;
    }

    /** Messages that came after a younger one of the same source. */
    public long inversions() {
        return inversions;
    }

    /** Requests that a platform would have answered with 429. */
    public long refusals() {
        return refusals;
    }
}
