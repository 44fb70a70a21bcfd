package lyceum.program.settings;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import lyceum.moderation.file.PolicyName;

/**
 * What the gate does.
 *
 * @param rooms where what is held is shown to moderators
 * @param remindAfter how long something waits before they are reminded
 * @param policy which rules judge, and what they may do
 */
public record Moderation(Set<Room> rooms, Duration remindAfter, PolicyName policy, Words words) {
    public Moderation {
        if (remindAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("remind-after is at least 1m\nremind-after 至少为 1m");
        }
        if (rooms.isEmpty() && !words.hold().isEmpty()) {
            throw new IllegalArgumentException(
                    "words has a list `hold`, but `rooms` is empty, so nobody would see what is held; name the moderators' room\n"
                            + "words 中有 `hold` 列表，但 `rooms` 为空，没有人能看到被扣留的消息；请写上管理员的房间");
        }
    }

    static Moderation defaults() {
        return new Moderation(Set.of(), Duration.ofMinutes(15), PolicyName.RELAXED, Words.defaults());
    }

    /** The word list; Latin words match as whole words, Chinese ones anywhere. */
    public record Words(List<String> remove, List<String> hold) {
        static Words defaults() {
            return new Words(List.of(), List.of());
        }
    }
}
