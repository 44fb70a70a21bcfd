package lyceum.community.qna;

import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody said.
 *
 * @param message as it is written; of what was asked by a command, a name that no message has
 * @param who who said it
 * @param at milliseconds since 1970
 */
record Line(String message, Who who, String said, long at) {
    /**
     * A person, as they are known here.
     *
     * @param member null where nobody knows who an account is
     */
    record Who(AuthorId account, @Nullable MemberId member, String name) {
        boolean is(Who other) {
            return account.equals(other.account) || (member != null && member.equals(other.member));
        }

        /** The same over all accounts of a person, where it is known who they are. */
        String key() {
            return member == null ? account.toString() : "member:" + member.value();
        }

        @Nullable
        Long number() {
            return member == null ? null : member.value();
        }
    }
}
