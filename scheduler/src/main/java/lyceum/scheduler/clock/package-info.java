/** The one place with threads and a clock: Quartz rings the bell, tables hold the truth. */
@NullMarked
package lyceum.scheduler.clock;

import org.jspecify.annotations.NullMarked;
