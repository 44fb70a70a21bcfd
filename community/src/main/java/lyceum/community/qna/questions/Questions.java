package lyceum.community.qna.questions;

import java.util.List;

/** Says whether a chat line asks something, in English and Chinese, with or without a mark of asking. One thread. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
public final class Questions {
    /** From here on a line is a question. */
    public static final double LINE = 0.5;

    private static final double MARKED = 2.6;
    private static final double UNMARKED = -0.7;
    private static final double UNMARKED_CHINESE = -0.8;
    private static final double LEARNT_ENGLISH = 0.8;
    private static final double LEARNT_CHINESE = 0.5;
    /** A clause of at least so many characters may ask where the whole sentence does not, less surely. */
    private static final int CLAUSE = 12;

    private static final double LATER = 0.8;
    private static final double TURNS = 0.8;
    private final Weights weights;
    private final Signs signs = new Signs();

    public Questions() {
        this(Weights.shipped());
    }

    Questions(Weights weights) {
        this.weights = weights;
    }

    public boolean isQuestion(String line) {
        return score(line) >= LINE;
    }

    /** From 0 to 1; that of the sentence which asks most. */
    public double score(String line) {
        double most = -6;
        List<Sentences.Sentence> sentences = Sentences.of(line);
        for (Sentences.Sentence sentence : sentences) {
            most = Math.max(most, raw(sentence));
            int comma = sentence.text().lastIndexOf(", ");
            if (comma > 0 && sentence.text().length() - comma > CLAUSE) {
                String clause = sentence.text().substring(comma + 2);
                most = Math.max(most, raw(new Sentences.Sentence(clause, sentence.marked())) - LATER);
            }
        }
        return 1 / (1 + Math.exp(-most));
    }

    private double raw(Sentences.Sentence sentence) {
        String text = sentence.text();
        int han = 0;
        for (int at = 0; at < text.length(); at++) {
            han += Letters.isHan(text.charAt(at)) ? 1 : 0;
        }
        boolean chinese = han * 3 >= text.length();
        double learnt = weights.sum(signs.of(text)) * (chinese ? LEARNT_CHINESE : LEARNT_ENGLISH);
        double turns = chinese
                ? Chinese.turns(text)
                : han > 0 ? Chinese.turns(text) + English.turns(text) : English.turns(text);
        double sum = learnt + Math.clamp(turns, -5, 5) * TURNS;
        return sentence.marked() ? Math.max(0.2, MARKED + sum / 2) : (chinese ? UNMARKED_CHINESE : UNMARKED) + sum;
    }
}
