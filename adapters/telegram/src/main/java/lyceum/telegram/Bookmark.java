package lyceum.telegram;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the list of all payments was read, kept over a restart: how many, and which was the last. A file that cannot be read or
 * written costs a second reading and nothing else.
 */
final class Bookmark {
    private static final Logger LOG = LoggerFactory.getLogger(Bookmark.class);
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9}) (\\S+)\\s*");

    private final @Nullable Path file;
    private Mark mark;

    /** @param last the id of the newest one read; empty where none was */
    record Mark(int count, String last) {
        static final Mark NOTHING = new Mark(0, "");
    }

    /** @param file or null to forget it with the process */
    Bookmark(@Nullable Path file) {
        this.file = file;
        this.mark = file == null ? Mark.NOTHING : read(file);
    }

    Mark get() {
        return mark;
    }

    void set(Mark now) {
        mark = now;
        if (file == null) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, now.count() + " " + now.last());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("telegram: {} cannot be written: {}", file, e.getMessage());
        }
    }

    private static Mark read(Path file) {
        try {
            Matcher written = WRITTEN.matcher(Files.exists(file) ? Files.readString(file) : "");
            return written.matches() ? new Mark(Integer.parseInt(written.group(1)), written.group(2)) : Mark.NOTHING;
        } catch (IOException e) {
            LOG.warn("telegram: {} cannot be read; all payments are read again", file, e);
            return Mark.NOTHING;
        }
    }
}
