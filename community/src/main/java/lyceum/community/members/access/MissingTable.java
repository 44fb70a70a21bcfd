package lyceum.community.members.access;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;

/** The table of those whom a list of all subscribers missed, since when. */
final class MissingTable {
    Map<AuthorId, Instant> of(Handle read, RoomId room) {
        Map<AuthorId, Instant> missing = new HashMap<>();
        read.createQuery("select account, since from access_missing where room = ?")
                .bind(0, room.toString())
                .map((row, context) ->
                        Map.entry(AuthorId.parse(row.getString(1)), Instant.ofEpochMilli(row.getLong(2))))
                .forEach(entry -> missing.put(entry.getKey(), entry.getValue()));
        return missing;
    }

    void missed(Handle write, RoomId room, AuthorId account, Instant since) {
        write.execute(
                "insert into access_missing (room, account, since) values (?, ?, ?) on conflict (room, account)"
                        + " do update set since = excluded.since",
                room.toString(),
                account.toString(),
                since.toEpochMilli());
    }

    void found(Handle write, RoomId room, AuthorId account) {
        write.execute("delete from access_missing where room = ? and account = ?", room.toString(), account.toString());
    }
}
