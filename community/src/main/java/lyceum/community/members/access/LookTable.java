package lyceum.community.members.access;

import java.time.Instant;
import java.util.List;
import lyceum.community.members.access.Difference.State;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.id.AuthorId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What a creator looks at of the tables of access. Reads only. */
final class LookTable {
    /**
     * A source.
     *
     * @param goingOn how many entitlements of it have no end yet
     * @param last when it told of something that happened last; null where it never did
     */
    record Heard(String source, long goingOn, @Nullable Instant last) {}

    /** What an account should have or not have, and the platform has not done yet, with what it said. */
    record Waits(AuthorId account, Perk perk, State state, String why) {}

    List<Heard> sources(Handle read) {
        return read.createQuery("select source, sum(case when ends is null then 1 else 0 end), max(told)"
                        + " from access_entitlement group by source")
                .map((row, context) ->
                        new Heard(row.getString(1), row.getLong(2), Instant.ofEpochMilli(row.getLong(3))))
                .list();
    }

    List<Waits> waiting(Handle read, int most) {
        return read.createQuery("select account, perk, state, coalesce(why, '') from access_given"
                        + " where state in ('ASKED', 'FAILED', 'LEAVING') order by since desc limit " + most)
                .map((row, context) -> new Waits(
                        AuthorId.parse(row.getString(1)),
                        PerkText.read(row.getString(2)),
                        State.valueOf(row.getString(3)),
                        row.getString(4)))
                .list();
    }

    /** Whose entitlements changed last. */
    List<AuthorId> newest(Handle read, int most) {
        return read
                .createQuery(
                        "select account from access_entitlement group by account order by max(told) desc limit " + most)
                .mapTo(String.class)
                .list()
                .stream()
                .map(AuthorId::parse)
                .toList();
    }
}
