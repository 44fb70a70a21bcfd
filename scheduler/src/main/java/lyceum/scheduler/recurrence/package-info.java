/** The dates of a class: RFC 5545 rules, exceptions and extra dates, in local time. Pure. */
@NullMarked
package lyceum.scheduler.recurrence;

import org.jspecify.annotations.NullMarked;
