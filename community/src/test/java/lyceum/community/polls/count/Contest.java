package lyceum.community.polls.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A contest of a public tabulator's suite: who stands, by which rules, and where the records of votes are. */
final class Contest {
    /** How the suite's reports name a write-in whom nobody declared. */
    static final String WRITE_IN = "Undeclared Write-ins";

    private final Path file;
    private final JsonNode config;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> standing = new TreeSet<>();

    private Contest(Path file, JsonNode config) {
        this.file = file;
        this.config = config;
        for (JsonNode candidate : config.path("candidates")) {
            String name = candidate.path("name").asText();
            names.put(name, name);
            names.put(candidate.path("code").asText(name), name);
            candidate.path("aliases").forEach(alias -> names.put(alias.asText(), name));
            if (!candidate.path("excluded").asBoolean()) {
                standing.add(name);
            }
        }
        names.remove("");
        names.put(WRITE_IN, WRITE_IN);
        for (JsonNode source : config.path("cvrFileSources")) {
            if (!source.path("undeclaredWriteInLabel").asText().isBlank()
                    || source.path("treatBlankAsUndeclaredWriteIn").asBoolean()) {
                standing.add(WRITE_IN);
            }
        }
    }

    /** All contests below a folder, in the order of their names. */
    static List<Contest> under(Path folder) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(file -> file.toString().endsWith("_config.json"))
                    .sorted()
                    .toList();
        }
        List<Contest> contests = new ArrayList<>();
        for (Path file : files) {
            contests.add(new Contest(file, json.readTree(file.toFile())));
        }
        return contests;
    }

    String name() {
        return file.getFileName().toString().replace("_config.json", "");
    }

    /** The file of what is expected of the whole contest, or of one pass of several. */
    Path expected(String pass) {
        return file.resolveSibling(name() + pass + "_expected_detailed_report.json");
    }

    /** Whether the records of votes are there; copies may lack the largest. */
    boolean isThere() {
        return sources().stream()
                .map(source -> beside(source.path("filePath").asText()))
                .allMatch(path -> Files.isRegularFile(path) || exports(path));
    }

    private static boolean exports(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .anyMatch(name -> name.startsWith("CvrExport") || name.endsWith(".xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path beside(String relative) {
        return file.resolveSibling(relative).normalize();
    }

    List<JsonNode> sources() {
        return StreamSupport.stream(config.path("cvrFileSources").spliterator(), false)
                .toList();
    }

    Set<String> standing() {
        return standing;
    }

    /** Who is meant by what a record says. */
    String named(String written) {
        String name = names.get(written);
        if (name == null) {
            throw new IllegalArgumentException(name() + " does not know " + written);
        }
        return name;
    }

    String rule(String name) {
        return config.path("rules").path(name).asText();
    }

    /** A number that a rule gives, or the greatest where it gives none. */
    int limit(String name) {
        String value = rule(name);
        return value.matches("\\d+") ? Integer.parseInt(value) : Integer.MAX_VALUE;
    }

    int seats() {
        return "multiPassIrv".equals(rule("winnerElectionMode")) ? 1 : limit("numberOfWinners");
    }

    /** Whether our methods elect as this contest does. */
    boolean isOurs() {
        return List.of("singleWinnerMajority", "multiPassIrv", "multiWinnerAllowMultipleWinnersPerRound")
                .contains(rule("winnerElectionMode"));
    }

    int passes() {
        return "multiPassIrv".equals(rule("winnerElectionMode")) ? limit("numberOfWinners") : 1;
    }

    /** Rules of this contest that ours cannot say; they need not have mattered. */
    String lacking() {
        List<String> switches = Stream.of(
                        "batchElimination",
                        "continueUntilTwoCandidatesRemain",
                        "doesFirstRoundDetermineThreshold",
                        "hareQuota",
                        "nonIntegerWinningThreshold",
                        "cutoffElimination")
                .filter(rule -> config.path("rules").path(rule).asBoolean())
                .toList();
        return Stream.of(
                        switches.stream(),
                        Stream.of(rule("winnerElectionMode")).filter(mode -> !isOurs()),
                        Stream.of("stopTabulationEarlyAfterRound")
                                .filter(rule -> !rule(rule).isEmpty()),
                        Stream.of("exhaustIfMultipleContinuing").filter(rule -> rule.equals(rule("overvoteRule"))),
                        Stream.of("write-ins go first").filter(rule -> standing.contains(WRITE_IN)))
                .flatMap(rules -> rules)
                .collect(Collectors.joining(", "));
    }
}
