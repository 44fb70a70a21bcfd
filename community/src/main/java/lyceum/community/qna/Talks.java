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

    /** The line that this one answers, which is not in the table yet; empty where it begins something new. */
    Optional<Kept> parent(Handle read, String talk, Kept line) {
        long newest = table.newest(read, talk);
        Heard heard = talks.get(talk);
        if (heard == null || heard.newest() != newest || heard.lines.size() > TOO_MANY) {
            heard = new Heard(links.listen());
            for (Kept earlier : table.last(read, talk, REMEMBERED)) {
                heard.hear(earlier);
            }
            talks.put(talk, heard);
        }
        long parent = heard.hear(line);
        return parent == line.id() ? Optional.empty() : table.find(read, parent);
    }

    /** A talk, and the numbers of the lines in it. */
    private record Heard(Links.Listening listening, List<Long> lines) {
        Heard(Links.Listening listening) {
            this(listening, new ArrayList<>());
        }

        long newest() {
            return lines.isEmpty() ? 0 : lines.getLast();
        }

        long hear(Kept kept) {
            lines.add(kept.id());
            Line line = kept.line();
            String replyTo = kept.replyTo() == null ? null : kept.replyTo().toString();
            int back = listening.hear(
                    new Said(String.valueOf(kept.id()), line.at(), line.who().name(), line.said(), replyTo));
            return lines.get(lines.size() - 1 - back);
        }
    }
}
