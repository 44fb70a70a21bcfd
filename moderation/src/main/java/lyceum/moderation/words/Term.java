package lyceum.moderation.words;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.Reader;
import lyceum.moderation.text.Sounds;
import lyceum.moderation.text.View;

/** A word or phrase of a list, folded as messages are. */
final class Term {
    private static final int MOST_READINGS = 8;
    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.HANGUL);
    final int number;
    final String text;
    final char[] symbols;
    final byte[] kinds;
    /** For each symbol, whether something stands before it in the list itself. */
    final boolean[] spaced;

    final int letters;
    final int han;

    /** @param view what the reader may write on */
    Term(int number, String text, Reader reader, View view) {
        this.number = number;
        this.text = text.strip();
        reader.read(this.text, view);
        int size = 0;
        for (int at = 0; at < view.size(); at++) {
            size += view.kind(at) <= Kind.DIGIT ? 1 : 0;
        }
        symbols = new char[size];
        kinds = new byte[size];
        spaced = new boolean[size];
        int foundLetters = 0;
        int foundHan = 0;
        boolean gap = false;
        int next = 0;
        for (int at = 0; at < view.size(); at++) {
            byte kind = view.kind(at);
            if (kind > Kind.DIGIT) {
                gap = next > 0;
                continue;
            }
            symbols[next] = view.symbol(at);
            kinds[next] = kind;
            spaced[next++] = gap;
            gap = false;
            foundLetters += kind == Kind.LETTER || kind == Kind.OTHER ? 1 : 0;
            foundHan += kind == Kind.HAN ? 1 : 0;
        }
        letters = foundLetters;
        han = foundHan;
    }

    /** Whether the automaton can find it: something is left of it besides digits. */
    boolean spoken() {
        return letters + han > 0;
    }

    boolean onlyLetters() {
        return letters == symbols.length && letters > 0 && kinds[0] == Kind.LETTER && !phrase();
    }

    boolean onlyHan() {
        return han == symbols.length && han > 0;
    }

    private boolean phrase() {
        for (boolean space : spaced) {
            if (space) {
                return true;
            }
        }
        return false;
    }

    String folded() {
        return new String(symbols);
    }

    /** Whether the word must not go on before its first or after its last symbol. */
    boolean bound(boolean atStart) {
        byte kind = kinds[atStart ? 0 : kinds.length - 1];
        char symbol = symbols[atStart ? 0 : symbols.length - 1];
        return kind == Kind.LETTER
                || kind == Kind.DIGIT
                || (kind == Kind.OTHER && !WITHOUT_SPACES.contains(UnicodeScript.of(symbol)));
    }

    /** The rows of symbols under which the automaton knows this term: one for each way to read it aloud. */
    Set<String> patterns(Sounds sounds) {
        List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder(symbols.length * 2)));
        char lastHan = 0;
        for (int at = 0; at < symbols.length; at++) {
            char symbol = symbols[at];
            if (kinds[at] == Kind.DIGIT || (kinds[at] == Kind.HAN && symbol == lastHan)) {
                continue;
            }
            lastHan = kinds[at] == Kind.HAN ? symbol : 0;
            if (kinds[at] == Kind.HAN) {
                read(sounds, symbol, rows);
            } else {
                rows.forEach(row -> single(row, symbol));
            }
        }
        Set<String> patterns = new LinkedHashSet<>();
        rows.forEach(row -> patterns.add(row.toString()));
        if (letters > 0 && folded().indexOf('l') >= 0 && folded().indexOf('i') >= 0) {
            StringBuilder strokes = new StringBuilder();
            rows.getFirst().chars().forEach(letter -> single(strokes, letter == 'l' ? 'i' : (char) letter));
            patterns.add(strokes.toString());
        }
        return patterns;
    }

    /** Goes on with every row in every way to read the character, as far as there is room. */
    private static void read(Sounds sounds, char symbol, List<StringBuilder> rows) {
        List<String> readings = readings(sounds, symbol);
        int before = rows.size();
        int most = Math.max(1, MOST_READINGS / before);
        for (int reading = 1; reading < Math.min(most, readings.size()); reading++) {
            for (int row = 0; row < before; row++) {
                StringBuilder other = new StringBuilder(rows.get(row));
                readings.get(reading).chars().forEach(letter -> single(other, (char) letter));
                rows.add(other);
            }
        }
        for (int row = 0; row < before; row++) {
            String reading = readings.getFirst();
            for (int at = 0; at < reading.length(); at++) {
                single(rows.get(row), reading.charAt(at));
            }
        }
    }

    private static List<String> readings(Sounds sounds, char symbol) {
        List<String> all = sounds.all(symbol);
        if (all.isEmpty()) {
            return List.of(String.valueOf(symbol));
        }
        String first = all.getFirst();
        return all.size() == 1 && first.contains("v") ? List.of(first, first.replace('v', 'u')) : all;
    }

    /** Each run of one symbol is taken once, as the automaton hears a message. */
    private static void single(StringBuilder row, char symbol) {
        if (row.isEmpty() || row.charAt(row.length() - 1) != symbol) {
            row.append(symbol);
        }
    }
}
