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

    /** Reads a hash of sixteen hexadecimal digits. */
    public static long hash(String digits) {
        if (!digits.matches("[0-9a-fA-F]{16}")) {
            throw new IllegalArgumentException(
                    "hashes has %1$s; 16 hexadecimal digits are needed\nhashes 中的 %1$s 不对；需要 16 位十六进制数字"
                            .formatted(digits));
        }
        return Long.parseUnsignedLong(digits, 16);
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
                ? List.of(new Signal(
                        name(), version(), "picture", 0, 0, best <= 1 ? SAME : ALIKE, (Long.SIZE - best) + "/64"))
                : List.of();
    }
}
