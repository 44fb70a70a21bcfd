package lyceum.community.giveaways;

import java.util.List;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.feature.Tx;

/** What becomes of entries when people turn out to be one, or are to be forgotten. */
final class Entrants {
    /**
     * One person has one entry, while a giveaway is open; what was drawn stays drawn.
     *
     * @return the giveaways whose entries have changed
     */
    List<Long> merge(Tx tx, MembersMerged merged) {
        long from = merged.from().value();
        long into = merged.into().value();
        List<Long> doubled = tx.read()
                .createQuery("select g.id from giveaways_giveaway g where g.state = 'OPEN'"
                        + " and exists (select 1 from giveaways_entry e where e.giveaway = g.id and e.member = ?)"
                        + " and exists (select 1 from giveaways_entry e where e.giveaway = g.id and e.member = ?)")
                .bind(0, from)
                .bind(1, into)
                .mapTo(Long.class)
                .list();
        doubled.forEach(id -> delete(tx, id, from));
        String alone = " where member = ? and giveaway not in (select giveaway from giveaways_entry where member = ?)";
        tx.write().execute("update giveaways_drawn set member = ?" + alone, into, from, into);
        tx.write().execute("update giveaways_entry set member = ?" + alone, into, from, into);
        return doubled;
    }

    /**
     * An entry in an open giveaway goes with who entered; in a drawn one it is nobody's, and its tag stays, so that the proof holds.
     *
     * @return the giveaways whose entries have changed
     */
    List<Long> forget(Tx tx, MemberForgotten forgotten) {
        long member = forgotten.member().value();
        List<Long> open = tx.read()
                .createQuery("select e.giveaway from giveaways_entry e join giveaways_giveaway g on g.id = e.giveaway"
                        + " where e.member = ? and g.state = 'OPEN'")
                .bind(0, member)
                .mapTo(Long.class)
                .list();
        open.forEach(id -> delete(tx, id, member));
        List<Long> drawn = tx.read()
                .createQuery("select giveaway from giveaways_entry where member = ?")
                .bind(0, member)
                .mapTo(Long.class)
                .list();
        for (long id : drawn) {
            long nobody = -tx.random().nextLong(1, Long.MAX_VALUE);
            tx.write()
                    .execute(
                            "update giveaways_entry set member = ?, account = ?, name = '-', salt = ''"
                                    + " where giveaway = ? and member = ?",
                            nobody,
                            "forgotten:" + -nobody,
                            id,
                            member);
            tx.write()
                    .execute(
                            "update giveaways_drawn set member = ? where giveaway = ? and member = ?",
                            nobody,
                            id,
                            member);
        }
        return open;
    }

    private static void delete(Tx tx, long giveaway, long member) {
        tx.write().execute("delete from giveaways_entry where giveaway = ? and member = ?", giveaway, member);
    }
}
