package lyceum.moderation.file;

import lyceum.moderation.policy.Policy;

/** A shipped policy, as settings name it. */
public enum PolicyName {
    RELAXED,
    CLASSROOM,
    STRICT;

    public Policy policy() {
        return switch (this) {
            case RELAXED -> Policy.RELAXED;
            case CLASSROOM -> Policy.CLASSROOM;
            case STRICT -> Policy.STRICT;
        };
    }
}
