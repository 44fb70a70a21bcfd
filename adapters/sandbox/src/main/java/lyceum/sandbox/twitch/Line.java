package lyceum.sandbox.twitch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said in the channel.
 *
 * @param replyTo the id of the line that it answers, or null
 * @param bits what was cheered with it
 */
record Line(String id, Account from, String text, @Nullable String replyTo, int bits, Instant at) {}
