package lyceum.moderation.rules;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Files that run when they are opened, also behind a second ending. */
public final class FilesRule implements Rule {
    private static final double SEVERITY = 0.9;
    private final Set<String> endings;

    /** Endings without dot, in small letters. */
    public FilesRule(Set<String> endings) {
        this.endings = Set.copyOf(endings);
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public List<Signal> judge(Post post) {
        return post.files().stream()
                .filter(file -> endings.contains(ending(file)))
                .map(file -> new Signal(name(), version(), "file", 0, 0, SEVERITY, file))
                .toList();
    }

    /** What stands after the last dot; invisible characters and what turns the writing round do not hide it. */
    private static String ending(String file) {
        String plain = file.replaceAll("\\p{Cf}|\\s+$", "").toLowerCase(Locale.ROOT);
        return plain.substring(plain.lastIndexOf('.') + 1);
    }
}
