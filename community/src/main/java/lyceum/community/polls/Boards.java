package lyceum.community.polls;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lyceum.community.polls.PollTable.Voter;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;

/** What is shown of quizzes: who was right and quick, and the board over all quizzes of a class. */
final class Boards {
    private static final int SHOWN = 10;
    private static final double SECOND = 1_000;

    private Boards() {}

    /** The right answer, and who gave it first. */
    static Document result(Poll quiz, List<Voter> voters) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title(Phrase.of("polls.result", quiz.question())));
        List<Voter> right =
                voters.stream().filter(voter -> voter.speed().points() > 0).toList();
        blocks.add(new Block.Paragraph(Phrase.of(
                "polls.right",
                quiz.options().get(quiz.terms().answer()),
                String.valueOf(right.size()),
                String.valueOf(voters.size()))));
        List<Say> best = new ArrayList<>();
        for (Voter voter : right.stream().limit(SHOWN).toList()) {
            best.add(Phrase.of(
                    "polls.quick",
                    String.valueOf(best.size() + 1),
                    voter.name(),
                    String.valueOf(voter.speed().points()),
                    String.format(Locale.ROOT, "%.1f", voter.speed().took() / SECOND)));
        }
        if (!best.isEmpty()) {
            blocks.add(new Block.Bullets(best));
        }
        return new Document(blocks, List.of());
    }

    /** The sums of points over several quizzes. */
    static Document board(List<List<Voter>> quizzes) {
        Map<Long, Sum> sums = new LinkedHashMap<>();
        quizzes.forEach(quiz -> quiz.forEach(voter ->
                sums.merge(voter.member(), new Sum(voter.name(), voter.speed().points(), 1), Sum::plus)));
        List<Say> lines = new ArrayList<>();
        sums.values().stream()
                .filter(sum -> sum.points() > 0)
                .sorted(Comparator.comparingInt(Sum::points).reversed().thenComparing(Sum::name))
                .limit(SHOWN)
                .forEach(sum -> lines.add(Phrase.of(
                        "polls.sum",
                        String.valueOf(lines.size() + 1),
                        sum.name(),
                        String.valueOf(sum.points()),
                        String.valueOf(sum.quizzes()))));
        if (lines.isEmpty()) {
            return Document.of(Phrase.of("polls.no-board"));
        }
        return new Document(
                List.of(
                        new Block.Title(Phrase.of("polls.board", String.valueOf(quizzes.size()))),
                        new Block.Bullets(lines)),
                List.of());
    }

    static Document joined(Document first, Document second) {
        Document both = first;
        for (Block block : second.blocks()) {
            both = both.plus(block);
        }
        return both;
    }

    private record Sum(String name, int points, int quizzes) {
        Sum plus(Sum other) {
            return new Sum(other.name, points + other.points, quizzes + other.quizzes);
        }
    }
}
