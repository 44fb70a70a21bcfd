package lyceum.moderation.words;

import lyceum.moderation.text.Folds;
import lyceum.moderation.text.Kind;
import lyceum.moderation.text.Sounds;

/**
 * The fast path: goes once over a message and says whether it can hold a word of the list in any view at all. It may be wrong
 * in one direction only: what it lets pass holds none. No view is built for what it lets pass.
 */
final class Sieve {
    private static final int GONE = 6;
    private static final int STRANGE = 7;
    private static final int NO_SIGN = 0;
    private static final int PLAIN_SIGN = 1;
    private static final int LEET_SIGN = 2;
    private static final int STAR = 3;
    private static final int SYLLABLE = 8;
    private final int[] codes;
    private final byte[] syllables;
    private char[] text = new char[512];

    /** What the loop carries from symbol to symbol. */
    private long hash;

    private int run;
    private int singles;

    /** The tables, which all sieves share. */
    static final class Tables {
        private final int[] codes;
        private final byte[] syllables;

        private Tables(int[] codes, byte[] syllables) {
            this.codes = codes;
            this.syllables = syllables;
        }

        static Tables of(Folds folds, Sounds sounds) {
            byte[] syllables = new byte[sounds.syllables().size() * SYLLABLE];
            for (int index = 0; index < sounds.syllables().size(); index++) {
                String syllable = sounds.syllables().get(index);
                for (int at = 0; at < syllable.length(); at++) {
                    syllables[index * SYLLABLE + at] = (byte) syllable.charAt(at);
                }
            }
            int[] codes = new int[0x10000];
            for (int unit = 0; unit < 0x10000; unit++) {
                codes[unit] = code((char) unit, folds, sounds);
            }
            return new Tables(codes, syllables);
        }
    }

    Sieve(Tables tables) {
        codes = tables.codes;
        syllables = tables.syllables;
    }

    /** Low three bits the kind, then thirteen bits of detail, then the symbol. */
    private static int code(char unit, Folds folds, Sounds sounds) {
        byte kind = folds.kindOrGone(unit);
        char symbol = folds.one(unit);
        if (kind < 0) {
            return (unit >= 0x202D && unit <= 0x202E) || unit == 0x2067 ? STRANGE : GONE;
        }
        return switch (kind) {
            case Kind.LETTER, Kind.OTHER -> kind | Automaton.classOf(symbol) << 3 | symbol << 16;
            case Kind.HAN -> {
                int syllable = sounds.syllable(symbol);
                yield syllable < 0 ? STRANGE : kind | syllable << 3 | symbol << 16;
            }
            case Kind.DIGIT -> kind | LEET_SIGN << 3 | symbol << 16;
            case Kind.MARK -> kind | sign(symbol) << 3 | symbol << 16;
            case Kind.SPACE -> kind | symbol << 16;
            default -> STRANGE;
        };
    }

    private static int sign(char symbol) {
        if (symbol == '*') {
            return STAR;
        }
        if ("@$+€£¢".indexOf(symbol) >= 0) {
            return LEET_SIGN;
        }
        return "!|(<^&#_%?~×".indexOf(symbol) >= 0 || (symbol >= 0x2000 && "‘’“”…–—".indexOf(symbol) < 0)
                ? PLAIN_SIGN
                : NO_SIGN;
    }

    /** Whether the message certainly holds no word of the list. */
    boolean clean(String message, Lexicon lexicon) {
        int length = message.length();
        if (length > text.length) {
            text = new char[length * 2];
        }
        message.getChars(0, length, text, 0);
        hash = Tokens.SEED;
        run = 0;
        singles = 0;
        return clean(text, length, lexicon);
    }

    private boolean clean(char[] units, int length, Lexicon lexicon) {
        Automaton automaton = lexicon.automaton;
        int state = 0;
        int last = 0;
        int lastHan = 0;
        int sign = NO_SIGN;
        boolean afterHan = false;
        boolean besideHan = false;
        boolean chained = false;
        for (int at = 0; at < length; at++) {
            int code = codes[units[at]];
            int kind = code & 7;
            int symbol = code >>> 16;
            if (kind == Kind.LETTER || kind == Kind.OTHER) {
                if (sign > NO_SIGN) {
                    return false;
                }
                hash = (hash ^ symbol) * Tokens.PRIME;
                run++;
                besideHan = run == 1 ? afterHan : besideHan;
                afterHan = false;
                lastHan = 0;
                if (symbol != last) {
                    last = symbol;
                    state = automaton.stride(state, code >>> 3 & 63);
                    if ((state & 1) != 0) {
                        return false;
                    }
                }
                continue;
            }
            if (kind == GONE) {
                continue;
            }
            boolean afterLetter = run > 0;
            chained &= kind == Kind.DIGIT || kind == Kind.MARK || kind == STRANGE;
            if (afterLetter && !endRun(lexicon, kind == Kind.HAN || besideHan)) {
                return false;
            }
            afterHan = kind == Kind.HAN;
            if (kind == Kind.HAN) {
                sign = NO_SIGN;
                singles = 0;
                if (lexicon.splits(lastHan, symbol)) {
                    return false;
                }
                if (symbol == lastHan) {
                    continue;
                }
                lastHan = symbol;
                for (int letter = (code >>> 3 & 0x1FFF) * SYLLABLE; syllables[letter] != 0; letter++) {
                    if (syllables[letter] != last) {
                        last = syllables[letter];
                        state = automaton.stride(state, last - 'a');
                        if ((state & 1) != 0) {
                            return false;
                        }
                    }
                }
            } else if (kind == Kind.SPACE) {
                sign = NO_SIGN;
            } else if (kind == Kind.DIGIT || kind == Kind.MARK) {
                int type = code >>> 3 & 3;
                if ((afterLetter || chained) && type >= LEET_SIGN) {
                    return false;
                }
                chained = (afterLetter || chained) && type > NO_SIGN;
                sign = afterLetter || sign > NO_SIGN || type >= LEET_SIGN ? type : NO_SIGN;
                singles = kind == Kind.DIGIT ? 0 : singles;
            } else if (kind == STRANGE) {
                if (!emoji(units, at, length)) {
                    return false;
                }
                at++;
                sign = afterLetter ? PLAIN_SIGN : sign;
            }
        }
        return run == 0 || endRun(lexicon, besideHan);
    }

    /** A pair of surrogates that is an emoji and folds to nothing else. */
    private static boolean emoji(char[] units, int at, int length) {
        if (at + 1 >= length || units[at] < 0xD83C || units[at] > 0xD83E) {
            return false;
        }
        int point = Character.toCodePoint(units[at], units[at + 1]);
        return point >= 0x1F300 && point < 0x1FB00;
    }

    private boolean endRun(Lexicon lexicon, boolean beside) {
        boolean known = (run > 3 && lexicon.misspelt.has(hash))
                || (run > 1 && run < 9 && lexicon.initials.has(hash))
                || (run > 1 && run < 5 && beside && !lexicon.mixed.isEmpty());
        singles = run == 1 ? singles + 1 : 0;
        hash = Tokens.SEED;
        run = 0;
        return !known && (singles < 3 || lexicon.initials.isEmpty());
    }
}
