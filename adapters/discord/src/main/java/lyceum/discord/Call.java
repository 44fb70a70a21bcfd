package lyceum.discord;

import java.util.List;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.data.SerializableData;
import org.jspecify.annotations.Nullable;

/**
 * One request to Discord's API.
 *
 * @param path under the API's address, with its query
 * @param body JSON, or null for none
 * @param once whether doing it twice differs from doing it once
 * @param files that go along
 */
record Call(String method, String path, @Nullable String body, boolean once, List<Upload> files) {
    private static final Pattern MINOR = Pattern.compile("/(?:\\d{15,}|@original|@me)");
    private static final Pattern QUERY = Pattern.compile("\\?.*");

    Call(String method, String path, @Nullable String body, boolean once) {
        this(method, path, body, once, List.of());
    }

    static Call get(String path) {
        return new Call("GET", path, null, false);
    }

    static Call of(String method, String path, SerializableData body) {
        return new Call(method, path, body.toData().toString(), false);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, null, false);
    }

    /** The same, which must not be repeated unasked. */
    Call onlyOnce() {
        return new Call(method, path, body, true, files);
    }

    Call with(List<Upload> uploads) {
        return new Call(method, path, body, once, uploads);
    }

    /** What Discord counts together: the method and the path, where all ids but the first are alike. */
    String route() {
        String bare = QUERY.matcher(path).replaceFirst("");
        int major = bare.indexOf('/', bare.indexOf('/', 1) + 1);
        return major < 0
                ? method + bare
                : method
                        + bare.substring(0, major)
                        + MINOR.matcher(bare.substring(major)).replaceAll("/*");
    }

    /** The path may hold the secret of a webhook or of an interaction. */
    @Override
    public String toString() {
        return method + " " + path.replaceAll("(/(?:webhooks|interactions)/\\d+/)[^/?]+", "$1*");
    }
}
