/** The port to the features: what they want to hear, what they offer, what they answer. */
@NullMarked
package lyceum.kernel.feature;

import org.jspecify.annotations.NullMarked;
