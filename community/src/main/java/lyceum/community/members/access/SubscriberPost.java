package lyceum.community.members.access;

import java.util.List;
import lyceum.kernel.document.Block.File;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;

/**
 * Something that only those read who have a plan.
 *
 * @param plan its name
 * @param gone whether it was taken back
 */
record SubscriberPost(long id, String plan, AuthorId author, Content content, boolean gone) {
    private static final int LONGEST_TITLE = 60;

    /** What is kept for them. */
    record Content(Text words, List<File> files) {
        static final Content EMPTY = new Content(Text.EMPTY, List.of());

        Content {
            files = List.copyOf(files);
        }

        boolean isEmpty() {
            return words.plain().isBlank() && files.isEmpty();
        }

        /** The first line, which everybody may read; empty where it is all there is. */
        String title() {
            List<String> lines =
                    words.plain().lines().filter(line -> !line.isBlank()).toList();
            if (lines.isEmpty() || (lines.size() == 1 && files.isEmpty())) {
                return "";
            }
            String first = lines.getFirst().strip();
            return first.codePointCount(0, first.length()) <= LONGEST_TITLE
                    ? first
                    : first.substring(0, first.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
        }
    }
}
