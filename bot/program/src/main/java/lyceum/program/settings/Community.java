package lyceum.program.settings;

import java.time.ZoneId;
import java.util.Optional;
import lyceum.kernel.person.Language;

/** What the community is called, and what holds for people who chose nothing. */
public record Community(String name, Optional<Language> language, Optional<ZoneId> zone) {
    private static final int LONGEST_NAME = 80;

    public Community {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("name has 1 to 80 characters\nname 有 1 到 80 个字符");
        }
    }
}
