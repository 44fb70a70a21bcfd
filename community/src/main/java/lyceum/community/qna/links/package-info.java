/** Who answers whom: a graph of replies over chat that has no threads. */
@NullMarked
package lyceum.community.qna.links;

import org.jspecify.annotations.NullMarked;
