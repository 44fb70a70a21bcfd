package lyceum.community.polls.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the records of cast votes in the formats of those who make voting machines. */
final class VoteRecords {
    private static final int CHOICES = 10;
    private static final int OUTSTACKED = 7;

    private final ObjectMapper json = new ObjectMapper();
    private final Contest contest;
    private final List<Vote> votes = new ArrayList<>();

    private VoteRecords(Contest contest) {
        this.contest = contest;
    }

    /** All votes of a contest; ballots on which it does not stand are left out. */
    static List<Vote> of(Contest contest) throws IOException {
        VoteRecords records = new VoteRecords(contest);
        for (JsonNode source : contest.sources()) {
            Path path = contest.beside(source.path("filePath").asText());
            switch (source.path("provider").asText()) {
                case "ess" -> records.sheet(source, path);
                case "genericCsv" -> records.columns(source, path);
                case "clearBallot" -> records.choices(source, path);
                case "hart" -> records.papers(source, path);
                case "dominion" -> records.sessions(source, path);
                case "cdf" -> new CommonFormat(source, records.tree(path)).read(records.votes);
                default -> throw new IOException("unknown format in " + contest.name());
            }
        }
        return records.votes;
    }

    private JsonNode tree(Path path) throws IOException {
        return path.toString().endsWith(".xml") ? XmlTree.read(path) : json.readTree(path.toFile());
    }

    private static int number(JsonNode source, String field) {
        return source.path(field).asInt();
    }

    private static String label(JsonNode source, String written) {
        if (written.isEmpty()) {
            return written;
        }
        if (written.equals(source.path("overvoteLabel").asText())) {
            return Vote.OVERVOTE;
        }
        return written.equals(source.path("undeclaredWriteInLabel").asText()) ? Contest.WRITE_IN : written;
    }

    /** ES&S: a column for each rank. */
    private void sheet(JsonNode source, Path path) throws IOException {
        int first = number(source, "firstVoteColumnIndex") - 1;
        int ranks = contest.limit("maxRankingsAllowed");
        String skipped = source.path("skippedRankLabel").asText();
        String between = source.path("overvoteDelimiter").asText();
        List<NavigableMap<Integer, String>> rows = Sheet.rows(path);
        for (NavigableMap<Integer, String> row : rows.subList(number(source, "firstVoteRowIndex") - 1, rows.size())) {
            Vote vote = new Vote();
            int last = ranks == Integer.MAX_VALUE ? (row.isEmpty() ? 0 : row.lastKey() - first + 1) : ranks;
            for (int rank = 1; rank <= last; rank++) {
                String cell = row.getOrDefault(first + rank - 1, "").strip();
                if (cell.isEmpty()
                        && source.path("treatBlankAsUndeclaredWriteIn").asBoolean()) {
                    vote.mark(rank, Contest.WRITE_IN);
                }
                for (String one : between.isEmpty() ? new String[] {cell} : cell.split(Pattern.quote(between), -1)) {
                    if (!one.isBlank() && !one.strip().equals(skipped)) {
                        vote.mark(rank, label(source, one.strip()));
                    }
                }
            }
            votes.add(vote);
        }
    }

    /** A column for each candidate, with ranks in its cells. */
    private void columns(JsonNode source, Path path) throws IOException {
        int first = number(source, "firstVoteColumnIndex") - 1;
        List<CsvRecord> rows = csv(path);
        List<String> header = rows.getFirst().getFields();
        for (CsvRecord row : rows.subList(number(source, "firstVoteRowIndex") - 1, rows.size())) {
            Vote vote = new Vote();
            for (int column = first; column < row.getFieldCount(); column++) {
                String rank = row.getField(column).strip();
                if (!rank.isEmpty()) {
                    vote.mark(Integer.parseInt(rank), label(source, header.get(column)));
                }
            }
            votes.add(vote);
        }
    }

    /** Clear Ballot: a column for each candidate at each rank, {@code choice:contest:rank:rule:candidate:party}. */
    private void choices(JsonNode source, Path path) throws IOException {
        List<CsvRecord> rows = csv(path);
        List<String> header = rows.getFirst().getFields();
        for (CsvRecord row : rows.subList(1, rows.size())) {
            Vote vote = new Vote();
            for (int column = CHOICES; column < row.getFieldCount(); column++) {
                String[] choice = header.get(column).split(":", -1);
                if (choice[1].equals(source.path("contestId").asText())
                        && Integer.parseInt(choice[2]) <= contest.limit("maxRankingsAllowed")
                        && row.getField(column).strip().equals("1")) {
                    vote.mark(Integer.parseInt(choice[2]), label(source, choice[4]));
                }
            }
            votes.add(vote);
        }
    }

    private static List<CsvRecord> csv(Path path) throws IOException {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(path)) {
            return rows.stream().toList();
        }
    }

    /** Hart: a file for each paper, and for each option a digit for each rank. */
    private void papers(JsonNode source, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            for (JsonNode one : XmlTree.read(file).path("Contests").path(0).path("Contest")) {
                if (!one.path("Id")
                        .path(0)
                        .asText()
                        .equals(source.path("contestId").asText())) {
                    continue;
                }
                Vote vote = new Vote();
                for (JsonNode option : one.path("Options").path(0).path("Option")) {
                    String digits = option.path("Value").path(0).asText();
                    for (int rank = 1; rank <= digits.length(); rank++) {
                        if (digits.charAt(rank - 1) == '1') {
                            vote.mark(
                                    rank,
                                    label(source, option.path("Id").path(0).asText()));
                        }
                    }
                }
                votes.add(vote);
            }
        }
    }

    /** Dominion: sessions of scanning, in one file or several, with what was corrected beside the original. */
    private void sessions(JsonNode source, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.getFileName().toString().matches("CvrExport(_\\d+)?\\.json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            for (JsonNode session : json.readTree(file.toFile()).path("Sessions")) {
                JsonNode original = session.path("Original");
                JsonNode current = original.path("IsCurrent").asBoolean() ? original : session.path("Modified");
                if (current.has("Cards")) {
                    current.path("Cards").forEach(card -> card(source, card));
                } else {
                    card(source, current);
                }
            }
        }
    }

    private void card(JsonNode source, JsonNode card) {
        for (JsonNode one : card.path("Contests")) {
            boolean out = false;
            for (JsonNode condition : one.path("OutstackConditionIds")) {
                out |= condition.asInt() == OUTSTACKED;
            }
            if (out || !one.path("Id").asText().equals(source.path("contestId").asText())) {
                continue;
            }
            Vote vote = new Vote();
            for (JsonNode mark : one.path("Marks")) {
                if (!mark.path("IsAmbiguous").asBoolean()) {
                    vote.mark(
                            mark.path("Rank").asInt(),
                            label(source, mark.path("CandidateId").asText()));
                }
            }
            votes.add(vote);
        }
    }
}
