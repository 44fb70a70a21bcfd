package lyceum.moderation.rules;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import lyceum.moderation.words.Needles;

/** Patterns that users write, matched in linear time whatever they write; those that need a literal are tried only where it stands. */
public final class PatternRule implements Rule {
    private static final double SEVERITY = 0.95;
    private static final int LONGEST_PATTERN = 1_000;
    private static final int NEEDLE = 3;
    private static final int LONGEST_TEXT = 4_096;
    private final List<Wanted> patterns;
    private final List<Wanted> rest;
    private final Needles needles;

    private record Wanted(Pattern pattern, Requirement requirement) {}

    /**
     * Takes patterns in RE2 syntax, all caseless.
     *
     * @throws PatternSyntaxException for one that cannot be read or would cost too much
     */
    public PatternRule(List<String> patterns) {
        List<Wanted> all = patterns.stream().map(PatternRule::wanted).toList();
        this.patterns = all.stream()
                .filter(wanted -> wanted.requirement.literal().length() >= NEEDLE)
                .toList();
        this.rest = all.stream()
                .filter(wanted -> wanted.requirement.literal().length() < NEEDLE)
                .toList();
        this.needles = new Needles(this.patterns.stream()
                .map(wanted -> wanted.requirement.literal())
                .toList());
    }

    private static Wanted wanted(String written) {
        if (written.length() > LONGEST_PATTERN) {
            throw new PatternSyntaxException("longer than " + LONGEST_PATTERN + " characters", written);
        }
        Requirement requirement = Requirement.of(written);
        if (requirement.size() > Requirement.MOST) {
            throw new PatternSyntaxException("repeats more than a message can be searched for", written);
        }
        return new Wanted(Pattern.compile(written, Pattern.CASE_INSENSITIVE), requirement);
    }

    /**
     * Says what is wrong with a pattern before it is used, in both languages.
     *
     * @throws IllegalArgumentException for one that cannot be read or would cost too much
     */
    public static void check(String pattern) {
        try {
            wanted(pattern);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "patterns has %1$s, which does not work: %2$s; RE2 syntax is needed\npatterns 中的 %1$s 不可用：%2$s；需要 RE2 语法"
                            .formatted(pattern, e.getDescription()),
                    e);
        }
    }

    @Override
    public String name() {
        return "patterns";
    }

    @Override
    public List<Signal> judge(Post post) {
        String text = post.text().length() > LONGEST_TEXT ? post.text().substring(0, LONGEST_TEXT) : post.text();
        List<Signal> signals = new ArrayList<>();
        if (!patterns.isEmpty()) {
            needles.in(text).stream().forEach(number -> search(patterns.get(number), text, post, signals));
        }
        for (Wanted wanted : rest) {
            if (wanted.requirement.met(text)) {
                search(wanted, text, post, signals);
            }
        }
        return signals;
    }

    private void search(Wanted wanted, String text, Post post, List<Signal> signals) {
        Matcher matcher = wanted.pattern.matcher(text);
        if (matcher.find()) {
            signals.add(Signal.of(this, "text", post, matcher.start(), matcher.end(), SEVERITY));
        }
    }
}
