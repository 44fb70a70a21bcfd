/** Live classes: their dates, who comes, and reminders that reach everybody once and in time. */
@NullMarked
package lyceum.scheduler.classes;

import org.jspecify.annotations.NullMarked;
