package lyceum.program.settings;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import lyceum.moderation.Guards;
import lyceum.moderation.Guards.TwoPeople;
import lyceum.moderation.file.PolicyName;

/**
 * What the gate does.
 *
 * @param rooms where what is held is shown to moderators
 * @param remindAfter how long something waits before they are reminded
 * @param policy which rules judge, and what they may do
 * @param evidenceKept how long the words and files of a case are kept once it is decided
 * @param whileHeld what becomes of a held message where it was said
 * @param twoPeople what a second moderator must confirm
 * @param most how much a rule, a moderator and all together may do in a minute
 */
public record Moderation(
        Set<Room> rooms,
        Duration remindAfter,
        PolicyName policy,
        Duration evidenceKept,
        WhileHeld whileHeld,
        Set<TwoPeople> twoPeople,
        Most most,
        Words words) {
    public Moderation {
        twoPeople = Set.copyOf(twoPeople);
        if (remindAfter.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new IllegalArgumentException("remind-after is at least 1m\nremind-after 至少为 1m");
        }
        if (evidenceKept.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("evidence-kept is at least 1d\nevidence-kept 至少为 1d");
        }
        if (rooms.isEmpty() && !words.hold().isEmpty()) {
            throw new IllegalArgumentException(
                    "words has a list `hold`, but `rooms` is empty, so nobody would see what is held; name the moderators' room\n"
                            + "words 中有 `hold` 列表，但 `rooms` 为空，没有人能看到被扣留的消息；请写上管理员的房间");
        }
    }

    static Moderation defaults() {
        return new Moderation(
                Set.of(),
                Duration.ofMinutes(15),
                PolicyName.RELAXED,
                Duration.ofDays(180),
                WhileHeld.STAYS,
                Set.of(),
                Most.defaults(),
                Words.defaults());
    }

    /** What keeps one rule, or one moderator, from doing much harm. */
    public Guards guards() {
        return new Guards(twoPeople, Guards.USUAL.many(), new Guards.Most(most.rule(), most.moderator(), most.all()));
    }

    /** What becomes of a held message where it was said. */
    public enum WhileHeld {
        STAYS,
        HIDDEN
    }

    /** How much may be done in a minute. */
    public record Most(int rule, int moderator, int all) {
        public Most {
            if (rule < 1 || moderator < 1 || all < 1) {
                throw new IllegalArgumentException("each of `most` is at least 1\n`most` 中的每一项至少为 1");
            }
        }

        static Most defaults() {
            return new Most(60, 60, 300);
        }
    }

    /** The word list; Latin words match as whole words, Chinese ones anywhere. */
    public record Words(List<String> remove, List<String> hold) {
        static Words defaults() {
            return new Words(List.of(), List.of());
        }
    }
}
