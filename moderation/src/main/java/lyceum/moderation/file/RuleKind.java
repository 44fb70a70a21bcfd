package lyceum.moderation.file;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a rule looks for. */
public enum RuleKind {
    WORDS,
    PATTERNS,
    PHISHING,
    INVITES,
    LINKS,
    NEWCOMER,
    CAPS,
    ZALGO,
    EMOJI,
    MENTIONS,
    FLOOD,
    REPEAT,
    RAID,
    FILES,
    PICTURES,
    LANGUAGE,
    OFFENCE,
    SPAM,
    /** Other rules together. */
    TOGETHER;

    /** The kind that a rule of this name has where nothing else is said. */
    static Optional<RuleKind> named(String name) {
        return Stream.of(values())
                .filter(kind ->
                        kind != TOGETHER && kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
