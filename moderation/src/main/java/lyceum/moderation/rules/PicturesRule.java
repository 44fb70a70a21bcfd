package lyceum.moderation.rules;

import java.util.List;

/** Pictures that look like ones removed before, by difference hashes of 64 bits. */
public final class PicturesRule implements Rule {
    private static final double SAME = 0.95;
    private static final double ALIKE = 0.7;
    private static final int NEAR = 6;
    private final long[] removed;

    public PicturesRule(List<Long> removed) {
        this.removed = removed.stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public String name() {
        return "pictures";
    }

    @Override
    public List<Signal> judge(Post post) {
        int best = NEAR + 1;
        for (long picture : post.pictures()) {
            for (long known : removed) {
                best = Math.min(best, Long.bitCount(picture ^ known));
            }
        }
        return best <= NEAR
                ? List.of(
                        new Signal(name(), version(), "picture", 0, 0, best <= 1 ? SAME : ALIKE, best + " bits differ"))
                : List.of();
    }
}
