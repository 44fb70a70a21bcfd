package lyceum.community.members.access;

import java.time.Instant;
import java.util.List;
import lyceum.kernel.effect.Perk.Seat;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;

/** The table of when each seat was looked at last. */
final class RoundTable {
    private static final String SEATS = "perk like 'seat:%' and state in ('HAS', 'OFFERED')";

    /** Somebody's seat in a room. */
    record Place(AuthorId account, RoomId room) {}

    /** Seats that were never looked at stand first. */
    void follow(Handle write) {
        write.execute("insert into access_seen (account, perk, at) select account, perk, 0 from access_given where "
                + SEATS + " on conflict (account, perk) do nothing");
        write.execute(
                "delete from access_seen where not exists (select 1 from access_given g"
                        + " where g.account = access_seen.account and g.perk = access_seen.perk and g.state in ('HAS', 'OFFERED'))");
    }

    int count(Handle read) {
        return read.createQuery("select count(*) from access_seen")
                .mapTo(Integer.class)
                .one();
    }

    List<Place> longest(Handle read, Instant before, int most) {
        return read.createQuery("select account, perk from access_seen where at <= ? order by at limit " + most)
                .bind(0, before.toEpochMilli())
                .map((row, context) -> new Place(AuthorId.parse(row.getString(1)), room(row.getString(2))))
                .list();
    }

    void looked(Handle write, Place place, Instant at) {
        write.execute(
                "update access_seen set at = ? where account = ? and perk = ?",
                at.toEpochMilli(),
                place.account().toString(),
                PerkText.write(new Seat(place.room())));
    }

    private static RoomId room(String perk) {
        return PerkText.read(perk).room();
    }
}
