package lyceum.scheduler.classes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Wish;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** How people who follow a class are reached: kept as they were last seen, and one person where two turn out to be the same. */
final class PeopleTable {
    /** Where a person can be written to who did not write first, in order of liking if they have shown none. */
    private static final List<String> PRIVATE = List.of("telegram", "discord");

    /** One person: where they like to be written to, or null where they cannot. */
    record Person(
            long member,
            Language language,
            ZoneId zone,
            String name,
            @Nullable AuthorId account,
            boolean quiet) {}

    /** Somebody acts: if they are known here, they are known as they are now. Cheap for all others. */
    void seen(Handle read, Writer write, Actor actor) {
        List<Long> known = read.createQuery("select distinct member from classes_account where account in (<accounts>)")
                .bindList("accounts", accounts(actor))
                .mapTo(Long.class)
                .list();
        if (known.isEmpty()) {
            return;
        }
        long member = actor.member().value();
        for (long other : known) {
            if (other != member) {
                merge(write.handle(), other, member);
            }
        }
        find(read, member)
                .filter(person -> !same(person, actor, stored(read, member)))
                .ifPresent(person -> put(write.handle(), actor, person.name(), person.account()));
    }

    /** Nothing is kept of what somebody follows, where they were present, and how they are reached. */
    void forget(Handle write, long member) {
        for (String table : List.of(
                "classes_reminder",
                "classes_follower",
                "classes_coming",
                "classes_present",
                "classes_survey",
                "classes_account",
                "classes_person")) {
            write.execute("delete from " + table + " where member = ?", member);
        }
    }

    /** Remembers somebody who follows, and that they like to be written to where they just were. */
    void follows(Handle write, Actor actor, String name, AuthorId here) {
        AuthorId liked = PRIVATE.contains(here.platform().value()) ? here : null;
        Optional<AuthorId> before = find(write, actor.member().value()).map(Person::account);
        put(write, actor, name, liked == null ? before.orElse(null) : liked);
    }

    Optional<Person> find(Handle read, long member) {
        return read.createQuery(
                        "select member, language, zone, name, account, quiet from classes_person where member = ?")
                .bind(0, member)
                .map((row, context) -> read(row))
                .findOne();
    }

    /** The account that comes after one where nothing could be said; null after the last. */
    @Nullable
    AuthorId after(Handle read, long member, AuthorId failed) {
        List<AuthorId> reachable = reachable(stored(read, member));
        int at = reachable.indexOf(failed);
        return at >= 0 && at + 1 < reachable.size() ? reachable.get(at + 1) : null;
    }

    void likes(Handle write, long member, AuthorId account) {
        write.execute(
                "update classes_person set account = ?, platform = ? where member = ?",
                account.toString(),
                account.platform().value(),
                member);
    }

    /** Two people are one: what both had counts once. */
    void merge(Handle write, long other, long member) {
        Map<String, String> keys = Map.of(
                "classes_follower", "had.class = t.class",
                "classes_coming", "had.class = t.class and had.planned = t.planned",
                "classes_present", "had.class = t.class and had.planned = t.planned",
                "classes_survey", "had.class = t.class and had.planned = t.planned and had.question = t.question",
                "classes_person", "true",
                "classes_reminder",
                        "had.class = t.class and had.starts = t.starts and had.kind = t.kind and had.room = t.room");
        keys.forEach((table, same) -> {
            write.execute(
                    "delete from " + table + " as t where t.member = ? and exists (select 1 from " + table
                            + " had where had.member = ? and " + same + ")",
                    other,
                    member);
            write.execute("update " + table + " set member = ? where member = ?", member, other);
        });
        write.execute("update classes_account set member = ? where member = ?", member, other);
    }

    private static void put(Handle write, Actor actor, String name, @Nullable AuthorId liked) {
        List<String> accounts = accounts(actor);
        List<AuthorId> reachable = reachable(accounts);
        AuthorId account = liked != null && accounts.contains(liked.toString())
                ? liked
                : reachable.isEmpty() ? null : reachable.getFirst();
        long member = actor.member().value();
        write.execute(
                "insert into classes_person (member, language, zone, name, account, platform, accounts, quiet)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (member) do update set language = excluded.language,"
                        + " zone = excluded.zone, name = excluded.name, account = excluded.account,"
                        + " platform = excluded.platform, accounts = excluded.accounts, quiet = excluded.quiet",
                member,
                actor.language().tag(),
                actor.zone().getId(),
                name,
                account == null ? "" : account.toString(),
                account == null ? "" : account.platform().value(),
                String.join(" ", accounts),
                quiet(actor));
        for (String each : accounts) {
            write.execute(
                    "insert into classes_account (account, member) values (?, ?)"
                            + " on conflict (account) do update set member = excluded.member",
                    each,
                    member);
        }
    }

    private static boolean same(Person person, Actor actor, List<String> stored) {
        return person.language() == actor.language()
                && person.zone().equals(actor.zone())
                && person.quiet() == quiet(actor) > 0
                && Set.copyOf(stored).equals(Set.copyOf(accounts(actor)));
    }

    private static long quiet(Actor actor) {
        return actor.wishes(Wish.NO_PRIVATE_MESSAGES) ? 1 : 0;
    }

    private static List<String> stored(Handle read, long member) {
        return read.createQuery("select accounts from classes_person where member = ?")
                .bind(0, member)
                .mapTo(String.class)
                .findOne()
                .map(text -> Arrays.asList(text.split(" ")))
                .orElse(List.of());
    }

    private static List<String> accounts(Actor actor) {
        return actor.accounts().stream().map(AuthorId::toString).sorted().toList();
    }

    private static List<AuthorId> reachable(List<String> accounts) {
        return accounts.stream()
                .flatMap(text -> Stream.ofNullable(account(text)))
                .filter(account -> PRIVATE.contains(account.platform().value()))
                .sorted(Comparator.comparingInt(
                        account -> PRIVATE.indexOf(account.platform().value())))
                .collect(Collectors.toList());
    }

    /** From the columns of {@code classes_person}, wherever they were joined. */
    static Person read(ResultSet row) throws SQLException {
        return new Person(
                row.getLong("member"),
                Language.nearest(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getString("name"),
                account(row.getString("account")),
                row.getLong("quiet") > 0);
    }

    private static @Nullable AuthorId account(String text) {
        return text.isEmpty() ? null : AuthorId.parse(text);
    }

    /** Opens the feature's savepoint only when something is to be written. */
    interface Writer {
        Handle handle();
    }
}
