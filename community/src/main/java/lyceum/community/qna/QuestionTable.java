package lyceum.community.qna;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lyceum.community.qna.Question.Answer;
import lyceum.community.qna.Question.State;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Language;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The tables of questions, of their answers, and of where the hub asked them. Every change of either gives the question a new number. */
final class QuestionTable {
    private static final String QUESTION =
            "select id, talk, message, account, member, name, language, said, at, state, changed from qna_question where ";
    private static final String ANSWER = "select id, question, message, account, member, name, said, at, confidence,"
            + " accepted from qna_answer where ";
    private static final String NEXT = "(select coalesce(max(changed), 0) + 1 from qna_question)";

    /** @param message null where it was asked by a command */
    long ask(Handle write, String talk, @Nullable String message, Line line, Language language) {
        return write.createQuery("insert into qna_question (id, talk, message, account, member, name, language, said,"
                        + " at, state, changed) values ((select coalesce(max(id), 0) + 1 from qna_question), :talk,"
                        + " :message, :account, :member, :name, :language, :said, :at, 'OPEN', " + NEXT
                        + ") returning id")
                .bind("talk", talk)
                .bind("message", message)
                .bind("account", line.who().account().toString())
                .bind("member", line.who().number())
                .bind("name", line.who().name())
                .bind("language", language.tag())
                .bind("said", line.said())
                .bind("at", line.at())
                .mapTo(Long.class)
                .one();
    }

    void answer(Handle write, long question, Line line, double confidence) {
        write.createUpdate("insert into qna_answer (id, question, message, account, member, name, said, at,"
                        + " confidence, accepted) values ((select coalesce(max(id), 0) + 1 from qna_answer),"
                        + " :question, :message, :account, :member, :name, :said, :at, :confidence, 0)"
                        + " on conflict do nothing")
                .bind("question", question)
                .bind("message", line.message())
                .bind("account", line.who().account().toString())
                .bind("member", line.who().number())
                .bind("name", line.who().name())
                .bind("said", line.said())
                .bind("at", line.at())
                .bind("confidence", confidence)
                .execute();
        touch(write, question);
    }

    void asked(Handle write, MessageId message, long question) {
        write.execute(
                "insert into qna_post (message, question) values (?, ?) on conflict do nothing",
                message.toString(),
                question);
    }

    /** The question that the hub asked by this message. */
    Optional<Question> asked(Handle read, MessageId message) {
        return read.createQuery("select question from qna_post where message = ?")
                .bind(0, message.toString())
                .mapTo(Long.class)
                .findOne()
                .flatMap(id -> find(read, id));
    }

    /** The messages by which the hub asked it. */
    List<MessageId> posts(Handle read, long question) {
        return read
                .createQuery("select message from qna_post where question = ? order by message")
                .bind(0, question)
                .mapTo(String.class)
                .list()
                .stream()
                .map(MessageId::parse)
                .toList();
    }

    Optional<Question> find(Handle read, long id) {
        return read.createQuery(QUESTION + "id = ?")
                .bind(0, id)
                .map((row, _) -> question(row, read))
                .findOne();
    }

    Optional<Question> find(Handle read, String message) {
        return read.createQuery(QUESTION + "message = ?")
                .bind(0, message)
                .map((row, _) -> question(row, read))
                .findOne();
    }

    Optional<Answer> answer(Handle read, String message) {
        return read.createQuery(ANSWER + "message = ?")
                .bind(0, message)
                .map((row, _) -> answer(row))
                .findOne();
    }

    /** Those that changed after a change, in the order of their changes. */
    List<Question> changed(Handle read, long after, int most) {
        Map<Long, List<Answer>> answers = read.createQuery(ANSWER
                        + "question in (select id from qna_question where changed > ? order by changed" + " limit ?)")
                .bind(0, after)
                .bind(1, most)
                .map((row, _) -> answer(row))
                .collect(Collectors.groupingBy(Answer::question));
        return read.createQuery(QUESTION + "changed > ? order by changed limit ?")
                .bind(0, after)
                .bind(1, most)
                .map((row, _) -> question(row, answers.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    /** The number of the last change; 0 where there is none. */
    long newest(Handle read) {
        return read.createQuery("select coalesce(max(changed), 0) from qna_question")
                .mapTo(Long.class)
                .one();
    }

    /** Those of a state, the oldest first. */
    List<Question> of(Handle read, State state, int most) {
        return read.createQuery(QUESTION + "state = ? order by at limit ?")
                .bind(0, state.name())
                .bind(1, most)
                .map((row, _) -> question(row, read))
                .list();
    }

    /** Those that nobody answered and that were asked from an instant to another one, the oldest first. */
    List<Question> waiting(Handle read, Instant from, Instant to, int most) {
        return read.createQuery(
                        QUESTION + "state = 'OPEN' and at >= ? and at <= ? and id not in"
                                + " (select question from qna_answer where accepted > 0 or confidence >= ?) order by at limit ?")
                .bind(0, from.toEpochMilli())
                .bind(1, to.toEpochMilli())
                .bind(2, Question.LIKELY)
                .bind(3, most)
                .map((row, _) -> question(row, read))
                .list();
    }

    /** Those of a talk whose answers helped most, and of these the youngest first. */
    List<Question> helpful(Handle read, String talk, int most) {
        return read.createQuery(QUESTION + "talk = ? and state in ('OPEN', 'SOLVED') and id in"
                        + " (select question from qna_answer where accepted > 0) order by (select max(accepted) from"
                        + " qna_answer where question = qna_question.id) desc, at desc limit ?")
                .bind(0, talk)
                .bind(1, most)
                .map((row, _) -> question(row, read))
                .list();
    }

    /** Those that were asked in a room from an instant to another one, the earliest first. */
    List<Question> between(Handle read, Instant from, Instant to, int most) {
        return read.createQuery(QUESTION + "message is not null and at >= ? and at <= ? order by at, id limit ?")
                .bind(0, from.toEpochMilli())
                .bind(1, to.toEpochMilli())
                .bind(2, most)
                .map((row, context) -> question(row, read))
                .list();
    }

    void state(Handle write, long id, State state) {
        write.execute("update qna_question set state = ? where id = ?", state.name(), id);
        touch(write, id);
    }

    /** It is solved by what was answered to another. */
    void solvedBy(Handle write, long id, long other) {
        write.execute("update qna_question set state = 'SOLVED', same_as = ? where id = ?", other, id);
        touch(write, id);
    }

    void believe(Handle write, Answer answer, double confidence, int accepted) {
        write.execute(
                "update qna_answer set confidence = ?, accepted = ? where id = ?",
                Math.clamp(confidence, 0, 1),
                Math.max(0, accepted),
                answer.id());
        touch(write, answer.question());
    }

    void says(Handle write, Question question, String said) {
        write.execute("update qna_question set said = ? where id = ?", said, question.id());
        touch(write, question.id());
    }

    void says(Handle write, Answer answer, String said) {
        write.execute("update qna_answer set said = ? where id = ?", said, answer.id());
        touch(write, answer.question());
    }

    /** Who solved how many questions of others, the most first. */
    List<Credit> helpers(Handle read, int most) {
        return read.createQuery("select max(a.name) as name, count(distinct a.question) as solved from qna_answer a"
                        + " join qna_question q on q.id = a.question where a.accepted > 0"
                        + " and a.account <> q.account and (a.member is null or q.member is null or a.member <> q.member)"
                        + " group by coalesce(cast(a.member as text), a.account) order by solved desc, name limit ?")
                .bind(0, most)
                .map((row, _) -> new Credit(row.getString("name"), row.getLong("solved")))
                .list();
    }

    /** Somebody who helped, and how many questions they solved. */
    record Credit(String name, long solved) {}

    /** Nothing of it is kept but that the index has to drop it. */
    void take(Handle write, Question question) {
        write.execute("delete from qna_answer where question = ?", question.id());
        write.execute("delete from qna_post where question = ?", question.id());
        write.execute("delete from qna_offer where question = ? or asking = ?", question.id(), question.id());
        write.execute(
                "update qna_question set state = 'GONE', said = '', name = '', account = 'nobody:0', member = null"
                        + " where id = ?",
                question.id());
        touch(write, question.id());
    }

    void take(Handle write, Answer answer) {
        write.execute("delete from qna_answer where id = ?", answer.id());
        write.execute("delete from qna_offer where answer = ?", answer.id());
        touch(write, answer.question());
    }

    /** Those that an account asked. */
    List<Question> by(Handle read, AuthorId account) {
        return read.createQuery(QUESTION + "account = ?")
                .bind(0, account.toString())
                .map((row, _) -> question(row, read))
                .list();
    }

    List<Answer> answersBy(Handle read, AuthorId account) {
        return read.createQuery(ANSWER + "account = ?")
                .bind(0, account.toString())
                .map((row, _) -> answer(row))
                .list();
    }

    void merge(Handle write, MemberId from, MemberId into) {
        for (String table : List.of("qna_question", "qna_answer", "qna_offer")) {
            write.execute("update " + table + " set member = ? where member = ?", into.value(), from.value());
        }
    }

    private static void touch(Handle write, long question) {
        write.execute("update qna_question set changed = " + NEXT + " where id = ?", question);
    }

    private static Question question(ResultSet row, Handle read) throws SQLException {
        List<Answer> answers = read.createQuery(ANSWER + "question = ?")
                .bind(0, row.getLong("id"))
                .map((answer, _) -> answer(answer))
                .list();
        return question(row, answers);
    }

    private static Question question(ResultSet row, List<Answer> answers) throws SQLException {
        return new Question(
                row.getLong("id"),
                row.getString("talk"),
                new Question.Said(row.getString("message"), who(row), row.getString("said"), row.getLong("at")),
                Language.nearest(row.getString("language")),
                State.valueOf(row.getString("state")),
                answers,
                row.getLong("changed"));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getLong("id"),
                row.getLong("question"),
                new Line(row.getString("message"), who(row), row.getString("said"), row.getLong("at")),
                row.getDouble("confidence"),
                row.getInt("accepted"));
    }

    private static Line.Who who(ResultSet row) throws SQLException {
        long member = row.getLong("member");
        MemberId known = row.wasNull() ? null : new MemberId(member);
        return new Line.Who(AuthorId.parse(row.getString("account")), known, row.getString("name"));
    }
}
