package lyceum.community.qna.links;

/** A line of a chat as the ranker sees it. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
final class Line {
    final int number;
    final int author;
    /** Seconds since the chat's first line. */
    final double at;

    final int shape;
    final int[] words;
    final int length;
    /** Those whom it speaks to, then those whom it only mentions. */
    final int[] named;

    final int calls;
    final boolean stranger;
    /** The author's line before, or -1. */
    final int before;

    final float weight;

    Line(int number, Heard heard, double at, int before, float weight) {
        this.number = number;
        this.author = heard.author;
        this.at = at;
        this.shape = heard.shape;
        this.words = heard.words;
        this.length = heard.length;
        this.named = heard.called.who();
        this.calls = heard.called.calls();
        this.stranger = heard.called.stranger();
        this.before = before;
        this.weight = weight;
    }

    /** What its text and author alone tell. */
    record Heard(int author, int shape, int[] words, int length, Names.Called called) {}

    boolean is(int bit) {
        return (shape & bit) != 0;
    }

    boolean isNotice() {
        return is(Shape.NOTICE);
    }

    /** Whom it is for, or -1. */
    int to() {
        return named.length > 0 ? named[0] : -1;
    }

    /** 2 if it speaks to a person, 1 if it mentions one, else 0. */
    int names(int person) {
        for (int at = 0; at < named.length; at++) {
            if (named[at] == person) {
                return at < calls ? 2 : 1;
            }
        }
        return 0;
    }
}
