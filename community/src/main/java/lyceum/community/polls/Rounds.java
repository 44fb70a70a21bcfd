package lyceum.community.polls;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lyceum.community.polls.count.Method;
import lyceum.community.polls.count.Tabulation;
import lyceum.community.polls.count.Tabulation.Round;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;

/** How ranked ballots came to a winner, round by round, as a fan can follow it. */
record Rounds(Method method, Tabulation result) {
    List<Say> inWords() {
        return switch (method) {
            case PLURALITY, APPROVAL, SCORE -> List.of();
            case IRV -> transfers("polls.round-won");
            case STV -> transfers(result.winners().size() == 1 ? "polls.round-won" : "polls.stv-in");
            case CONDORCET -> duels();
        };
    }

    /** What each had, and who was elected or went, so that votes moved on. */
    private List<Say> transfers(String elected) {
        List<Say> said = new ArrayList<>();
        for (Round round : result.rounds()) {
            String number = String.valueOf(said.size() + 1);
            String tally = tally(round, " ");
            if (!round.elected().isEmpty()) {
                String key =
                        quotaReached(round) ? elected : round.ties().isEmpty() ? "polls.stv-last" : "polls.round-drawn";
                said.add(Phrase.of(key, number, tally, String.join(", ", round.elected()), votes(quota(round))));
            } else if (!round.eliminated().isEmpty()) {
                said.add(Phrase.of("polls.stv-out", number, tally, String.join(", ", round.eliminated())));
            }
        }
        return said;
    }

    /** Where as few are left as seats they are in without it, and so is whom the lot prefers to the other of the last two. */
    private static boolean quotaReached(Round round) {
        return round.elected().stream().allMatch(option -> round.tally().getOrDefault(option, 0L) >= quota(round));
    }

    private static long quota(Round round) {
        return Optional.ofNullable(round.quota()).orElse(0L);
    }

    /** Each two of them against each other, the clearest first; then whom each of them stands above. */
    private List<Say> duels() {
        List<Say> said = new ArrayList<>();
        for (Round round : result.rounds()) {
            said.add(
                    round.elected().isEmpty()
                            ? Phrase.of("polls.duel", tally(round, " "))
                            : Phrase.of("polls.duels-won", tally(round, " > ")));
        }
        return said;
    }

    private static String tally(Round round, String between) {
        return round.tally().entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .map(each -> each.getKey() + between + votes(each.getValue()))
                .collect(Collectors.joining(" · "));
    }

    /** A number with up to four places. */
    private static String votes(long parts) {
        return BigDecimal.valueOf(parts, 4).stripTrailingZeros().toPlainString();
    }
}
