/** What the tests of all packages share. */
@NullMarked
package lyceum.community;

import org.jspecify.annotations.NullMarked;
