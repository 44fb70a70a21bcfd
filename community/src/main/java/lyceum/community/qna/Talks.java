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
import org.jspecify.annotations.Nullable;

/**
 * The talks as they are heard. Lines are ranked only while one that they may answer is about a question: otherwise it would tell
 * nobody anything. What is in memory is only as good as the table: where a turn was taken back, or the hub was started anew, the last
 * lines are heard again. Lane's thread only.
 */
final class Talks {
    private static final int REMEMBERED = 200;
    private static final int TOO_MANY = 3_000;

    private final LineTable table;
    private final Map<String, Talk> talks = new HashMap<>();
    /** Read when somebody asks something for the first time. */
    private @Nullable Links links;

    Talks(LineTable table) {
        this.table = table;
    }

    /** The line that this one answers, which is not in the table yet; empty where it begins something new, and where none is ranked. */
    Optional<Kept> parent(Handle read, String talk, Kept line) {
        Talk heard = upToDate(read, talk);
        long parent = heard.isQuiet() ? line.id() : ranked(read, talk, heard, line);
        heard.pass(line);
        return parent == line.id() ? Optional.empty() : table.find(read, parent);
    }

    /** Hears a line of which it is known what it answers. */
    void pass(Handle read, String talk, Kept line) {
        Talk heard = upToDate(read, talk);
        if (heard.lines != null) {
            heard.lines.pass(line);
        }
        heard.pass(line);
    }

    /** The newest line of a talk turned out to be about a question. */
    void isAboutQuestion(String talk) {
        Talk heard = talks.get(talk);
        if (heard != null) {
            heard.quiet = 0;
        }
    }

    private Talk upToDate(Handle read, String talk) {
        long newest = table.newest(read, talk);
        Talk heard = talks.get(talk);
        if (heard == null || heard.newest != newest) {
            heard = new Talk(newest);
            table.last(read, talk, Links.REACH).forEach(heard::pass);
            talks.put(talk, heard);
        }
        return heard;
    }

    private long ranked(Handle read, String talk, Talk heard, Kept line) {
        Lines lines = heard.lines;
        if (lines == null || lines.ids.size() > TOO_MANY) {
            links = links == null ? new Links() : links;
            lines = new Lines(links.listen());
            table.last(read, talk, REMEMBERED).forEach(lines::pass);
            heard.lines = lines;
        }
        return lines.hear(line);
    }

    private static final class Talk {
        private long newest;
        /** How many lines were heard since the last one about a question. */
        private int quiet = Links.REACH;

        private @Nullable Lines lines;

        Talk(long newest) {
            this.newest = newest;
        }

        boolean isQuiet() {
            return quiet >= Links.REACH;
        }

        void pass(Kept line) {
            newest = line.id();
            quiet = line.question() == null ? quiet + 1 : 0;
            lines = isQuiet() ? null : lines;
        }
    }

    /** The lines of a talk, and their numbers. */
    private static final class Lines {
        private final Links.Listening listening;
        private final List<Long> ids = new ArrayList<>();

        Lines(Links.Listening listening) {
            this.listening = listening;
        }

        void pass(Kept kept) {
            listening.pass(added(kept));
        }

        long hear(Kept kept) {
            int back = listening.hear(added(kept));
            return ids.get(ids.size() - 1 - back);
        }

        private Said added(Kept kept) {
            ids.add(kept.id());
            Line line = kept.line();
            String replyTo = kept.replyTo() == null ? null : kept.replyTo().toString();
            return new Said(String.valueOf(kept.id()), line.at(), line.who().name(), line.said(), replyTo);
        }
    }
}
