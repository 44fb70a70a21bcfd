package lyceum.community.bridge;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;

/** The tables of who came and left, until it is told. */
final class ComingTable {
    /** Somebody who came, or left. */
    record Coming(String name, boolean came) {}

    /** Whether anybody's coming or going waits to be told. */
    boolean waits(Handle read, RoomId room) {
        return read.createQuery("select exists (select 1 from bridge_coming where room = ?)")
                .bind(0, room.toString())
                .mapTo(Boolean.class)
                .one();
    }

    /** Who came and left again, or left and came back, before it was told is in no list. */
    void note(Handle write, RoomId room, AuthorId account, Coming coming) {
        int back = write.execute(
                "delete from bridge_coming where room = ? and account = ? and came <> ?",
                room.toString(),
                account.toString(),
                coming.came());
        if (back == 0) {
            write.execute(
                    "insert into bridge_coming (room, account, name, came) values (?, ?, ?, ?) on conflict do nothing",
                    room.toString(),
                    account.toString(),
                    coming.name(),
                    coming.came());
        }
    }

    /** Those that wait, in order; they wait no longer. */
    List<Coming> take(Handle write, RoomId room, Instant now) {
        List<Coming> comings = write.createQuery("select name, came from bridge_coming where room = ? order by seq")
                .bind(0, room.toString())
                .map((row, _) -> new Coming(row.getString(1), row.getBoolean(2)))
                .list();
        write.execute("delete from bridge_coming where room = ?", room.toString());
        write.execute(
                "insert into bridge_coming_told (room, at) values (?, ?) on conflict (room) do update set at = excluded.at",
                room.toString(),
                now.toEpochMilli());
        return comings;
    }

    Optional<Instant> told(Handle read, RoomId room) {
        return read.createQuery("select at from bridge_coming_told where room = ?")
                .bind(0, room.toString())
                .mapTo(Long.class)
                .findOne()
                .map(Instant::ofEpochMilli);
    }

    void forget(Handle write, AuthorId account) {
        write.execute("delete from bridge_coming where account = ?", account.toString());
    }
}
