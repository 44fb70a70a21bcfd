package lyceum.moderation.words;

import java.util.ArrayList;
import java.util.List;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.View;

/** Finds the words of a list in messages, in every view. It keeps its buffers, so each thread needs its own. */
public final class Finder {
    private static final int MOST_WAYS = 6;
    private final Letters letters;
    private final Sieve sieve;
    private final Judge judge;
    private final Listener listener;
    private final Runs runs;
    private final View base = new View();
    private final View other = new View();
    private final List<Hit> hits = new ArrayList<>();

    public Finder(Letters letters) {
        this.letters = letters;
        this.sieve = new Sieve(letters.tables());
        this.judge = new Judge(letters.sounds(), letters.language(), this::add);
        this.listener = new Listener(letters.sounds(), judge::judge);
        this.runs = new Runs(letters.language(), this::add);
    }

    /** Every place where a word of the list stands, each once, in the plainest view that shows it. */
    public List<Hit> find(String message, Lexicon list) {
        if (sieve.clean(message, list) && list.literals.isEmpty()) {
            return List.of();
        }
        return findThoroughly(message, list);
    }

    /** The same without the fast path. */
    List<Hit> findThoroughly(String message, Lexicon list) {
        hits.clear();
        boolean odd = letters.reader().read(message, base);
        boolean latin = base.has(Kind.LETTER);
        if (latin || base.has(Kind.HAN) || base.has(Kind.OTHER)) {
            listen(message, base, list, Sight.FOLDED);
            if (latin) {
                runs.read(message, base, list);
                readLeet(message, list);
            }
            if (list.chinese) {
                readParts(message, list);
            }
        }
        if (odd) {
            letters.reader().readTurned(message, other);
            listen(message, other, list, Sight.TURNED);
            letters.reader().readTags(message, other);
            listen(message, other, list, Sight.TURNED);
        }
        list.literals.find(message, this::add);
        return hits.isEmpty() ? List.of() : list.chains.join(List.copyOf(hits));
    }

    private void listen(String message, View view, Lexicon list, Sight sight) {
        judge.begin(message, sight);
        listener.listen(view, list);
    }

    private void readLeet(String message, Lexicon list) {
        boolean signs = base.has(Kind.DIGIT) || base.has(Kind.MARK);
        if (signs && letters.leet().read(base, other, false)) {
            listen(message, other, list, Sight.LEET);
            if (letters.leet().read(base, other, true)) {
                listen(message, other, list, Sight.LEET);
            }
        }
    }

    private void readParts(String message, Lexicon list) {
        int ways = 1;
        for (int way = 0; way < ways; way++) {
            ways = Math.min(MOST_WAYS, list.parts.join(base, other, way));
            if (ways > 0) {
                listen(message, other, list, Sight.COMPONENTS);
            }
        }
    }

    private void add(Hit hit) {
        for (int index = 0; index < hits.size(); index++) {
            Hit known = hits.get(index);
            if (known.overlaps(hit)) {
                if (hit.sight().compareTo(known.sight()) < 0) {
                    hits.set(index, hit);
                }
                return;
            }
        }
        hits.add(hit);
    }
}
