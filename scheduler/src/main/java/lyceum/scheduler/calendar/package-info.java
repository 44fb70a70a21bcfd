/** Classes as calendar programs take them (iCalendar, RFC 5545). Pure. */
@NullMarked
package lyceum.scheduler.calendar;

import org.jspecify.annotations.NullMarked;
