package lyceum.community.qna;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.community.qna.LineTable.Kept;
import lyceum.community.qna.links.Links;
import lyceum.community.qna.links.Said;
import org.jdbi.v3.core.Handle;

/**
 * The talks as they are heard. What is in memory is only as good as the table: where a turn was taken back, or the hub was started
 * anew, the last lines are heard again. Lane's thread only.
 */
final class Talks {
    private static final int REMEMBERED = 200;
    private static final int TOO_MANY = 3_000;

    private final LineTable table;
    private final Links links = new Links();
    private final Map<String, Heard> talks = new HashMap<>();

    Talks(LineTable table) {
        this.table = table;
    }

    /**
     * The line that this one answers, which is not in the table yet; empty where it begins something new, and where no line that it
     * may answer is about a question: ranking them would tell nobody anything.
     */
    Optional<Kept> parent(Handle read, String talk, Kept line) {
        long newest = table.newest(read, talk);
        Heard heard = talks.get(talk);
        if (heard == null || heard.newest() != newest || heard.lines.size() > TOO_MANY) {
            heard = new Heard(links.listen());
            for (Kept earlier : table.last(read, talk, REMEMBERED)) {
                heard.pass(earlier);
            }
            talks.put(talk, heard);
        }
        if (line.replyTo() == null && !heard.isAboutQuestions()) {
            heard.pass(line);
            return Optional.empty();
        }
        long parent = heard.hear(line);
        return parent == line.id() ? Optional.empty() : table.find(read, parent);
    }

    /** The newest line of a talk turned out to be about a question. */
    void isAboutQuestion(String talk) {
        Heard heard = talks.get(talk);
        if (heard != null) {
            heard.concerned = heard.lines.size();
        }
    }

    /** A talk, and the numbers of the lines in it. */
    private static final class Heard {
        private final Links.Listening listening;
        private final List<Long> lines = new ArrayList<>();
        /** How many lines there were when one was last about a question. */
        private int concerned = -Links.REACH;

        Heard(Links.Listening listening) {
            this.listening = listening;
        }

        long newest() {
            return lines.isEmpty() ? 0 : lines.getLast();
        }

        boolean isAboutQuestions() {
            return lines.size() - concerned < Links.REACH;
        }

        void pass(Kept kept) {
            listening.pass(added(kept));
            if (kept.question() != null) {
                concerned = lines.size();
            }
        }

        long hear(Kept kept) {
            int back = listening.hear(added(kept));
            return lines.get(lines.size() - 1 - back);
        }

        private Said added(Kept kept) {
            lines.add(kept.id());
            Line line = kept.line();
            String replyTo = kept.replyTo() == null ? null : kept.replyTo().toString();
            return new Said(String.valueOf(kept.id()), line.at(), line.who().name(), line.said(), replyTo);
        }
    }
}
