/** Counting ballots: pure functions from ballots to winners, round by round. */
@NullMarked
package lyceum.community.polls.count;

import org.jspecify.annotations.NullMarked;
