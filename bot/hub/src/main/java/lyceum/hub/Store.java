package lyceum.hub;

import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * The database as the hub needs it.
 *
 * @param writer the one connection that writes; used by the lane's thread alone, and closed by whoever opened it
 * @param outOfRoom whether an error says that the disk is full, so that waiting helps
 */
public record Store(Handle writer, Predicate<Throwable> outOfRoom) {}
