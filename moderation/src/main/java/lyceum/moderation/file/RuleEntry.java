package lyceum.moderation.file;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.moderation.policy.Outcome;
import lyceum.moderation.rules.Condition;
import lyceum.moderation.rules.Examples;
import lyceum.moderation.rules.PatternRule;
import lyceum.moderation.rules.PicturesRule;

/**
 * One rule of a file.
 *
 * @param kind what it looks for; may be left out where the name, the words, the patterns or {@code when} tell
 * @param does the most it may do; what the policy says where absent
 * @param words with {@code *} between two of them for whatever stands there
 * @param patterns regular expressions in RE2 syntax, caseless
 * @param allow domains that the kind {@code links} lets pass
 * @param endings of files, without dot
 * @param scripts that the kind {@code language} can read, as {@code Latin} or {@code Han}
 * @param hashes of pictures, 16 hexadecimal digits each
 * @param most from what number on it objects
 * @param within how long it looks back, or how long somebody counts as new
 * @param unless who and where it does not look; one of these is enough
 * @param only who and where it looks; all that is said must be so
 * @param shouldHit texts that it must object to, run whenever it is read
 */
public record RuleEntry(
        String name,
        Optional<RuleKind> kind,
        Optional<Outcome> does,
        List<String> words,
        List<String> patterns,
        Set<String> allow,
        Set<String> endings,
        Set<String> scripts,
        List<String> hashes,
        Optional<Integer> most,
        Optional<Duration> within,
        Optional<When> when,
        Where unless,
        Where only,
        List<String> shouldHit,
        List<String> shouldMiss) {
    public RuleEntry {
        if (!name.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new IllegalArgumentException(
                    "name needs small letters, digits and hyphens, such as our-words\nname 只能用小写字母、数字和连字符，例如 our-words");
        }
        patterns.forEach(PatternRule::check);
        hashes.forEach(PicturesRule::hash);
        scripts.forEach(RuleEntry::script);
        if (kind.isEmpty()
                && words.isEmpty()
                && patterns.isEmpty()
                && when.isEmpty()
                && RuleKind.named(name).isEmpty()) {
            throw new IllegalArgumentException(
                    "name %1$s is no rule that comes with the program; add words, patterns, when or a kind\nname %1$s 不是自带的规则；请加上 words、patterns、when 或 kind"
                            .formatted(name));
        }
    }

    /** What it looks for, said or told by what else is there. */
    public RuleKind looksFor() {
        return kind.orElseGet(() -> when.isPresent()
                ? RuleKind.TOGETHER
                : !patterns.isEmpty()
                        ? RuleKind.PATTERNS
                        : !words.isEmpty()
                                ? RuleKind.WORDS
                                : RuleKind.named(name).orElse(RuleKind.WORDS));
    }

    /** For whom and where it does not look. */
    public Condition exempt() {
        return new Condition.Any(List.of(unless.any(), new Condition.Not(only.all())));
    }

    public Examples examples() {
        return new Examples(shouldHit, shouldMiss);
    }

    /** The script of this English name. */
    public static Character.UnicodeScript script(String name) {
        try {
            return Character.UnicodeScript.forName(name);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "scripts has %1$s, which is none; write Latin, Han, Cyrillic and the like\nscripts 中的 %1$s 不是文字系统；请写 Latin、Han、Cyrillic 等"
                            .formatted(name),
                    e);
        }
    }
}
