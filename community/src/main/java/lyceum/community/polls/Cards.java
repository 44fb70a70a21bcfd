package lyceum.community.polls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lyceum.community.polls.PollTable.Voter;
import lyceum.community.polls.count.Tabulation;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;

/** What is shown of polls. */
final class Cards {
    private static final int LONGEST_LABEL = 40;
    private static final int PERCENT = 100;

    private Cards() {}

    /** The poll with its counts, unless they are hidden, and a button for each option while it is open. */
    static Document card(Poll poll, List<List<Integer>> ballots) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(Text.of(poll.question())));
        blocks.add(new Block.Fields(fields(poll, ballots)));
        blocks.add(new Block.Paragraph(Phrase.of(
                poll.closed() ? "polls.voted-closed" : "polls.voted",
                String.valueOf(ballots.size()),
                String.valueOf(poll.id()))));
        if (poll.closed()) {
            return new Document(blocks, List.of());
        }
        how(poll).ifPresent(key -> blocks.add(new Block.Paragraph(Phrase.of(key))));
        if (poll.terms().named()) {
            blocks.add(new Block.Paragraph(Phrase.of("polls.how-named")));
        }
        return new Document(
                blocks,
                IntStream.range(0, poll.options().size())
                        .mapToObj(place -> new Choice(
                                Polls.NAME + ":vote:" + poll.id() + ":" + place,
                                Text.of(label(poll.options().get(place))),
                                Weight.PLAIN))
                        .toList());
    }

    /** The result with every count, and how ties were broken. */
    static Document result(Poll poll, List<List<Integer>> ballots) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(Phrase.of("polls.result", poll.question())));
        if (ballots.isEmpty()) {
            blocks.add(new Block.Paragraph(Phrase.of("polls.nobody")));
            return new Document(blocks, List.of());
        }
        if (ballots.size() < poll.terms().quorum()) {
            blocks.add(new Block.Paragraph(Phrase.of(
                    "polls.no-quorum",
                    String.valueOf(ballots.size()),
                    String.valueOf(poll.terms().quorum()))));
            blocks.add(new Block.Fields(fields(poll, ballots)));
            return new Document(blocks, List.of());
        }
        Tabulation result = poll.result(ballots);
        blocks.add(new Block.Paragraph(
                result.winners().size() == 1
                        ? Phrase.of("polls.winner", result.winners().getFirst())
                        : Phrase.of("polls.winners", String.join(", ", result.winners()))));
        blocks.add(new Block.Fields(fields(poll, ballots)));
        if (poll.ranked()) {
            blocks.add(new Block.Bullets(new Rounds(poll.method(), result).inWords()));
        }
        result.rounds().forEach(round -> round.ties().forEach(tie -> blocks.add(tied(tie, poll.seed()))));
        return new Document(blocks, List.of());
    }

    private static Block tied(Tabulation.Tie tie, String seed) {
        return new Block.Paragraph(Phrase.of("polls.tie", String.join(", ", tie.among()), tie.picked(), seed));
    }

    /** Who wanted what, where the ballots are open. */
    static Block named(Poll poll, List<Voter> voters) {
        return new Block.Bullets(voters.stream()
                .filter(voter -> !voter.name().isEmpty())
                .sorted(Comparator.comparing(Voter::name))
                .map(voter -> (Say) Text.of(voter.name() + ": " + poll.said(voter.wanted())))
                .toList());
    }

    private static Optional<String> how(Poll poll) {
        if (poll.quiz()) {
            return Optional.of("polls.how-quiz");
        }
        return switch (poll.method()) {
            case PLURALITY -> Optional.empty();
            case APPROVAL -> Optional.of("polls.how-several");
            case SCORE -> Optional.of("polls.how-scored");
            case IRV, STV, CONDORCET -> Optional.of("polls.how-ranked");
        };
    }

    private static List<Field> fields(Poll poll, List<List<Integer>> ballots) {
        boolean shown = poll.closed() || !poll.hidden();
        long[] counts = poll.counts(ballots);
        return IntStream.range(0, counts.length)
                .mapToObj(place -> new Field(
                        Text.of(poll.options().get(place)),
                        shown ? count(poll, counts[place], ballots.size()) : Phrase.of("polls.hidden")))
                .toList();
    }

    private static Say count(Poll poll, long count, int of) {
        if (poll.scored()) {
            return Phrase.of("polls.points", String.valueOf(count));
        }
        long share = of == 0 ? 0 : Math.round((double) count * PERCENT / of);
        return Phrase.of("polls.count", String.valueOf(count), String.valueOf(share));
    }

    private static String label(String option) {
        return option.codePointCount(0, option.length()) <= LONGEST_LABEL
                ? option
                : option.substring(0, option.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "…";
    }
}
