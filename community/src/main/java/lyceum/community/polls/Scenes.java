package lyceum.community.polls;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Overlay;
import lyceum.kernel.feature.ReadTx;

/** A poll over the picture of a stream: a bar for each option with its number in chat, then what came out. */
record Scenes(PollTable table) {
    private static final int PERCENT = 100;

    Overlay overlay() {
        return new Overlay("poll", this::scene);
    }

    private Optional<Overlay.Scene> scene(long id, ReadTx tx) {
        return table.find(tx.read(), id).map(poll -> {
            List<List<Integer>> ballots = table.ballots(tx.read(), id);
            List<String> winners = poll.closed() ? outcome(poll, ballots) : List.of();
            List<Say> lines = new ArrayList<>();
            if (poll.closed()) {
                lines.add(told(ballots, winners));
            }
            lines.add(Phrase.of("polls.scene-voted", String.valueOf(ballots.size())));
            if (!poll.closed()) {
                lines.add(Phrase.of(poll.ranked() ? "polls.scene-how-ranked" : "polls.scene-how"));
            }
            Duration left = poll.closed() ? null : Duration.between(tx.now(), poll.closes());
            return new Overlay.Scene(
                    Text.of(poll.question()), bars(poll, ballots, winners), lines, poll.closed(), left);
        });
    }

    /** What won, or was right. */
    private static List<String> outcome(Poll poll, List<List<Integer>> ballots) {
        return poll.quiz() ? List.of(poll.options().get(poll.terms().answer())) : poll.winners(ballots);
    }

    private static Say told(List<List<Integer>> ballots, List<String> winners) {
        if (ballots.isEmpty()) {
            return Phrase.of("polls.nobody");
        }
        return winners.isEmpty()
                ? Phrase.of("polls.scene-no-quorum")
                : Phrase.of("polls.scene-winner", String.join(", ", winners));
    }

    private static List<Overlay.Bar> bars(Poll poll, List<List<Integer>> ballots, List<String> winners) {
        boolean shown = poll.closed() || !poll.hidden();
        long[] counts = poll.counts(ballots);
        long most = Arrays.stream(counts).max().orElse(0);
        List<Overlay.Bar> bars = new ArrayList<>();
        for (int place = 0; place < counts.length; place++) {
            String option = poll.options().get(place);
            Text name = Text.of((place + 1) + "  " + option);
            int whole = Math.max(1, ballots.size() * (poll.scored() ? Poll.MOST_POINTS : 1));
            int percent = (int) Math.round((double) counts[place] * PERCENT / whole);
            boolean leads = poll.closed() ? winners.contains(option) : most > 0 && counts[place] == most;
            bars.add(
                    shown
                            ? new Overlay.Bar(name, Text.of(counts[place] + " · " + percent + " %"), percent, leads)
                            : new Overlay.Bar(name, Text.EMPTY, 0, false));
        }
        return bars;
    }
}
