package lyceum.community.qna.links;

/** What the ranker looks at: numbers of a line, and numbers of a line with each of the earlier ones that it may answer. One thread. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
final class Traits {
    private static final int NEAR = 35;
    /** How many lines back it looks. */
    static final int FAR = 120;

    private static final int EXCERPT = 40;
    private static final int ROOM = 96;
    private final Chat chat;
    private final Past past = new Past();
    private final Row own = new Row(ROOM);
    private final Row pair = new Row(ROOM);
    private int[] candidates = new int[FAR];
    private float[][] pairs = new float[FAR][];
    private int count;

    private double pace;
    private float nearest;

    Traits(Chat chat) {
        this.chat = chat;
    }

    /** Reads a line; then {@link #candidate}, {@link #pair} and {@link #own} tell of it. */
    void read(Line line) {
        count = 0;
        nearest = 0;
        pace = pace(line);
        past.clear(chat.people());
        past.partners(chat, line);
        int stop = Math.max(0, line.number - FAR);
        for (int at = line.number - 1; at >= stop; at--) {
            Line other = chat.line(at);
            if (!other.isNotice() && (past.lines < NEAR || isConcerned(other, line))) {
                add(other, line);
            }
            past.pass(other, line);
        }
        own.clear();
        own(line);
    }

    private static boolean isConcerned(Line other, Line line) {
        return other.author == line.author || line.names(other.author) > 0 || other.names(line.author) > 0;
    }

    private void add(Line other, Line line) {
        pair.clear();
        where(other, line);
        who(other, line);
        since(other, line);
        what(other, line);
        if (pairs[count] == null) {
            pairs[count] = new float[pair.size()];
        }
        System.arraycopy(pair.values(), 0, pairs[count], 0, pair.size());
        candidates[count++] = other.number;
    }

    /** Whether somebody new turns to everybody in a chat of few lines, where such a line is no longer outweighed by habit. */
    boolean isOpening(Line line) {
        return chat.whole() <= EXCERPT
                && line.before < 0
                && line.named.length == 0
                && line.is(Shape.OPENS | Shape.GREETS)
                && line.is(Shape.QUESTION | Shape.ASKS);
    }

    int count() {
        return count;
    }

    int candidate(int at) {
        return candidates[at];
    }

    float[] pair(int at) {
        return pairs[at];
    }

    float[] own() {
        return own.values();
    }

    int ownSize() {
        return own.size();
    }

    /** The usual seconds between lines lately. */
    private double pace(Line line) {
        int from = Math.max(0, line.number - 40);
        return line.number == from ? 30 : (line.at - chat.line(from).at + 1) / (line.number - from);
    }

    private void where(Line other, Line line) {
        int steps = past.lines + 1;
        double gap = line.at - other.at;
        pair.log(steps);
        pair.put(1.0 / steps);
        pair.put(steps == 1);
        pair.put(steps == 2);
        pair.put(steps == 3);
        pair.put(steps <= 6);
        pair.put(steps <= 12);
        pair.put(steps <= 25);
        pair.put(Math.log1p(gap) / 10);
        pair.put(gap <= 60);
        pair.put(gap <= 180);
        pair.put(gap <= 600);
        pair.put(gap <= 3600);
        pair.log(gap / (pace + 1));
        pair.log(past.people);
        pair.put(past.people == 0);
    }

    private void who(Line other, Line line) {
        boolean same = other.author == line.author;
        int names = line.names(other.author);
        int named = other.names(line.author);
        Line before = line.before < 0 ? null : chat.line(line.before);
        pair.put(same);
        pair.put(same && other.number == line.before);
        pair.put(same && past.lines == 0);
        pair.put(names == 2);
        pair.put(names == 1);
        pair.put(!same && names == 0 && line.calls > 0);
        pair.put(same && line.calls > 0);
        pair.put(named == 2);
        pair.put(named == 1);
        pair.put(!same && named == 0 && other.calls > 0);
        pair.put(other.calls == 0);
        pair.put(other.to() >= 0 && other.to() == line.to());
        pair.put(names > 0 && named > 0);
        pair.put(names > 0 && past.spokenBy(other.author) == 0);
        pair.put(names > 0 && named > 0 && past.spokenBy(other.author) == 0);
        pair.put(named > 0 && past.callsToMe == 0);
        pair.put(named > 0 && past.spokenBy(line.author) == 0);
        pair.put(before != null && before.to() == other.author);
        pair.put(before != null && !same && before.number > other.number && before.to() == other.author);
        pair.put(Math.min(5, past.toMe(other.author)) / 5.0);
        pair.put(Math.min(5, past.fromMe(other.author)) / 5.0);
        pair.put(before != null && before.number < other.number && before.to() == other.author && !same);
        pair.put(other.before < 0);
        pair.put(other.stranger);
        pair.put(before != null && other.number == before.number - 1);
    }

    private void since(Line other, Line line) {
        int mine = past.spokenBy(line.author);
        int theirs = past.spokenBy(other.author);
        pair.put(mine == 0);
        pair.put(mine == 1);
        pair.log(mine);
        pair.put(theirs == 0);
        pair.put(theirs == 1);
        pair.log(theirs);
        int called = past.addressedTo(other.author);
        pair.put(called == 0);
        pair.log(called);
        pair.put(past.namedByMe(other.author) > 0);
        pair.put(past.questions == 0 && other.is(Shape.QUESTION));
        pair.log(past.questions);
        pair.put(other.is(Shape.QUESTION) && theirs == 0 && called == 0);
    }

    private void what(Line other, Line line) {
        pair.bits(other.shape & ~Shape.NOTICE, Shape.COUNT);
        pair.log(other.length);
        pair.put(other.is(Shape.QUESTION) && !line.is(Shape.QUESTION));
        pair.put(other.is(Shape.QUESTION) && line.is(Shape.YES_NO));
        pair.put(other.is(Shape.ADVISES) && line.is(Shape.THANKS | Shape.HEARS));
        pair.put(other.is(Shape.GREETS) && line.is(Shape.GREETS));
        pair.put(other.is(Shape.CALLS_BOT));
        overlap(other, line);
    }

    private void overlap(Line other, Line line) {
        float sum = 0;
        float square = 0;
        float most = 0;
        int shared = 0;
        int left = 0;
        int right = 0;
        while (left < other.words.length && right < line.words.length) {
            int difference = Integer.compare(other.words[left], line.words[right]);
            if (difference == 0) {
                float rarity = chat.rarity(other.words[left]);
                sum += rarity;
                square += rarity * rarity;
                most = Math.max(most, rarity);
                shared++;
            }
            left += difference <= 0 ? 1 : 0;
            right += difference >= 0 ? 1 : 0;
        }
        float alike = square / (other.weight * line.weight + 0.3f);
        nearest = Math.max(nearest, alike);
        pair.log(shared);
        pair.put(sum / 2);
        pair.put(most);
        pair.put(most > 0.6f);
        pair.put(alike);
    }

    private void own(Line line) {
        Line before = line.before < 0 ? null : chat.line(line.before);
        Line previous = line.number == 0 ? null : chat.line(line.number - 1);
        own.bits(line.shape, Shape.COUNT);
        own.put(line.calls > 0);
        own.put(line.calls == 0 && line.named.length > 0);
        own.put(line.stranger);
        own.log(line.length);
        own.put(line.length <= 2);
        own.put(before == null);
        own.put(before == null && line.is(Shape.QUESTION | Shape.ASKS));
        own.log(before == null ? 300 : line.number - before.number);
        own.put(Math.log1p(before == null ? 36_000 : line.at - before.at) / 10);
        own.put(before != null && before.number == line.number - 1);
        own.put(before != null && line.number - before.number <= 10);
        own.put(Math.log1p(previous == null ? 36_000 : line.at - previous.at) / 10);
        own.log((previous == null ? 36_000 : line.at - previous.at) / (pace + 1));
        own.log(past.callsToMe);
        own.put(past.callsToMe > 0);
        own.log(past.people);
        own.put(Math.log1p(pace) / 8);
        own.put(chat.calling());
        own.put(nearest);
        own.put(line.to() >= 0 && past.spokenBy(line.to()) == 0);
        own.put(count == 0);
        own.log(past.spokenBy(line.author));
        own.log(past.starts);
        own.put(Math.log1p(chat.whole()) / 7);
        own.put(chat.whole() <= EXCERPT);
        own.put(Math.log1p(line.number) / 7);
    }
}
