/** What the one settings file says: the records that {@code config} binds it to. */
@NullMarked
package lyceum.program.settings;

import org.jspecify.annotations.NullMarked;
