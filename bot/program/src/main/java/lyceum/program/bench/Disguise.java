package lyceum.program.bench;

import java.util.Optional;
import java.util.Random;

/**
 * A way to write a word so that people read it and a plain search does not.
 *
 * @param name as the figures call it
 */
record Disguise<W>(String name, Way<W> way) {
    /** How one word is written. */
    interface Way<W> {
        /** The word itself where it has nothing that could be disguised so. */
        String write(W word, Random random);
    }

    /** Empty where this way leaves the word as it is. */
    Optional<String> of(W word, String plain, Random random) {
        String written = way.write(word, random);
        return written.equals(plain) ? Optional.empty() : Optional.of(written);
    }

    /** Something between every two characters. */
    static String between(String word, String separator) {
        StringBuilder written = new StringBuilder();
        word.codePoints().forEach(point -> {
            written.append(written.isEmpty() ? "" : separator).appendCodePoint(point);
        });
        return written.toString();
    }

    /** One of some strings parted by spaces. */
    static String one(String choices, Random random) {
        String[] all = choices.split(" ", -1);
        return all[random.nextInt(all.length)];
    }
}
