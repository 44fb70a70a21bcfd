package lyceum.program.bench;

import java.util.List;

/**
 * A Chinese word with what is needed to disguise it.
 *
 * @param syllables one for each character, without tones
 * @param parts for each character what it is made of, {@code -} where nobody takes it apart
 */
record ChineseWord(String word, String traditional, List<String> syllables, List<String> parts) {
    static ChineseWord read(String line) {
        String[] fields = line.split("\t", -1);
        return new ChineseWord(
                fields[0], fields[1], List.of(fields[2].split(" ", -1)), List.of(fields[3].split(" ", -1)));
    }
}
