package lyceum.community.polls;

import java.util.List;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.feature.Tx;

/** What becomes of ballots when people turn out to be one, or are to be forgotten. */
final class VoterTable {
    /**
     * One person has one ballot, while a poll is open; what was counted stays counted.
     *
     * @return the polls whose counts have changed
     */
    List<Long> merge(Tx tx, MembersMerged merged) {
        long from = merged.from().value();
        long into = merged.into().value();
        List<Long> doubled = tx.read()
                .createQuery("select p.id from polls_poll p where p.closed is null"
                        + " and exists (select 1 from polls_ballot b where b.poll = p.id and b.member = ?)"
                        + " and exists (select 1 from polls_ballot b where b.poll = p.id and b.member = ?)")
                .bind(0, from)
                .bind(1, into)
                .mapTo(Long.class)
                .list();
        doubled.forEach(
                poll -> tx.write().execute("delete from polls_ballot where poll = ? and member = ?", poll, from));
        tx.write()
                .execute(
                        "update polls_ballot set member = ? where member = ? and poll not in"
                                + " (select poll from polls_ballot where member = ?)",
                        into,
                        from,
                        into);
        return doubled;
    }

    /**
     * A ballot in an open poll goes with its voter; in a closed one it is nobody's.
     *
     * @return the polls whose counts have changed
     */
    List<Long> forget(Tx tx, MemberForgotten forgotten) {
        long member = forgotten.member().value();
        List<Long> polls = tx.read()
                .createQuery("select poll from polls_ballot where member = ?")
                .bind(0, member)
                .mapTo(Long.class)
                .list();
        List<Long> open = tx.read()
                .createQuery("select b.poll from polls_ballot b join polls_poll p on p.id = b.poll"
                        + " where b.member = ? and p.closed is null")
                .bind(0, member)
                .mapTo(Long.class)
                .list();
        for (long poll : polls) {
            if (open.contains(poll)) {
                tx.write().execute("delete from polls_ballot where poll = ? and member = ?", poll, member);
            } else {
                tx.write()
                        .execute(
                                "update polls_ballot set member = ?, account = '' where poll = ? and member = ?",
                                -tx.random().nextLong(1, Long.MAX_VALUE),
                                poll,
                                member);
            }
        }
        return open;
    }
}
