package lyceum.community.qna.links;

import java.util.List;

/** Scores the lines that a line may answer, by the mean of several networks. One thread. */
final class Ranker {
    private static final float OPENING = 6;
    private final List<Net> nets;

    Ranker(List<Net> nets) {
        this.nets = List.copyOf(nets);
    }

    /** For each line of a chat the number of the line that it answers; its own if it starts a thread. */
    int[] parents(List<Said> lines) {
        Chat chat = new Chat();
        chat.foresee(lines);
        Traits traits = new Traits(chat);
        int[] parents = new int[lines.size()];
        for (int at = 0; at < parents.length; at++) {
            Line line = chat.hear(lines.get(at));
            parents[at] = line.isNotice() ? at : best(traits, line);
        }
        return parents;
    }

    /** The number of the line that it answers, or its own. */
    int best(Traits traits, Line line) {
        traits.read(line);
        for (Net net : nets) {
            net.line(traits.own());
        }
        int best = line.number;
        float most = traits.isOpening(line) ? OPENING * nets.size() : 0;
        for (Net net : nets) {
            most += net.start();
        }
        for (int at = 0; at < traits.count(); at++) {
            float score = 0;
            for (Net net : nets) {
                score += net.score(traits.pair(at));
            }
            if (score > most) {
                most = score;
                best = traits.candidate(at);
            }
        }
        return best;
    }
}
