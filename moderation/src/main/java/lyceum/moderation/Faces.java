package lyceum.moderation;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.People.MembersMerged;
import lyceum.kernel.event.People.MembersParted;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Whose account is whose, as heard: what is done to a person is done to all their accounts. */
final class Faces {
    private record Row(AuthorId account, MemberId member, String name, Language language, Instant since) {}

    /** Writes down who spoke where that is new. Since when they are known; null where nobody is behind the account. */
    @Nullable
    Instant hear(Speaker speaker, Tx tx) {
        Actor actor = tx.actor();
        if (actor == null) {
            return null;
        }
        Optional<Row> known = row(tx.read(), speaker.id());
        Instant since = known.map(Row::since)
                .orElseGet(() -> Instant.ofEpochMilli(tx.now().toEpochMilli()));
        Row now = new Row(speaker.id(), actor.member(), Cards.oneLine(speaker.name()), actor.language(), since);
        if (known.isEmpty()) {
            insert(tx.write(), now);
            also(actor.accounts(), now, tx);
        } else if (!known.get().equals(now)) {
            tx.write()
                    .execute(
                            "update moderation_account set member = ?, name = ?, language = ? where account = ?",
                            now.member().value(),
                            now.name(),
                            now.language().tag(),
                            now.account().toString());
        }
        return since;
    }

    /** Accounts that were linked and never heard belong to the person all the same. */
    private static void also(Set<AuthorId> accounts, Row known, Tx tx) {
        for (AuthorId account : accounts) {
            if (row(tx.read(), account).isEmpty()) {
                insert(tx.write(), new Row(account, known.member(), known.name(), known.language(), known.since()));
            }
        }
    }

    private static void insert(Handle write, Row row) {
        write.execute(
                "insert into moderation_account (account, member, name, language, since) values (?, ?, ?, ?, ?)",
                row.account().toString(),
                row.member().value(),
                row.name(),
                row.language().tag(),
                row.since().toEpochMilli());
    }

    /** The person behind an account that was heard. */
    Optional<Known> of(Handle read, AuthorId account) {
        return row(read, account).flatMap(row -> of(read, row.member()));
    }

    Optional<Known> of(Handle read, MemberId member) {
        List<Row> rows = rows(read, "where member = ? order by since", member.value());
        return rows.isEmpty() ? Optional.empty() : Optional.of(known(rows));
    }

    /** Who is meant by a name, an account's id, or a mention of it; empty where nobody or more than one person is. */
    Optional<Known> named(Handle read, String typed) {
        String name = typed.strip().replaceAll("^<@!?([0-9]+)>$", "$1").replaceAll("^@", "");
        List<Row> rows = rows(read, "where lower(name) = ?", name.toLowerCase(Locale.ROOT));
        if (rows.isEmpty()) {
            rows = rows(read, "where account = ?", name);
        }
        if (rows.isEmpty()) {
            rows = rows(read, "where account like '%:' || ?", name);
        }
        Set<MemberId> members = rows.stream().map(Row::member).collect(Collectors.toSet());
        return members.size() == 1 ? of(read, members.iterator().next()) : Optional.empty();
    }

    void merge(MembersMerged merged, Tx tx) {
        tx.write()
                .execute(
                        "update moderation_account set member = ? where member = ?",
                        merged.into().value(),
                        merged.from().value());
        rows(tx.read(), "where member = ? order by since", merged.into().value()).stream()
                .findFirst()
                .ifPresent(known -> also(merged.accounts(), known, tx));
    }

    void part(MembersParted parted, Tx tx) {
        tx.write()
                .execute(
                        "update moderation_account set member = ? where account = ?",
                        parted.own().value(),
                        parted.account().toString());
    }

    void forget(MemberForgotten forgotten, Tx tx) {
        for (AuthorId account : forgotten.accounts()) {
            tx.write().execute("delete from moderation_account where account = ?", account.toString());
            tx.write().execute("delete from moderation_said where account = ?", account.toString());
        }
    }

    private static Optional<Row> row(Handle read, AuthorId account) {
        return rows(read, "where account = ?", account.toString()).stream().findFirst();
    }

    private static Known known(List<Row> rows) {
        Row newest = rows.getLast();
        return new Known(
                newest.member(),
                newest.name(),
                newest.language(),
                rows.stream().map(Row::account).collect(Collectors.toSet()));
    }

    private static List<Row> rows(Handle read, String where, Object value) {
        return read.createQuery("select account, member, name, language, since from moderation_account " + where)
                .bind(0, value)
                .map((row, _) -> new Row(
                        AuthorId.parse(row.getString("account")),
                        new MemberId(row.getLong("member")),
                        row.getString("name"),
                        Language.nearest(row.getString("language")),
                        Instant.ofEpochMilli(row.getLong("since"))))
                .list();
    }
}
