/** The one file in which a community lives. */
@NullMarked
package lyceum.sqlite;

import org.jspecify.annotations.NullMarked;
