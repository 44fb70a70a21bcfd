/** Discord's markdown, read and written, and the names that it shows above words: pure, and the same for every driver that speaks there. */
@NullMarked
package lyceum.kernel.markdown;

import org.jspecify.annotations.NullMarked;
