package lyceum.sandbox.twitch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The one channel, {@code ada}'s: what stands in its chat, who may speak, who pays. Guarded by the lock of {@link Twitch}. */
final class Channel {
    static final String NAME = "ada";
    static final String OWNER = "600000001";
    private static final Set<String> MODERATORS = Set.of("600000002", Accounts.HUB.id());
    private static final int KEPT = 500_000;

    private final LinkedHashMap<String, Line> lines = new LinkedHashMap<>();
    private final Map<String, Ban> bans = new LinkedHashMap<>();
    private final Map<String, String> subscribers = new LinkedHashMap<>();
    private final Map<String, Line> held = new LinkedHashMap<>();
    private final Set<String> present = new LinkedHashSet<>();
    private @Nullable Instant liveSince;

    Channel() {
        subscribers.put("600000005", "1000");
    }

    void keep(Line line) {
        lines.put(line.id(), line);
        if (lines.size() > KEPT) {
            lines.remove(lines.firstEntry().getKey());
        }
    }

    @Nullable
    Line line(String id) {
        return lines.get(id);
    }

    @Nullable
    Line remove(String id) {
        return lines.remove(id);
    }

    /** The lines that fit, oldest first; they are gone afterwards. */
    List<Line> removeIf(Predicate<Line> fits) {
        List<Line> gone = lines.values().stream().filter(fits).toList();
        gone.forEach(line -> lines.remove(line.id()));
        return gone;
    }

    /** The newest lines, oldest first. */
    List<Line> last(int count) {
        List<Line> last = new ArrayList<>();
        for (Line line : lines.sequencedValues().reversed()) {
            if (last.size() == count) {
                break;
            }
            last.add(line);
        }
        return last.reversed();
    }

    Map<String, Ban> bans() {
        return bans;
    }

    boolean isBanned(Account account, Instant now) {
        Ban ban = bans.get(account.id());
        return ban != null && ban.holds(now);
    }

    /** The tier, {@code 1000} to {@code 3000}, by the account's id. */
    Map<String, String> subscribers() {
        return subscribers;
    }

    /** What Twitch's own filter holds until a moderator decides, by id. */
    Map<String, Line> held() {
        return held;
    }

    /** The logins of those who sit in the chat. */
    Set<String> present() {
        return present;
    }

    /** When the stream went on, or null while it is off. */
    @Nullable
    Instant liveSince() {
        return liveSince;
    }

    void live(@Nullable Instant since) {
        liveSince = since;
    }

    static boolean owns(Account account) {
        return account.id().equals(OWNER);
    }

    static boolean moderates(Account account) {
        return owns(account) || MODERATORS.contains(account.id());
    }

    static Set<String> moderators() {
        return MODERATORS;
    }
}
