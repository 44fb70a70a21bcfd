package lyceum.community.members;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Wish;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of people, accounts and wishes. */
final class MemberTable {
    private static final String OF_ACCOUNT = """
            select m.member, m.language, m.zone, a.account, a.name, w.wish
            from members_account known
            join members_member m on m.member = known.member
            join members_account a on a.member = known.member
            left join members_wish w on w.member = known.member
            where known.account = ?
            """;

    /** One read by key, whether the account is known or not. */
    Optional<Person> find(Handle read, AuthorId account) {
        List<Row> rows = read.createQuery(OF_ACCOUNT)
                .bind(0, account.toString())
                .map((row, context) -> new Row(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(person(rows));
    }

    /** Makes a new person of an account that nobody has. */
    Person add(Handle write, AuthorId account, String name, Instant now) {
        long member = newMember(write, now);
        write.execute(
                "insert into members_account (account, member, name) values (?, ?, ?)",
                account.toString(),
                member,
                name);
        return new Person(new MemberId(member), Map.of(account, name), null, null, Set.of());
    }

    /** An account is shown under this name now. */
    void named(Handle write, AuthorId account, String name) {
        write.execute("update members_account set name = ? where account = ?", name, account.toString());
    }

    /** Two people are one, seen first when either was: what {@code into} has chosen holds, and what both wish. */
    void merge(Handle write, MemberId from, MemberId into) {
        write.execute("update members_account set member = ? where member = ?", into.value(), from.value());
        for (String chosen : List.of("language", "zone")) {
            write.execute(
                    "update members_member set " + chosen + " = coalesce(" + chosen + ", (select other." + chosen
                            + " from members_member other where other.member = ?)) where member = ?",
                    from.value(),
                    into.value());
        }
        write.execute(
                "update members_member set since = (select min(both.since) from members_member both"
                        + " where both.member in (?, ?)) where member = ?",
                from.value(),
                into.value(),
                into.value());
        copyWishes(write, from, into);
        write.execute("delete from members_wish where member = ?", from.value());
        write.execute("update members_member set became = ? where member = ?", into.value(), from.value());
    }

    /** An account becomes a person of its own, who has chosen the same. */
    MemberId part(Handle write, MemberId from, AuthorId account, Instant now) {
        MemberId own = new MemberId(newMember(write, now));
        write.execute("update members_account set member = ? where account = ?", own.value(), account.toString());
        for (String chosen : List.of("language", "zone")) {
            write.execute(
                    "update members_member set " + chosen + " = (select other." + chosen
                            + " from members_member other where other.member = ?) where member = ?",
                    from.value(),
                    own.value());
        }
        copyWishes(write, from, own);
        return own;
    }

    /** Nothing of a person is kept but that there was one. */
    void forget(Handle write, MemberId member) {
        write.execute("delete from members_wish where member = ?", member.value());
        write.execute("delete from members_account where member = ?", member.value());
        write.execute(
                "update members_member set language = null, zone = null, since = 0 where member = ?", member.value());
    }

    private static void copyWishes(Handle write, MemberId from, MemberId into) {
        write.execute(
                "insert into members_wish (member, wish) select ?, wish from members_wish where member = ?"
                        + " and wish not in (select wish from members_wish where member = ?)",
                into.value(),
                from.value(),
                into.value());
    }

    private static long newMember(Handle write, Instant now) {
        long member = write.createQuery("select coalesce(max(member), 0) + 1 from members_member")
                .mapTo(Long.class)
                .one();
        write.execute("insert into members_member (member, since) values (?, ?)", member, now.toEpochMilli());
        return member;
    }

    void choose(Handle write, MemberId member, Language language) {
        write.execute("update members_member set language = ? where member = ?", language.tag(), member.value());
    }

    void choose(Handle write, MemberId member, ZoneId zone) {
        write.execute("update members_member set zone = ? where member = ?", zone.getId(), member.value());
    }

    void wish(Handle write, MemberId member, Wish wish, boolean wished) {
        write.execute("delete from members_wish where member = ? and wish = ?", member.value(), wish.name());
        if (wished) {
            write.execute("insert into members_wish (member, wish) values (?, ?)", member.value(), wish.name());
        }
    }

    private static Person person(List<Row> rows) {
        Map<AuthorId, String> accounts = new HashMap<>();
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        for (Row row : rows) {
            accounts.put(AuthorId.parse(row.account()), row.name());
            if (row.wish() != null) {
                wishes.add(Wish.valueOf(row.wish()));
            }
        }
        Row first = rows.getFirst();
        return new Person(
                new MemberId(first.member()),
                accounts,
                first.language() == null ? null : Language.nearest(first.language()),
                first.zone() == null ? null : ZoneId.of(first.zone()),
                wishes);
    }

    private record Row(
            long member,
            @Nullable String language,
            @Nullable String zone,
            String account,
            String name,
            @Nullable String wish) {}
}
