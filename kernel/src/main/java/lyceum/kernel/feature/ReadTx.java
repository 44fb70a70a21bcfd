package lyceum.kernel.feature;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * One reading of the tables beside the lane: what is committed, and nothing of later commits. Not to be kept beyond the call.
 *
 * @param read cannot write
 * @param now the community's time
 */
public record ReadTx(Handle read, Instant now) {}
