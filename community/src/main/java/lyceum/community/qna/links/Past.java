package lyceum.community.qna.links;

import java.util.Arrays;

/** What happened between a line and an earlier one, as one walks back from the line. */
final class Past {
    private int[] spoken = new int[64];
    private int[] addressed = new int[64];
    private int[] answered = new int[64];
    private int[] toMe = new int[64];
    private int[] fromMe = new int[64];
    int people;
    int questions;
    int lines;
    int callsToMe;
    int starts;

    void clear(int all) {
        if (all > spoken.length) {
            spoken = new int[all * 2];
            addressed = new int[all * 2];
            answered = new int[all * 2];
            toMe = new int[all * 2];
            fromMe = new int[all * 2];
        }
        Arrays.fill(spoken, 0, all, 0);
        Arrays.fill(addressed, 0, all, 0);
        Arrays.fill(answered, 0, all, 0);
        people = 0;
        questions = 0;
        lines = 0;
        callsToMe = 0;
        starts = 0;
    }

    /** Counts over the hundred lines before, of who spoke to whom. */
    void partners(Chat chat, Line line) {
        Arrays.fill(toMe, 0, chat.people(), 0);
        Arrays.fill(fromMe, 0, chat.people(), 0);
        for (int at = Math.max(0, line.number - 100); at < line.number; at++) {
            Line other = chat.line(at);
            if (other.author == line.author && other.to() >= 0) {
                fromMe[other.to()]++;
            } else if (other.names(line.author) > 0) {
                toMe[other.author]++;
            }
        }
    }

    void pass(Line other, Line line) {
        if (other.isNotice()) {
            return;
        }
        lines++;
        people += spoken[other.author]++ == 0 ? 1 : 0;
        questions += other.is(Shape.QUESTION) ? 1 : 0;
        starts += other.before < 0 ? 1 : 0;
        for (int person : other.named) {
            addressed[person]++;
            if (other.author == line.author) {
                answered[person]++;
            }
            callsToMe += person == line.author ? 1 : 0;
        }
    }

    int spokenBy(int person) {
        return spoken[person];
    }

    int addressedTo(int person) {
        return addressed[person];
    }

    /** How often the line's author named that person since. */
    int namedByMe(int person) {
        return answered[person];
    }

    int toMe(int person) {
        return toMe[person];
    }

    int fromMe(int person) {
        return fromMe[person];
    }
}
