package lyceum.hub;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The table of troubles that were told and are not over. Lane's thread only, in an open transaction. */
final class TroubleTable {
    private final Handle db;

    TroubleTable(Handle db) {
        this.db = db;
    }

    /** False if it stands already. */
    boolean begin(String name, String state, Instant now) {
        return db.createUpdate("insert into hub_trouble (name, state, since) values (:name, :state, :since)"
                                + " on conflict (name) do nothing")
                        .bind("name", name)
                        .bind("state", state)
                        .bind("since", now.toEpochMilli())
                        .execute()
                > 0;
    }

    /** False if there was none. */
    boolean end(String name) {
        return db.createUpdate("delete from hub_trouble where name = :name")
                        .bind("name", name)
                        .execute()
                > 0;
    }

    /** The states of those whose names begin so, by the rest of the name. */
    Map<String, String> open(String beginning) {
        return db
                .createQuery(
                        "select name, state from hub_trouble where substr(name, 1, :length) = :beginning order by name")
                .bind("length", beginning.length())
                .bind("beginning", beginning)
                .map((rs, _) -> Map.entry(rs.getString(1).substring(beginning.length()), rs.getString(2)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
