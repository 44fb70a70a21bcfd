/** The protocol {@code lyceum-draw/1}: pure functions from published bytes to the order of the winners. */
@NullMarked
package lyceum.community.giveaways.draw;

import org.jspecify.annotations.NullMarked;
