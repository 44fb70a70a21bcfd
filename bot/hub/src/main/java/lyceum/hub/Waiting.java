package lyceum.hub;

/**
 * What waits for one lane out.
 *
 * @param rows how many effects are not confirmed yet
 * @param resting whether the lane stands still after a try that did not end for good
 */
public record Waiting(int rows, boolean resting) {}
