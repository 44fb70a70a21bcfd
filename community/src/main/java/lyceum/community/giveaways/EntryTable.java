package lyceum.community.giveaways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lyceum.community.giveaways.Giveaway.Drawn;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import org.jdbi.v3.core.Handle;

/** The tables of who entered giveaways, and of who was drawn. */
final class EntryTable {
    private static final String NOBODY = "nobody-";
    private static final String COLUMNS =
            "select e.member, e.account, e.name, e.language, e.salt, e.tag, e.tickets, e.linked from giveaways_entry e";

    /** False where the person is in already. */
    boolean add(Handle write, long giveaway, Entry entry, Instant now) {
        return write.execute(
                        "insert into giveaways_entry (giveaway, member, account, name, language, salt, tag, tickets, linked,"
                                + " entered) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        giveaway,
                        entry.member(),
                        entry.account().toString(),
                        entry.name(),
                        entry.language().name(),
                        entry.salt(),
                        entry.tag(),
                        entry.tickets(),
                        entry.linked() ? 1 : 0,
                        now.toEpochMilli())
                > 0;
    }

    /** The entry of a person, whichever of their accounts it was made with. */
    Optional<Entry> of(Handle read, long giveaway, Actor actor) {
        Optional<Entry> own = of(read, giveaway, actor.member().value());
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

    /** All entries of a person's accounts: two where accounts were joined after the draw. */
    List<Entry> each(Handle read, long giveaway, Actor actor) {
        List<Entry> found = new ArrayList<>();
        of(read, giveaway, actor).ifPresent(found::add);
        for (AuthorId account : actor.accounts()) {
            read.createQuery(COLUMNS + " where e.giveaway = ? and e.account = ?")
                    .bind(0, giveaway)
                    .bind(1, account.toString())
                    .map((row, context) -> entry(row))
                    .findOne()
                    .filter(entry ->
                            found.stream().noneMatch(known -> known.tag().equals(entry.tag())))
                    .ifPresent(found::add);
        }
        return found;
    }

    /** The giveaways that a person has entered, by their number. */
    List<Long> entered(Handle read, long member) {
        return read.createQuery("select giveaway from giveaways_entry where member = ? order by giveaway")
                .bind(0, member)
                .mapTo(Long.class)
                .list();
    }

    /** Of two people's entries in an open giveaway the earlier one stays, for the second of them; true where one went. */
    boolean join(Handle write, long giveaway, long from, long into) {
        List<Long> both = write.createQuery("select member from giveaways_entry where giveaway = ? and member in (?, ?)"
                        + " order by entered, tag")
                .bind(0, giveaway)
                .bind(1, from)
                .bind(2, into)
                .mapTo(Long.class)
                .list();
        if (both.size() > 1) {
            remove(write, giveaway, both.getLast());
        }
        rename(write, giveaway, from, into);
        write.execute("update giveaways_entry set linked = 1 where giveaway = ? and member = ?", giveaway, into);
        return both.size() > 1;
    }

    /** What was one person's is another's, unless that one has an entry too. */
    void rename(Handle write, long giveaway, long from, long into) {
        boolean free = write.createQuery("select count(*) from giveaways_entry where giveaway = ? and member = ?")
                        .bind(0, giveaway)
                        .bind(1, into)
                        .mapTo(Long.class)
                        .one()
                == 0;
        if (free) {
            for (String table : List.of("giveaways_entry", "giveaways_drawn")) {
                write.execute(
                        "update " + table + " set member = ? where giveaway = ? and member = ?", into, giveaway, from);
            }
        }
    }

    void remove(Handle write, long giveaway, long member) {
        write.execute("delete from giveaways_entry where giveaway = ? and member = ?", giveaway, member);
    }

    /** Keeps what a published proof needs, its tag, and nothing that leads to a person but the platform they came from. */
    void forget(Handle write, long giveaway, Entry entry) {
        String nobody = new AuthorId(entry.account().platform(), NOBODY + entry.member()).toString();
        write.execute(
                "update giveaways_entry set account = ?, name = '', salt = '' where giveaway = ? and member = ?",
                nobody,
                giveaway,
                entry.member());
    }

    /** The entry of a person in a giveaway by their number. */
    Optional<Entry> of(Handle read, long giveaway, long member) {
        return read.createQuery(COLUMNS + " where e.giveaway = ? and e.member = ?")
                .bind(0, giveaway)
                .bind(1, member)
                .map((row, context) -> entry(row))
                .findOne();
    }

    /** Everybody who takes part. */
    List<Entry> all(Handle read, long giveaway) {
        return read.createQuery(COLUMNS + " where e.giveaway = ? and e.tickets > 0 order by e.tag")
                .bind(0, giveaway)
                .map((row, context) -> entry(row))
                .list();
    }

    long count(Handle read, long giveaway) {
        return read.createQuery("select count(*) from giveaways_entry where giveaway = ? and tickets > 0")
                .bind(0, giveaway)
                .mapTo(Long.class)
                .one();
    }

    void tickets(Handle write, long giveaway, long member, int tickets) {
        write.execute(
                "update giveaways_entry set tickets = ? where giveaway = ? and member = ?", tickets, giveaway, member);
    }

    /**
     * Accounts of one platform that take part.
     *
     * @param alone of people who are known by no other account
     */
    record Accounts(long all, long alone) {}

    /** The accounts of each platform that take part. */
    Map<String, Accounts> accounts(Handle read, long giveaway) {
        Map<String, Accounts> counts = new TreeMap<>();
        read.createQuery("select substr(account, 1, instr(account, ':') - 1) platform, count(*) accounts,"
                        + " sum(case when linked > 0 then 0 else 1 end) alone"
                        + " from giveaways_entry where giveaway = ? and tickets > 0 group by 1")
                .bind(0, giveaway)
                .map((row, context) -> Map.entry(
                        row.getString("platform"), new Accounts(row.getLong("accounts"), row.getLong("alone"))))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /**
     * Somebody who was drawn.
     *
     * @param place 0 for the first
     */
    record Pick(int place, Drawn state, Entry entry) {}

    /** Everybody who was drawn, in the order of the draw. */
    List<Pick> picks(Handle read, long giveaway) {
        return read.createQuery(
                        "select d.place, d.state, e.member, e.account, e.name, e.language, e.salt, e.tag, e.tickets,"
                                + " e.linked"
                                + " from giveaways_drawn d"
                                + " join giveaways_entry e on e.giveaway = d.giveaway and e.member = d.member"
                                + " where d.giveaway = ? order by d.place")
                .bind(0, giveaway)
                .map((row, context) -> new Pick(row.getInt("place"), Drawn.valueOf(row.getString("state")), entry(row)))
                .list();
    }

    void drawn(Handle write, long giveaway, int place, long member, Drawn state) {
        write.execute(
                "insert into giveaways_drawn (giveaway, place, member, state) values (?, ?, ?, ?)",
                giveaway,
                place,
                member,
                state.name());
    }

    /** Whoever is asked to claim has until then. */
    void until(Handle write, long giveaway, long member, Instant until) {
        write.execute(
                "update giveaways_drawn set claim_until = ? where giveaway = ? and member = ?",
                until.toEpochMilli(),
                giveaway,
                member);
    }

    /** Those who are asked to claim and have not in time. */
    List<Entry> late(Handle read, long giveaway, Instant now) {
        return read.createQuery(
                        COLUMNS + " join giveaways_drawn d on d.giveaway = e.giveaway and d.member = e.member"
                                + " where e.giveaway = ? and d.state = 'ASKED' and coalesce(d.claim_until, 0) <= ? order by d.place")
                .bind(0, giveaway)
                .bind(1, now.toEpochMilli())
                .map((row, context) -> entry(row))
                .list();
    }

    /** When the first of those who are asked to claim is late; empty where nobody is, or only those whose time the timer knows. */
    Optional<Instant> firstUntil(Handle read, long giveaway) {
        return read.createQuery("select claim_until from giveaways_drawn where giveaway = ? and state = 'ASKED'"
                        + " and claim_until is not null order by 1 limit 1")
                .bind(0, giveaway)
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    /** Whether somebody of this tag takes part. */
    boolean takesPart(Handle read, long giveaway, String tag) {
        return read.createQuery(
                        "select exists (select 1 from giveaways_entry where giveaway = ? and tag = ? and tickets > 0)")
                .bind(0, giveaway)
                .bind(1, tag)
                .mapTo(Boolean.class)
                .one();
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
                row.getString("tag"),
                row.getInt("tickets"),
                row.getInt("linked") > 0);
    }
}
