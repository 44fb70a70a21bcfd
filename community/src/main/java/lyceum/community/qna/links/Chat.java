package lyceum.community.qna.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A chat so far, line by line; one thread. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
final class Chat {
    /** As many lines as a chat is taken to have whose end is not known. */
    private static final int MANY = 1_000;

    private final Words words = new Words();
    private final Names names = new Names();
    private final List<Line> lines = new ArrayList<>();
    private int[] last = new int[64];
    private int calling;
    private int talking;
    private long first = Long.MIN_VALUE;
    private double now;
    private int whole = MANY;

    /** Learns names and words that will come; the order does not matter. */
    void foresee(List<Said> all) {
        whole = all.size();
        all.forEach(said -> names.author(said.author()));
        for (Said said : all) {
            names.count(said.text());
        }
        for (Said said : all) {
            words.count(words.of(said.text()));
        }
    }

    /** Hears the next line of a chat that comes as it is said. */
    Line hearLive(Said said) {
        names.author(said.author());
        names.count(said.text());
        words.count(words.of(said.text()));
        return hear(said);
    }

    /** Hears the next line. */
    Line hear(Said said) {
        int author = names.author(said.author());
        if (author >= last.length) {
            last = Arrays.copyOf(last, Math.max(author + 1, last.length * 2));
        }
        Names.Called called = names.read(said.text());
        boolean notice = said.author().isBlank()
                || said.text().startsWith("===")
                || said.author().equals("===");
        int[] found = words.of(called.body());
        int length = said.text().strip().split("\\s+").length + han(said.text()) / 2;
        Line.Heard heard = new Line.Heard(author, Shape.of(called.body(), notice), found, length, called);
        first = first == Long.MIN_VALUE ? said.at() : first;
        now = Math.max(now, (said.at() - first) / 1000.0);
        Line line = new Line(lines.size(), heard, now, last[author] - 1, weight(found));
        lines.add(line);
        last[author] = lines.size();
        talking += notice ? 0 : 1;
        calling += line.calls > 0 ? 1 : 0;
        return line;
    }

    private static int han(String text) {
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            count += text.charAt(at) >= 0x3400 && text.charAt(at) <= 0x9FFF ? 1 : 0;
        }
        return count;
    }

    private float weight(int[] found) {
        float sum = 0;
        for (int word : found) {
            float rarity = words.rarity(word);
            sum += rarity * rarity;
        }
        return (float) Math.sqrt(sum);
    }

    int size() {
        return lines.size();
    }

    Line line(int number) {
        return lines.get(number);
    }

    /** How many lines it has, also those not heard yet: an excerpt of ten lines is one talk, a log of a thousand is many. */
    int whole() {
        return whole;
    }

    int people() {
        return names.size();
    }

    float rarity(int word) {
        return words.rarity(word);
    }

    /** How usual it is here to begin a line with a name, from 0 to 1. */
    float calling() {
        return (calling + 1f) / (talking + 4f);
    }
}
