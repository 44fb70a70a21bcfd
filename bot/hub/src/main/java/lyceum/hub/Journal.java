package lyceum.hub;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Place.HearingBegan;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;

/** What was heard, once each. Writing belongs to the lane's thread and its open transaction; {@link #newest} to any thread. */
final class Journal {
    private final Handle db;
    private final Codec codec;
    private final Map<RoomId, MessageId> newest = new ConcurrentHashMap<>();
    private final Map<RoomId, MessageId> heardInBatch = new HashMap<>();
    private long lastSeq;

    Journal(Handle db, Codec codec) {
        this.db = db;
        this.codec = codec;
        this.lastSeq = db.createQuery("select coalesce(max(seq), 0) from hub_journal")
                .mapTo(Long.class)
                .one();
        db.createQuery("select room, message from hub_heard")
                .map((rs, _) -> Map.entry(RoomId.parse(rs.getString(1)), MessageId.parse(rs.getString(2))))
                .forEach(heard -> newest.put(heard.getKey(), heard.getValue()));
    }

    /** Keeps an event; false if it was heard before. Events without a key are always new, and not kept. */
    boolean keep(Event event, Instant now) {
        if (event instanceof HearingBegan began) {
            began.after().forEach(this::begin);
        }
        Key key = event.key();
        if (key == null) {
            return true;
        }
        boolean fresh = db.createUpdate("insert into hub_journal (seq, platform, native_id, revision, at, body)"
                                + " values (:seq, :platform, :nativeId, :revision, :at, :body)"
                                + " on conflict (platform, native_id, revision) do nothing")
                        .bind("seq", lastSeq + 1)
                        .bind("platform", key.platform().value())
                        .bind("nativeId", key.nativeId())
                        .bind("revision", key.revision())
                        .bind("at", now.toEpochMilli())
                        .bind("body", codec.write(event))
                        .execute()
                > 0;
        if (fresh) {
            lastSeq++;
        }
        if (event instanceof MessagePosted posted) {
            heardInBatch.put(posted.message().room(), posted.message());
        }
        return fresh;
    }

    /** A room's mark is there before its first message is: a process that dies between the two would else leave no trace of it. */
    private void begin(MessageId after) {
        if (!newest.containsKey(after.room())) {
            heardInBatch.putIfAbsent(after.room(), after);
        }
    }

    /** The last thing a batch does before its commit. */
    void mark() {
        heardInBatch.forEach((room, message) -> db.createUpdate("insert into hub_heard (room, message)"
                        + " values (:room, :message) on conflict (room) do update set message = excluded.message")
                .bind("room", room.toString())
                .bind("message", message.toString())
                .execute());
    }

    void committed() {
        newest.putAll(heardInBatch);
        heardInBatch.clear();
    }

    void rolledBack() {
        heardInBatch.clear();
    }

    Optional<MessageId> newest(RoomId room) {
        return Optional.ofNullable(newest.get(room));
    }

    void purge(Instant before) {
        db.createUpdate("delete from hub_journal where at < :before and seq < :last")
                .bind("before", before.toEpochMilli())
                .bind("last", lastSeq)
                .execute();
    }
}
