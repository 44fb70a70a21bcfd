/** Settings: one YAML file and the environment, bound to whatever record is given, with all errors at once. */
@NullMarked
package lyceum.config;

import org.jspecify.annotations.NullMarked;
