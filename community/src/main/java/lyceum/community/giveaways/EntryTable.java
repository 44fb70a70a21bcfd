package lyceum.community.giveaways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import lyceum.community.giveaways.Giveaway.Drawn;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import org.jdbi.v3.core.Handle;

/** The tables of who entered giveaways, and of who was drawn. */
final class EntryTable {
    private static final String COLUMNS =
            "select e.member, e.account, e.name, e.language, e.salt, e.tag from giveaways_entry e";

    /** False where the person is in already. */
    boolean add(Handle write, long giveaway, Entry entry) {
        return write.execute(
                        "insert into giveaways_entry (giveaway, member, account, name, language, salt, tag)"
                                + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        giveaway,
                        entry.member(),
                        entry.account().toString(),
                        entry.name(),
                        entry.language().name(),
                        entry.salt(),
                        entry.tag())
                > 0;
    }

    /** The entry of a person, whichever of their accounts it was made with. */
    Optional<Entry> of(Handle read, long giveaway, Actor actor) {
        Optional<Entry> own = read.createQuery(COLUMNS + " where e.giveaway = ? and e.member = ?")
                .bind(0, giveaway)
                .bind(1, actor.member().value())
                .map((row, context) -> entry(row))
                .findOne();
        if (own.isPresent()) {
            return own;
        }
        return actor.accounts().stream()
                .flatMap(account -> read
                        .createQuery(COLUMNS + " where e.giveaway = ? and e.account = ?")
                        .bind(0, giveaway)
                        .bind(1, account.toString())
                        .map((row, context) -> entry(row))
                        .findOne()
                        .stream())
                .findFirst();
    }

    List<Entry> all(Handle read, long giveaway) {
        return read.createQuery(COLUMNS + " where e.giveaway = ? order by e.tag")
                .bind(0, giveaway)
                .map((row, context) -> entry(row))
                .list();
    }

    long count(Handle read, long giveaway) {
        return read.createQuery("select count(*) from giveaways_entry where giveaway = ?")
                .bind(0, giveaway)
                .mapTo(Long.class)
                .one();
    }

    void drawn(Handle write, long giveaway, int place, long member, Drawn state) {
        write.execute(
                "insert into giveaways_drawn (giveaway, place, member, state) values (?, ?, ?, ?)",
                giveaway,
                place,
                member,
                state.name());
    }

    /** Moves somebody who was drawn on; false where they were not in that state. */
    boolean move(Handle write, long giveaway, long member, Drawn from, Drawn to) {
        return write.execute(
                        "update giveaways_drawn set state = ? where giveaway = ? and member = ? and state = ?",
                        to.name(),
                        giveaway,
                        member,
                        from.name())
                > 0;
    }

    /** Those who were drawn and are in a state, in the order of the draw. */
    List<Entry> drawn(Handle read, long giveaway, Drawn state) {
        return read.createQuery(COLUMNS + " join giveaways_drawn d on d.giveaway = e.giveaway and d.member = e.member"
                        + " where e.giveaway = ? and d.state = ? order by d.place")
                .bind(0, giveaway)
                .bind(1, state.name())
                .map((row, context) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getLong("member"),
                AuthorId.parse(row.getString("account")),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getString("salt"),
                row.getString("tag"));
    }
}
