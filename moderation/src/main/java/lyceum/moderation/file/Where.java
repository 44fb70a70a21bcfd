package lyceum.moderation.file;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.moderation.rules.Condition;

/**
 * Who speaks, and where.
 *
 * @param memberFor how long somebody has been here at least
 */
public record Where(Set<String> roles, Set<String> rooms, Set<String> platforms, Optional<Duration> memberFor) {
    public Where {
        roles = roles.stream().map(role -> role.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        rooms = Set.copyOf(rooms);
        platforms = Set.copyOf(platforms);
    }

    static Where defaults() {
        return new Where(Set.of(), Set.of(), Set.of(), Optional.empty());
    }

    /** Holds as soon as one of these is so; never where nothing is said. */
    Condition any() {
        return new Condition.Any(groups());
    }

    /** Holds where everything that is said is so, of each list one. */
    Condition all() {
        return new Condition.All(groups());
    }

    private List<Condition> groups() {
        List<Condition> groups = new ArrayList<>();
        add(roles.stream().map(role -> (Condition) new Condition.HasRole(role)).toList(), groups);
        add(rooms.stream().map(room -> (Condition) new Condition.InRoom(room)).toList(), groups);
        add(
                platforms.stream()
                        .map(platform -> (Condition) new Condition.OnPlatform(platform))
                        .toList(),
                groups);
        memberFor.ifPresent(age -> groups.add(new Condition.MemberFor(age)));
        return groups;
    }

    private static void add(List<Condition> choices, List<Condition> groups) {
        if (!choices.isEmpty()) {
            groups.add(new Condition.Any(choices));
        }
    }
}
