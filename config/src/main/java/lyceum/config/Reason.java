package lyceum.config;

import java.util.List;

/**
 * Why something does not fit and what to write instead.
 *
 * @param key of the phrase in {@code phrases/config.*.properties}
 */
record Reason(String key, List<String> args) {
    static Reason of(String key, String... args) {
        return new Reason(key, List.of(args));
    }
}
