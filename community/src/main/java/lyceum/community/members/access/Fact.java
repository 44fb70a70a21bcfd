package lyceum.community.members.access;

import java.time.Instant;
import lyceum.kernel.id.AuthorId;
import org.jspecify.annotations.Nullable;

/** What a source told about one entitlement. Facts may come twice and in any order. */
sealed interface Fact {
    AuthorId account();

    String source();

    String id();

    String plan();

    Instant at();

    /** It began or goes on, or it ended; the newest word counts. */
    record Subscribed(AuthorId account, String source, String id, String plan, boolean active, Instant at)
            implements Fact {}

    /**
     * It holds, until it ends; or it was taken back, and stays gone. The newest word counts.
     *
     * @param until null while it goes on
     */
    record Entitled(
            AuthorId account,
            String source,
            String id,
            String plan,
            @Nullable Instant until,
            boolean kept,
            Instant at) implements Fact {}

    /**
     * It was paid for, or its money went back: then it stays gone.
     *
     * @param until null where it has no end
     */
    record Paid(
            AuthorId account,
            String source,
            String id,
            String plan,
            @Nullable Instant until,
            boolean kept,
            Instant at) implements Fact {}
}
