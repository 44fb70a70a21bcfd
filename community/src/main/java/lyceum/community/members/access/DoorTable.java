package lyceum.community.members.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lyceum.community.members.access.Difference.Given;
import lyceum.community.members.access.Difference.State;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of what accounts have, and of those who wait at a room's door. */
final class DoorTable {
    /** Somebody who waits to be let in. */
    record Knock(AuthorId account, RoomId room, Instant at) {}

    List<Given> of(Handle read, Collection<AuthorId> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return read.createQuery("select account, perk, state from access_given where account in (<accounts>)")
                .bindList("accounts", accounts.stream().map(AuthorId::toString).toList())
                .map((row, context) -> given(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    List<Given> all(Handle read) {
        return read.createQuery("select account, perk, state from access_given")
                .map((row, context) -> given(row.getString(1), row.getString(2), row.getString(3)))
                .list();
    }

    Optional<State> state(Handle read, AuthorId account, Perk perk) {
        return read.createQuery("select state from access_given where account = ? and perk = ?")
                .bind(0, account.toString())
                .bind(1, PerkText.write(perk))
                .mapTo(String.class)
                .findOne()
                .map(State::valueOf);
    }

    /** @param why what the platform said against it, or null */
    void put(Handle write, Given now, @Nullable String why, Instant since) {
        write.execute(
                "insert into access_given (account, perk, state, why, since) values (?, ?, ?, ?, ?)"
                        + " on conflict (account, perk) do update set state = excluded.state, why = excluded.why,"
                        + " since = excluded.since",
                now.account().toString(),
                PerkText.write(now.perk()),
                now.state().name(),
                why,
                since.toEpochMilli());
    }

    void drop(Handle write, AuthorId account, Perk perk) {
        write.execute(
                "delete from access_given where account = ? and perk = ?", account.toString(), PerkText.write(perk));
    }

    void knocks(Handle write, Knock knock) {
        write.execute(
                "insert into access_knock (account, room, at) values (?, ?, ?)"
                        + " on conflict (account, room) do update set at = excluded.at",
                knock.account().toString(),
                knock.room().toString(),
                knock.at().toEpochMilli());
    }

    List<Knock> knocks(Handle read) {
        return read.createQuery("select account, room, at from access_knock order by at")
                .map((row, context) -> new Knock(
                        AuthorId.parse(row.getString(1)),
                        RoomId.parse(row.getString(2)),
                        Instant.ofEpochMilli(row.getLong(3))))
                .list();
    }

    void answered(Handle write, Knock knock) {
        write.execute(
                "delete from access_knock where account = ? and room = ?",
                knock.account().toString(),
                knock.room().toString());
    }

    Optional<String> address(Handle read, RoomId room) {
        return read.createQuery("select address from access_door where room = ?")
                .bind(0, room.toString())
                .mapTo(String.class)
                .findOne();
    }

    void opens(Handle write, RoomId room, String address) {
        write.execute(
                "insert into access_door (room, address) values (?, ?)"
                        + " on conflict (room) do update set address = excluded.address",
                room.toString(),
                address);
    }

    void forget(Handle write, AuthorId account) {
        write.execute("delete from access_knock where account = ?", account.toString());
    }

    private static Given given(String account, String perk, String state) {
        return new Given(AuthorId.parse(account), PerkText.read(perk), State.valueOf(state));
    }
}
