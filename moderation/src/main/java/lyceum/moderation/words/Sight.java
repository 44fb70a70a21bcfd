package lyceum.moderation.words;

import java.util.Locale;

/** The view in which a word was found. What only a weak view shows is a guess, and is held for a human. */
public enum Sight {
    /** As it stands in the list or in its plural, but for case. */
    PLAIN(false),
    /** Invisible characters, look-alikes, accents, full-width and other compatibility forms folded. */
    FOLDED(false),
    /** Traditional characters read as simplified ones. */
    SIMPLIFIED(false),
    /** Separators between letters removed, or repeated letters taken once. */
    SQUEEZED(true),
    /** Digits and signs read as letters. */
    LEET(true),
    /** Signs in the place of vowels. */
    MASKED(true),
    /** One letter missing or two neighbours swapped. */
    MISSPELT(true),
    /** Turned round by a direction override, or spelt in invisible tags. */
    TURNED(true),
    /** Other Han characters that sound the same. */
    HOMOPHONE(true),
    /** Chinese written in Latin letters. */
    PINYIN(true),
    /** Chinese written by the first letters of its syllables. */
    INITIALS(true),
    /** Han characters split into their parts. */
    COMPONENTS(true);

    private final boolean weak;

    Sight(boolean weak) {
        this.weak = weak;
    }

    public boolean weak() {
        return weak;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
