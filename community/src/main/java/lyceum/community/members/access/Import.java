package lyceum.community.members.access;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lyceum.community.members.access.Fact.Paid;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.id.AuthorId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Entitlements from a table that somebody keeps elsewhere: CSV in UTF-8 with the columns {@code account}, {@code plan}, {@code from},
 * {@code until} and {@code id}, in any order. The last two may be left out. The same file may be taken in any number of times.
 */
public final class Import {
    private static final String SOURCE = "import";
    private static final String BOM = "\uFEFF";
    private static final List<String> COLUMNS = List.of("account", "plan", "from", "until", "id");
    private static final List<String> NEEDED = List.of("account", "plan", "from");
    private static final int MOST_TOLD = 200;

    private final Set<String> plans;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final List<Fact> facts = new ArrayList<>();
    private final Map<String, Long> lines = new HashMap<>();

    private Import(Set<String> plans) {
        this.plans = plans;
    }

    /**
     * What is wrong in one cell.
     *
     * @param line from 1, the header's
     * @param column from 1; 0 for the whole line
     */
    public record Mistake(long line, int column, Phrase what) {}

    /** What taking it in changes: how many entitlements are new, how many change, how many stand as they are. */
    public record Changes(int fresh, int changed, int same) {}

    /** @param plans their names */
    public static Import read(String csv, Set<String> plans) {
        Import read = new Import(plans);
        read.rows(csv.startsWith(BOM) ? csv.substring(1) : csv);
        return read;
    }

    /** All of them, in the order of lines; nothing is to be taken in while there is one. */
    public List<Mistake> mistakes() {
        return List.copyOf(mistakes);
    }

    /** @param write whether to do it, rather than to say what it would do */
    public Changes into(Handle db, boolean write) {
        BookTable books = new BookTable();
        int fresh = 0;
        int changed = 0;
        for (Fact fact : facts) {
            Entitlement before =
                    books.find(db, fact.account(), fact.source(), fact.id()).orElse(null);
            Entitlement after = Ledger.after(before, fact);
            boolean says = after.equals(before);
            fresh += before == null ? 1 : 0;
            changed += before != null && !says ? 1 : 0;
            if (write && !says) {
                books.put(db, after);
                books.keep(db, fact, "paid", SOURCE);
            }
        }
        return new Changes(fresh, changed, facts.size() - fresh - changed);
    }

    private void rows(String csv) {
        Map<String, Integer> places = null;
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(csv)) {
            for (CsvRecord row : rows) {
                if (places == null) {
                    places = header(row);
                } else if (mistakes.size() < MOST_TOLD) {
                    row(new Cells(row, places));
                }
            }
        } catch (CsvParseException | IOException e) {
            wrong(0, 0, "access.csv-broken", String.valueOf(e.getMessage()));
        }
        if (places == null) {
            wrong(1, 0, "access.csv-empty", String.join(", ", NEEDED));
        }
    }

    private Map<String, Integer> header(CsvRecord row) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < row.getFieldCount(); i++) {
            String name = row.getField(i).strip().toLowerCase(Locale.ROOT);
            if (!COLUMNS.contains(name)) {
                wrong(row.getStartingLineNumber(), i + 1, "access.csv-column", name, String.join(", ", COLUMNS));
            } else if (places.put(name, i) != null) {
                wrong(row.getStartingLineNumber(), i + 1, "access.csv-twice", name);
            }
        }
        NEEDED.stream()
                .filter(name -> !places.containsKey(name))
                .forEach(name -> wrong(row.getStartingLineNumber(), 0, "access.csv-missing", name));
        return places;
    }

    /** One row, by the names of its columns. */
    private record Cells(CsvRecord row, Map<String, Integer> places) {
        String get(String name) {
            int place = places.getOrDefault(name, -1);
            return place < 0 || place >= row.getFieldCount()
                    ? ""
                    : row.getField(place).strip();
        }

        long line() {
            return row.getStartingLineNumber();
        }

        int column(String name) {
            return places.getOrDefault(name, -1) + 1;
        }
    }

    private void row(Cells cells) {
        int before = mistakes.size();
        AuthorId account = account(cells);
        String plan = cells.get("plan");
        if (!plans.contains(plan)) {
            wrong(
                    cells.line(),
                    cells.column("plan"),
                    "access.csv-plan",
                    plan,
                    String.join(", ", plans.stream().sorted().toList()));
        }
        Instant from = time(cells, "from");
        Instant until = cells.get("until").isEmpty() ? null : time(cells, "until");
        if (from == null && cells.get("from").isEmpty()) {
            wrong(cells.line(), cells.column("from"), "access.csv-time", "");
        }
        if (from != null && until != null && !until.isAfter(from)) {
            wrong(cells.line(), cells.column("until"), "access.csv-order");
        }
        if (account == null || from == null || mistakes.size() > before) {
            return;
        }
        String id = cells.get("id").isEmpty() ? plan + "@" + cells.get("from") : cells.get("id");
        Long first = lines.putIfAbsent(account + " " + id, cells.line());
        if (first != null) {
            wrong(cells.line(), 0, "access.csv-again", Long.toString(first));
        } else {
            facts.add(new Paid(account, SOURCE, id, plan, until, true, from));
        }
    }

    private @Nullable AuthorId account(Cells cells) {
        String word = cells.get("account");
        if (word.matches("[a-z]{1,16}:\\S{1,80}")) {
            return AuthorId.parse(word);
        }
        wrong(cells.line(), cells.column("account"), "access.csv-account", word);
        return null;
    }

    /** A day is its beginning in UTC. */
    private @Nullable Instant time(Cells cells, String name) {
        String word = cells.get(name);
        try {
            return word.isEmpty()
                    ? null
                    : word.length() <= 10
                            ? LocalDate.parse(word).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(word);
        } catch (DateTimeException e) {
            wrong(cells.line(), cells.column(name), "access.csv-time", word);
            return null;
        }
    }

    private void wrong(long line, int column, String phrase, String... words) {
        String[] shortened = new String[words.length];
        for (int i = 0; i < words.length; i++) {
            shortened[i] = words[i].substring(0, Math.min(words[i].length(), 80));
        }
        mistakes.add(new Mistake(line, column, Phrase.of(phrase, shortened)));
    }
}
