/** Signed certificates of attendance, which anybody can check without asking the hub. */
@NullMarked
package lyceum.scheduler.certificate;

import org.jspecify.annotations.NullMarked;
