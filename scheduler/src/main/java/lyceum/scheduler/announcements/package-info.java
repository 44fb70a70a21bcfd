/** What the creator says to everybody, in both languages, now or later. */
@NullMarked
package lyceum.scheduler.announcements;

import org.jspecify.annotations.NullMarked;
