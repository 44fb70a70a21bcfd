/** Discord by Javacord: a driver that is found in a jar of its own where the settings name it. */
@NullMarked
package lyceum.javacord;

import org.jspecify.annotations.NullMarked;
