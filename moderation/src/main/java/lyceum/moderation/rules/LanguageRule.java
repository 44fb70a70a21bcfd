package lyceum.moderation.rules;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A text of which most letters belong to a script that is not read here. */
public final class LanguageRule implements Rule {
    private static final double SEVERITY = 0.4;
    private static final int FEWEST = 8;
    private static final double MOST = 0.5;
    private final Set<UnicodeScript> read;

    public LanguageRule(Set<UnicodeScript> read) {
        this.read = EnumSet.copyOf(read);
    }

    @Override
    public String name() {
        return "language";
    }

    @Override
    public List<Signal> judge(Post post) {
        String text = post.text();
        int letters = 0;
        Map<UnicodeScript, Integer> foreign = new EnumMap<>(UnicodeScript.class);
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            if (unit < 0x80 ? unit >= 'A' && Character.isLetter(unit) : Character.isLetter(unit)) {
                letters++;
                UnicodeScript script = unit < 0x80 ? UnicodeScript.LATIN : UnicodeScript.of(unit);
                if (!read.contains(script)) {
                    foreign.merge(script, 1, Integer::sum);
                }
            }
        }
        int sum = foreign.values().stream().mapToInt(Integer::intValue).sum();
        return letters >= FEWEST && sum > letters * MOST
                ? List.of(Signal.whole(this, post, SEVERITY, foreign.toString()))
                : List.of();
    }
}
