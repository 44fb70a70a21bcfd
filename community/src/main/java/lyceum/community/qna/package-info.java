/** Questions that were answered once, kept and found again in all rooms. */
@NullMarked
package lyceum.community.qna;

import org.jspecify.annotations.NullMarked;
