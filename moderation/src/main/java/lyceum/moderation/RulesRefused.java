package lyceum.moderation;

import java.util.List;

/** Rules that may not be used as they stand: each line says why, in English and in Chinese. */
public final class RulesRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Line> lines;

    /** What is wrong, twice. */
    public record Line(String english, String chinese) {}

    RulesRefused(List<Line> lines) {
        super(lines.getFirst().english());
        this.lines = List.copyOf(lines);
    }

    public List<Line> lines() {
        return lines;
    }
}
