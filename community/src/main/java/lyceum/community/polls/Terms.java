package lyceum.community.polls;

import lyceum.community.polls.count.Method;

/**
 * The terms on which a poll is held.
 *
 * @param seats how many win
 * @param hidden whether nobody sees counts before it closes
 * @param named whether the result says who wanted what
 * @param quorum how many must vote for a result; 0 where any number will do
 * @param answer the place of a quiz's right option, or {@link #POLL}
 */
record Terms(Method method, int seats, boolean hidden, boolean named, int quorum, int answer) {
    /** In place of an answer: nothing is right or wrong. */
    static final int POLL = -1;

    /** A question with a right answer: nobody sees the others' before it closes. */
    static Terms quiz(int answer) {
        return new Terms(Method.PLURALITY, 1, true, false, 0, answer);
    }
}
