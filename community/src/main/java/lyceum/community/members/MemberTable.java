package lyceum.community.members;

import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
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
            select m.member, m.language, m.zone, a.account, w.wish
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
                        row.getLong("member"),
                        row.getString("language"),
                        row.getString("zone"),
                        row.getString("account"),
                        row.getString("wish")))
                .list();
        return rows.isEmpty() ? Optional.empty() : Optional.of(person(rows));
    }

    /** Makes a new person of an account that nobody has. */
    Person add(Handle write, AuthorId account, Instant now) {
        long member = write.createQuery("select coalesce(max(member), 0) + 1 from members_member")
                .mapTo(Long.class)
                .one();
        write.execute("insert into members_member (member, since) values (?, ?)", member, now.toEpochMilli());
        write.execute("insert into members_account (account, member) values (?, ?)", account.toString(), member);
        return new Person(new MemberId(member), Set.of(account), null, null, Set.of());
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
        Set<AuthorId> accounts = new HashSet<>();
        Set<Wish> wishes = EnumSet.noneOf(Wish.class);
        for (Row row : rows) {
            accounts.add(AuthorId.parse(row.account()));
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
            @Nullable String wish) {}
}
