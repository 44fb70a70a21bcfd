package lyceum.program;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lyceum.community.qna.Faq;
import lyceum.community.qna.FaqTable;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import lyceum.sqlite.Sqlite;
import lyceum.web.faq.FaqFolder;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public pages of a data folder. Where they were written is remembered there, so that a hub that runs writes them again soon after
 * something was withdrawn.
 */
final class FaqExport {
    private static final Logger LOG = LoggerFactory.getLogger(FaqExport.class);
    private static final String REMEMBERED = "faq-folders.txt";
    private static final String BETWEEN = "\t";

    private final Path data;
    private final FaqTable table = new FaqTable();
    private final Phrases phrases = Phrases.of("web");
    private volatile List<Faq> written = List.of();

    /** @param data where the database is */
    FaqExport(Path data) {
        this.data = data;
    }

    /** A folder of pages: where, under which address and what title. */
    record Target(Path folder, URI address, String title) {
        String line() {
            return String.join(BETWEEN, folder.toString(), address.toString(), title.replaceAll("\\s+", " "));
        }

        static Target of(String line) {
            String[] parts = line.split(BETWEEN, 3);
            return new Target(Path.of(parts[0]), URI.create(parts[1]), parts[2]);
        }
    }

    /** Writes the pages and remembers where; says how many answers there are. */
    int write(Target target) throws IOException {
        List<Faq> all = Sqlite.readers(data.resolve(FollowingIndex.DATABASE)).withHandle(table::all);
        write(target, all);
        Set<String> lines = new LinkedHashSet<>(remembered());
        lines.removeIf(line -> Target.of(line).folder().equals(target.folder()));
        lines.add(target.line());
        Files.write(
                data.resolve(REMEMBERED),
                lines,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING);
        return all.size();
    }

    /** Writes all remembered folders again if anything changed since; to be called now and then. */
    void follow(Jdbi readers) {
        try {
            List<String> lines = remembered();
            if (lines.isEmpty()) {
                return;
            }
            List<Faq> all = readers.withHandle(table::all);
            if (!all.equals(written)) {
                for (String line : lines) {
                    write(Target.of(line), all);
                }
                written = all;
            }
        } catch (IOException | JdbiException e) {
            LOG.warn("the public pages stay as they were for now: {}", e.toString());
        }
    }

    private List<String> remembered() throws IOException {
        Path file = data.resolve(REMEMBERED);
        return Files.exists(file) ? Files.readAllLines(file, StandardCharsets.UTF_8) : List.of();
    }

    private void write(Target target, List<Faq> all) throws IOException {
        List<FaqFolder.Entry> entries = new ArrayList<>();
        for (Faq faq : all) {
            Stream.of(Language.values()).filter(each -> faq.in(each).isWhole()).forEach(each -> {
                Faq.Words words = faq.in(each);
                entries.add(new FaqFolder.Entry(faq.id(), each, words.asked(), words.answer(), faq.at()));
            });
        }
        new FaqFolder(target.folder(), target.address(), target.title(), phrases).write(entries);
    }
}
