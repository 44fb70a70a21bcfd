/** The wall of a live class: what people ask, equal questions as one, the most wanted first. */
@NullMarked
package lyceum.community.qna.wall;

import org.jspecify.annotations.NullMarked;
