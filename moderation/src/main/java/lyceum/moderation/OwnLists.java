package lyceum.moderation;

import java.util.List;
import java.util.function.Function;
import lyceum.moderation.words.Lexicon;

/**
 * What a community lists itself.
 *
 * @param remove the words that go
 * @param hold the words that a moderator looks at
 * @param patterns in RE2 syntax
 * @param making makes a list ready
 */
record OwnLists(Lexicon remove, Lexicon hold, List<String> patterns, Function<List<String>, Lexicon> making) {
    Lexicon list(List<String> words) {
        return making.apply(words);
    }
}
