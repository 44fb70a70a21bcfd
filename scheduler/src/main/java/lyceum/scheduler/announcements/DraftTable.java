package lyceum.scheduler.announcements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.MessageId;
import org.jdbi.v3.core.Handle;

/** The tables of announcements and of where they stand. */
final class DraftTable {
    long add(Handle write, String words, Instant due) {
        long id = write.createQuery("select coalesce(max(id), 0) + 1 from announcements_draft")
                .mapTo(Long.class)
                .one();
        write.execute(
                "insert into announcements_draft (id, words, due, told) values (?, ?, ?, 0)",
                id,
                words,
                due.toEpochMilli());
        return id;
    }

    Optional<Draft> find(Handle read, long id) {
        return read.createQuery("select words from announcements_draft where id = ?")
                .bind(0, id)
                .mapTo(String.class)
                .findOne()
                .map(Draft::of);
    }

    /** True the first time. */
    boolean told(Handle write, long id) {
        return write.execute("update announcements_draft set told = 1 where id = ? and told = 0", id) > 0;
    }

    void change(Handle write, long id, String words) {
        write.execute("update announcements_draft set words = ? where id = ?", words, id);
    }

    void stands(Handle write, long id, MessageId message) {
        write.execute(
                "insert into announcements_message (message, draft) values (?, ?) on conflict do nothing",
                message.toString(),
                id);
    }

    List<MessageId> standing(Handle read, long id) {
        return read
                .createQuery("select message from announcements_message where draft = ?")
                .bind(0, id)
                .mapTo(String.class)
                .list()
                .stream()
                .map(MessageId::parse)
                .toList();
    }
}
