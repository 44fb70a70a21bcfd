package lyceum.community.polls;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lyceum.community.polls.Wanted.Refused;

/** Reads a ballot as somebody writes it: {@code 2}, {@code Graphs > Trees}, {@code Graphs:5, Trees:3}. */
final class Choosing {
    private Choosing() {}

    /** The places of options, the most wanted first; where points are given each as often as it has points. */
    static List<Integer> read(Poll poll, String said) throws Refused {
        List<Integer> wanted = new ArrayList<>();
        for (String meant : poll.several() ? Arrays.asList(said.split("[>＞,，]")) : List.of(said)) {
            int colon = Math.max(meant.lastIndexOf(':'), meant.lastIndexOf('：'));
            boolean points = poll.scored() && colon >= 0;
            String option = points ? meant.substring(0, colon) : meant;
            int place = Wanted.place(poll, option)
                    .orElseThrow(() -> new Refused("no-choice", option.strip(), String.join(", ", poll.options())));
            if (!wanted.contains(place)) {
                int times = points ? points(meant.substring(colon + 1).strip()) : poll.scored() ? Poll.MOST_POINTS : 1;
                for (int i = 0; i < times; i++) {
                    wanted.add(place);
                }
            }
        }
        return wanted;
    }

    private static int points(String said) throws Refused {
        if (!said.matches("[0-9]") || Integer.parseInt(said) > Poll.MOST_POINTS) {
            throw new Refused("no-points", said, Poll.MOST_POINTS);
        }
        return Integer.parseInt(said);
    }
}
