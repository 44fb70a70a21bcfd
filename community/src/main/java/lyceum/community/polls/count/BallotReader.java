package lyceum.community.polls.count;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import lyceum.community.polls.count.Ballots.Ballot;
import lyceum.community.polls.count.Ballots.Mark;
import lyceum.kernel.document.Phrase;

/** Reads ballots from CSV: a header row, then a row for each voter with one rank in each further cell. */
public final class BallotReader {
    private static final Pattern EQUAL = Pattern.compile("=");
    private static final Pattern POINTS = Pattern.compile("-?\\d{1,9}(\\.\\d{1,4})?");

    private final boolean points;
    private final Set<String> voters = new HashSet<>();
    private final TreeSet<String> names = new TreeSet<>(BallotReader::inBytes);

    /** @param method scores are read as {@code option:points} */
    public BallotReader(Method method) {
        points = method == Method.SCORE;
    }

    /** Why ballots cannot be counted, as a phrase in both languages. */
    public static final class BadBallots extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Phrase phrase;

        BadBallots(String key, Object... args) {
            super(key);
            phrase = Phrase.of(
                    "polls." + key, Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
        }

        public Phrase phrase() {
            return phrase;
        }
    }

    /** One option as it was written. */
    private record Named(String name, long points) {}

    public Ballots read(Reader csv) throws BadBallots {
        List<List<List<Named>>> rows = new ArrayList<>();
        boolean header = true;
        try {
            for (CsvRecord row : rows(csv)) {
                if (!header) {
                    rows.add(row(row));
                }
                header = false;
            }
        } catch (CsvParseException e) {
            throw new BadBallots("ballots-csv", String.valueOf(e.getMessage()));
        }
        if (header) {
            throw new BadBallots("ballots-header");
        }
        return numbered(rows);
    }

    /** Rows may be shorter than the header, as spreadsheets leave out what is empty at the end, or longer. */
    private static CsvReader<CsvRecord> rows(Reader csv) {
        return CsvReader.builder()
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(csv);
    }

    private List<List<Named>> row(CsvRecord row) throws BadBallots {
        String voter = row.getField(0).strip();
        if (!voter.isEmpty() && !voters.add(voter)) {
            throw new BadBallots("ballots-voter", row.getStartingLineNumber(), voter);
        }
        List<List<Named>> ranks = new ArrayList<>();
        for (String cell : row.getFields().subList(1, row.getFieldCount())) {
            List<Named> rank = new ArrayList<>();
            for (String written : EQUAL.split(cell, -1)) {
                if (!written.isBlank()) {
                    rank.add(named(written.strip(), row.getStartingLineNumber()));
                }
            }
            ranks.add(rank);
        }
        return ranks;
    }

    private Named named(String written, long line) throws BadBallots {
        int colon = written.lastIndexOf(':');
        String name = points && colon >= 0 ? written.substring(0, colon).strip() : written;
        String number = points ? written.substring(colon + 1).strip() : "0";
        if (points && (colon < 0 || name.isEmpty() || !POINTS.matcher(number).matches())) {
            throw new BadBallots("ballots-points", line, written);
        }
        String normal = Normalizer.normalize(name, Normalizer.Form.NFC);
        names.add(normal);
        return new Named(normal, new BigDecimal(number).movePointRight(4).longValueExact());
    }

    private Ballots numbered(List<List<List<Named>>> rows) {
        List<String> options = List.copyOf(names);
        Map<String, Integer> numbers = new HashMap<>();
        options.forEach(option -> numbers.put(option, numbers.size()));
        List<Ballot> ballots = new ArrayList<>();
        for (List<List<Named>> row : rows) {
            ballots.add(new Ballot(row.stream()
                    .map(rank -> rank.stream()
                            .map(one -> new Mark(numbers.getOrDefault(one.name(), -1), one.points()))
                            .toList())
                    .toList()));
        }
        return new Ballots(options, ballots);
    }

    private static int inBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
