package lyceum.moderation.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What must be so for a rule to count: joined by AND, OR and NOT. */
public sealed interface Condition {
    /** Whether it is so, for a post and what the other rules said of it. */
    boolean holds(Post post, List<Signal> signals);

    record All(List<Condition> parts) implements Condition {
        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Post post, List<Signal> signals) {
            return parts.stream().allMatch(part -> part.holds(post, signals));
        }
    }

    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Post post, List<Signal> signals) {
            return parts.stream().anyMatch(part -> part.holds(post, signals));
        }
    }

    record Not(Condition part) implements Condition {
        @Override
        public boolean holds(Post post, List<Signal> signals) {
            return !part.holds(post, signals);
        }
    }

    /** The rule of this name objects at least so much. */
    record Objects(String rule, double severity) implements Condition {
        @Override
        public boolean holds(Post post, List<Signal> signals) {
            return signals.stream().anyMatch(signal -> signal.rule().equals(rule) && signal.severity() >= severity);
        }
    }

    record HasRole(String role) implements Condition {
        @Override
        public boolean holds(Post post, List<Signal> signals) {
            return post.standing().roles().contains(role);
        }
    }

    record InRoom(String room) implements Condition {
        @Override
        public boolean holds(Post post, List<Signal> signals) {
            return post.room().equals(room);
        }
    }

    record OnPlatform(String platform) implements Condition {
        @Override
        public boolean holds(Post post, List<Signal> signals) {
            return post.standing().platform().equals(platform);
        }
    }

    /** Came less than this long ago; false where nobody knows. */
    record YoungerThan(Duration age) implements Condition {
        @Override
        public boolean holds(Post post, List<Signal> signals) {
            Instant joined = post.standing().joined();
            return joined.isAfter(Instant.EPOCH) && joined.plus(age).isAfter(post.at());
        }
    }

    /** Came at least this long ago; false where nobody knows. */
    record MemberFor(Duration age) implements Condition {
        @Override
        public boolean holds(Post post, List<Signal> signals) {
            Instant joined = post.standing().joined();
            return joined.isAfter(Instant.EPOCH) && !joined.plus(age).isAfter(post.at());
        }
    }
}
