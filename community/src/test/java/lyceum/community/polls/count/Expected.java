package lyceum.community.polls.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lyceum.community.polls.count.Tabulation.Round;

/** The report that the suite expects of a count, round by round. */
record Expected(List<Step> steps) {
    /** One round; votes in parts of one. Who leaves is named in each. */
    record Step(Map<String, Long> tally, Set<String> elected, Set<String> eliminated, long exhausted, long threshold) {

        /** What of a round of ours differs, or nothing. */
        String difference(Round round) {
            if (!round.tally().keySet().equals(tally.keySet())) {
                return "stand " + round.tally().keySet() + " not " + tally.keySet();
            }
            if (!round.tally().equals(tally)) {
                return "tally " + round.tally() + " not " + tally;
            }
            if (!Set.copyOf(round.elected()).equals(elected)) {
                return "elected " + round.elected() + " not " + elected;
            }
            if (!Set.copyOf(round.eliminated()).equals(eliminated)) {
                return "eliminated " + round.eliminated() + " not " + eliminated;
            }
            if (round.quota() == null || round.quota() != threshold) {
                return "quota " + round.quota() + " not " + threshold;
            }
            return round.exhausted() == exhausted ? "" : "exhausted " + round.exhausted() + " not " + exhausted;
        }
    }

    static Expected read(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        for (JsonNode round : new ObjectMapper().readTree(file.toFile()).path("results")) {
            Map<String, Long> tally = new TreeMap<>();
            round.path("tally").properties().forEach(one -> tally.put(one.getKey(), parts(one.getValue())));
            Set<String> elected = new TreeSet<>();
            Set<String> eliminated = new TreeSet<>();
            for (JsonNode result : round.path("tallyResults")) {
                if (result.has("elected")) {
                    elected.add(result.path("elected").asText());
                } else {
                    eliminated.add(result.path("eliminated").asText());
                }
            }
            long exhausted = round.path("inactiveBallots").properties().stream()
                    .filter(one -> !one.getKey().equals("finalRoundSurplus"))
                    .mapToLong(one -> parts(one.getValue()))
                    .sum();
            steps.add(new Step(tally, elected, eliminated, exhausted, parts(round.path("threshold"))));
        }
        return new Expected(steps);
    }

    private static long parts(JsonNode votes) {
        return new BigDecimal(votes.asText()).movePointRight(4).longValueExact();
    }

    /** The first difference, or nothing. */
    String difference(Tabulation tabulation) {
        List<Round> rounds = tabulation.rounds();
        for (int at = 0; at < Math.min(rounds.size(), steps.size()); at++) {
            String difference = steps.get(at).difference(rounds.get(at));
            if (!difference.isEmpty()) {
                return "round " + (at + 1) + ": " + difference;
            }
        }
        return rounds.size() == steps.size() ? "" : "rounds " + rounds.size() + " not " + steps.size();
    }

    /** Whether every round is one of ours, in order, with the same votes, threshold and winners, and ours has others between. */
    boolean isWithin(Tabulation tabulation) {
        int at = 0;
        for (Round round : tabulation.rounds()) {
            Step step = at < steps.size() ? steps.get(at) : null;
            if (step != null
                    && step.tally().equals(round.tally())
                    && step.elected().equals(Set.copyOf(round.elected()))
                    && step.exhausted() == round.exhausted()
                    && round.quota() != null
                    && round.quota() == step.threshold()) {
                at++;
            }
        }
        return at > 0 && at == steps.size();
    }

    /** Of several who are tied, the place of who left first here; of some who left together or never, the first. */
    int choice(List<String> among) {
        for (Step step : steps) {
            for (int at = 0; at < among.size(); at++) {
                if (step.eliminated().contains(among.get(at))) {
                    return at;
                }
            }
        }
        for (int at = 0; at < among.size(); at++) {
            String name = among.get(at);
            if (steps.stream().anyMatch(step -> step.elected().contains(name))) {
                return at;
            }
        }
        return 0;
    }

    /** What is left when undeclared write-ins, who go first and alone, were never there; nothing where they did not. */
    Expected withoutWriteIns() {
        return !steps.isEmpty() && steps.getFirst().eliminated().equals(Set.of(Contest.WRITE_IN))
                ? new Expected(steps.subList(1, steps.size()))
                : new Expected(List.of());
    }

    String winner() {
        return steps.stream()
                .flatMap(step -> step.elected().stream())
                .findFirst()
                .orElse("");
    }
}
