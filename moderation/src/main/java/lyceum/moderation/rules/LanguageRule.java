package lyceum.moderation.rules;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        int foreign = 0;
        for (int at = 0; at < text.length(); at++) {
            char unit = text.charAt(at);
            UnicodeScript script = script(unit);
            letters += script == null ? 0 : 1;
            foreign += script == null || read.contains(script) ? 0 : 1;
        }
        boolean strange = letters >= FEWEST && foreign > letters * MOST;
        return strange ? List.of(Signal.whole(this, post, SEVERITY, foreign + "/" + letters)) : List.of();
    }

    /** Null for what is no letter. */
    private static @Nullable UnicodeScript script(char unit) {
        if (unit < 0x80) {
            return (unit | 0x20) >= 'a' && (unit | 0x20) <= 'z' ? UnicodeScript.LATIN : null;
        }
        if (unit >= 0x4E00 && unit <= 0x9FFF) {
            return UnicodeScript.HAN;
        }
        return Character.isLetter(unit) ? UnicodeScript.of(unit) : null;
    }
}
