package lyceum.community.qna;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.id.AuthorId;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of what is shown in public, and of those whose words are not. */
public final class FaqTable {
    private static final String COLUMNS =
            "select id, question, en_asked, en_answer, zh_asked, zh_answer, at from qna_faq ";

    /** Everything that is shown, in the order in which it was published. */
    public List<Faq> all(Handle read) {
        return read.createQuery(COLUMNS + "order by id")
                .map((row, _) -> {
                    long question = row.getLong("question");
                    return new Faq(
                            row.getLong("id"),
                            row.wasNull() ? null : (Long) question,
                            new Faq.Words(row.getString("en_asked"), row.getString("en_answer")),
                            new Faq.Words(row.getString("zh_asked"), row.getString("zh_answer")),
                            Instant.ofEpochMilli(row.getLong("at")));
                })
                .list();
    }

    Optional<Faq> find(Handle read, long id) {
        return all(read).stream().filter(faq -> faq.id() == id).findFirst();
    }

    long publish(Handle write, @Nullable Long question, Faq.Words english, Faq.Words chinese, Instant now) {
        return write.createQuery("insert into qna_faq (id, question, en_asked, en_answer, zh_asked, zh_answer, at)"
                        + " values ((select coalesce(max(id), 0) + 1 from qna_faq), :question, :enAsked, :enAnswer,"
                        + " :zhAsked, :zhAnswer, :at) returning id")
                .bind("question", question)
                .bind("enAsked", english.asked())
                .bind("enAnswer", english.answer())
                .bind("zhAsked", chinese.asked())
                .bind("zhAnswer", chinese.answer())
                .bind("at", now.toEpochMilli())
                .mapTo(Long.class)
                .one();
    }

    void write(Handle write, Faq faq) {
        write.execute(
                "update qna_faq set en_asked = ?, en_answer = ?, zh_asked = ?, zh_answer = ?, at = ? where id = ?",
                faq.english().asked(),
                faq.english().answer(),
                faq.chinese().asked(),
                faq.chinese().answer(),
                faq.at().toEpochMilli(),
                faq.id());
    }

    void remove(Handle write, long id) {
        write.execute("delete from qna_faq where id = ?", id);
    }

    /** What comes from a question is shown no more. */
    void removeOf(Handle write, long question) {
        write.execute("delete from qna_faq where question = ?", question);
    }

    /** Nothing that these accounts asked or answered is shown, now and later. */
    void keepPrivate(Handle write, Collection<AuthorId> accounts) {
        for (AuthorId account : accounts) {
            write.execute("insert into qna_private (account) values (?) on conflict do nothing", account.toString());
            write.execute(
                    "delete from qna_faq where question in (select id from qna_question where account = ?"
                            + " union select question from qna_answer where account = ?)",
                    account.toString(),
                    account.toString());
        }
    }

    void allow(Handle write, Collection<AuthorId> accounts) {
        accounts.forEach(account -> write.execute("delete from qna_private where account = ?", account.toString()));
    }

    boolean isPrivate(Handle read, AuthorId account) {
        return read.createQuery("select count(*) from qna_private where account = ?")
                        .bind(0, account.toString())
                        .mapTo(Long.class)
                        .one()
                > 0;
    }
}
