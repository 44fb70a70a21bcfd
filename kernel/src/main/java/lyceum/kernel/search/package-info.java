/** The port to the index of questions and answers. */
@NullMarked
package lyceum.kernel.search;

import org.jspecify.annotations.NullMarked;
