package lyceum.moderation;

import java.time.Instant;
import java.util.Optional;
import lyceum.kernel.id.MemberId;
import lyceum.moderation.Case.Decision;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of appeals: one for each case. */
final class AppealTable {
    /**
     * What a member says against a decision.
     *
     * @param decider null while it waits
     */
    record Appeal(
            MemberId member,
            String words,
            Instant at,
            @Nullable String decider,
            boolean overturned) {
        boolean waits() {
            return decider == null;
        }
    }

    Optional<Appeal> of(Handle read, long about) {
        return read.createQuery(
                        "select member, words, at, decider, overturned from moderation_appeal where case_id = ?")
                .bind(0, about)
                .map((row, _) -> new Appeal(
                        new MemberId(row.getLong("member")),
                        row.getString("words"),
                        Instant.ofEpochMilli(row.getLong("at")),
                        row.getString("decider"),
                        row.getBoolean("overturned")))
                .findOne();
    }

    void add(Handle write, long about, Appeal appeal) {
        write.execute(
                "insert into moderation_appeal (case_id, member, words, at) values (?, ?, ?, ?)",
                about,
                appeal.member().value(),
                appeal.words(),
                appeal.at().toEpochMilli());
    }

    void decide(Handle write, long about, Decision by, boolean overturned) {
        write.execute(
                "update moderation_appeal set decided = ?, decider = ?, overturned = ? where case_id = ?",
                by.at().toEpochMilli(),
                by.who(),
                overturned ? 1 : 0,
                about);
    }
}
