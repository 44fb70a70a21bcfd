package lyceum.community.qna;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The table of what the hub offered. */
final class OfferTable {
    private static final String COLUMNS =
            "select id, question, answer, asking, asked, account, member, room, message, state from qna_offer where ";

    /** What is offered to whom. */
    record Made(Question.Answer answer, @Nullable Long asking, Line asked, RoomId room) {}

    long make(Handle write, Made made, Instant now) {
        return write.createQuery("insert into qna_offer (id, question, answer, asking, asked, account, member, room,"
                        + " at, state) values ((select coalesce(max(id), 0) + 1 from qna_offer), :question, :answer,"
                        + " :asking, :asked, :account, :member, :room, :at, 'OPEN') returning id")
                .bind("question", made.answer().question())
                .bind("answer", made.answer().id())
                .bind("asking", made.asking())
                .bind("asked", made.asked().said())
                .bind("account", made.asked().who().account().toString())
                .bind("member", made.asked().who().number())
                .bind("room", made.room().toString())
                .bind("at", now.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    Optional<Offer> find(Handle read, long id) {
        return read.createQuery(COLUMNS + "id = ?")
                .bind(0, id)
                .map((row, _) -> offer(row))
                .findOne();
    }

    void stands(Handle write, long id, MessageId message) {
        write.execute("update qna_offer set message = ? where id = ?", message.toString(), id);
    }

    void becomes(Handle write, long id, Offer.State state) {
        write.execute("update qna_offer set state = ? where id = ?", state.name(), id);
    }

    void opens(Handle write, long id, long asking) {
        write.execute("update qna_offer set asking = ? where id = ?", asking, id);
    }

    /** Whether the same was offered in a room since an instant. */
    boolean made(Handle read, long question, RoomId room, Instant since) {
        return read.createQuery("select count(*) from qna_offer where question = ? and room = ? and at > ?")
                        .bind(0, question)
                        .bind(1, room.toString())
                        .bind(2, since.toEpochMilli())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }

    /** Those that stand in a room and show what somebody said in a question or an answer. */
    List<Offer> standing(Handle read, long question) {
        return read.createQuery(COLUMNS + "(question = ? or asking = ?) and message is not null")
                .bind(0, question)
                .bind(1, question)
                .map((row, _) -> offer(row))
                .list();
    }

    void forget(Handle write, AuthorId account) {
        write.execute("delete from qna_offer where account = ?", account.toString());
    }

    private static Offer offer(ResultSet row) throws SQLException {
        long asking = row.getLong("asking");
        Long open = row.wasNull() ? null : asking;
        long member = row.getLong("member");
        MemberId known = row.wasNull() ? null : new MemberId(member);
        String message = row.getString("message");
        return new Offer(
                row.getLong("id"),
                row.getLong("question"),
                row.getLong("answer"),
                open,
                row.getString("asked"),
                new Line.Who(AuthorId.parse(row.getString("account")), known, ""),
                RoomId.parse(row.getString("room")),
                message == null ? null : MessageId.parse(message),
                Offer.State.valueOf(row.getString("state")));
    }
}
