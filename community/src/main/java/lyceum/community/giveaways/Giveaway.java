package lyceum.community.giveaways;

import java.time.Instant;

/**
 * A prize that is given away by lot.
 *
 * @param draw its name in the protocol of the draw
 * @param rules in canonical JSON; they never change
 */
record Giveaway(long id, String draw, State state, String prize, int winners, Instant closes, String rules) {
    /** How far it has come. */
    enum State {
        OPEN,
        /** Who takes part is fixed and told; a round of a beacon that nobody can know yet will decide. */
        WAITING,
        DRAWN,
        CLOSED,
        VOID
    }

    /** How far somebody who was drawn has come. */
    enum Drawn {
        /** May have to step in for somebody who does not claim. */
        ALTERNATE,
        /** Has won, and is asked to claim. */
        ASKED,
        CLAIMED,
        LAPSED
    }
}
