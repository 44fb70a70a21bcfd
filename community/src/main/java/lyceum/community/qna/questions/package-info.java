/** Whether somebody asks something: pure, and quick enough for every line. */
@NullMarked
package lyceum.community.qna.questions;

import org.jspecify.annotations.NullMarked;
