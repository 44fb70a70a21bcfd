package lyceum.moderation.rules;

import java.util.ArrayList;
import java.util.List;
import lyceum.moderation.words.Finder;
import lyceum.moderation.words.Hit;
import lyceum.moderation.words.Letters;
import lyceum.moderation.words.Lexicon;
import lyceum.moderation.words.Sight;

/** Listed words in every view; what only a weak view shows is held. The list may be swapped between two messages from any thread. */
public final class WordsRule implements Rule {
    private static final double PLAIN = 1;
    private static final double FOLDED = 0.95;
    private static final double WEAK = 0.6;
    private final String name;
    private final Finder finder;
    private volatile Lexicon list;

    public WordsRule(Letters letters, Lexicon list) {
        this("words", letters, list);
    }

    /** A list of another name. */
    public WordsRule(String name, Letters letters, Lexicon list) {
        this.name = name;
        this.finder = new Finder(letters);
        this.list = list;
    }

    /** From the next message on, another list. */
    public void swap(Lexicon other) {
        list = other;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Signal> judge(Post post) {
        Lexicon now = list;
        List<Hit> hits = finder.find(post.text(), now);
        if (hits.isEmpty()) {
            return List.of();
        }
        List<Signal> signals = new ArrayList<>(hits.size());
        for (Hit hit : hits) {
            signals.add(signal(hit, post, now));
        }
        return signals;
    }

    /** What is not written as the list has it is told with the word that it stands for. */
    private Signal signal(Hit hit, Post post, Lexicon now) {
        Signal signal = Signal.of(this, hit.sight().toString(), post, hit.start(), hit.end(), severity(hit));
        String word = now.word(hit.term());
        return hit.sight() == Sight.PLAIN && !inflected(hit, word)
                ? signal
                : new Signal(
                        name,
                        signal.version(),
                        signal.view(),
                        signal.start(),
                        signal.end(),
                        signal.severity(),
                        signal.evidence() + " → " + word);
    }

    private static boolean inflected(Hit hit, String word) {
        return hit.end() - hit.start() > word.length() && word.indexOf(' ') < 0;
    }

    private static double severity(Hit hit) {
        return switch (hit.sight()) {
            case PLAIN -> PLAIN;
            case FOLDED, SIMPLIFIED -> FOLDED;
            case SQUEEZED, LEET, MASKED, MISSPELT, TURNED, HOMOPHONE, PINYIN, INITIALS, COMPONENTS -> WEAK;
        };
    }
}
