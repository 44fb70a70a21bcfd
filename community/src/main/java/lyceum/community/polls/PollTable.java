package lyceum.community.polls;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lyceum.community.polls.count.Method;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Actor;
import org.jdbi.v3.core.Handle;

/** The tables of polls, ballots and the messages that show polls. */
final class PollTable {
    private static final String COLUMNS = "select id, question, method, hidden, closes, closed, seed from polls_poll";

    long nextId(Handle read) {
        return read.createQuery("select coalesce(max(id), 0) + 1 from polls_poll")
                .mapTo(Long.class)
                .one();
    }

    void add(Handle write, Poll poll, Instant now) {
        write.execute(
                "insert into polls_poll (id, question, method, hidden, made, closes, seed, stale)"
                        + " values (?, ?, ?, ?, ?, ?, ?, 0)",
                poll.id(),
                poll.question(),
                poll.method().name(),
                poll.hidden() ? 1 : 0,
                now.toEpochMilli(),
                poll.closes().toEpochMilli(),
                poll.seed());
        IntStream.range(0, poll.options().size())
                .forEach(place -> write.execute(
                        "insert into polls_option (poll, place, label) values (?, ?, ?)",
                        poll.id(),
                        place,
                        poll.options().get(place)));
    }

    void close(Handle write, long id, Instant now) {
        write.execute("update polls_poll set closed = ? where id = ?", now.toEpochMilli(), id);
    }

    /** Whether the cards were in step until now; from now on they are not. */
    boolean becameStale(Handle write, long id) {
        return write.execute("update polls_poll set stale = 1 where id = ? and stale = 0", id) > 0;
    }

    void fresh(Handle write, long id) {
        write.execute("update polls_poll set stale = 0 where id = ?", id);
    }

    Optional<Poll> find(Handle read, long id) {
        return read.createQuery(COLUMNS + " where id = ?")
                .bind(0, id)
                .map((row, context) -> new Poll(
                        id,
                        row.getString("question"),
                        options(read, id),
                        Method.valueOf(row.getString("method")),
                        row.getInt("hidden") > 0,
                        Instant.ofEpochMilli(row.getLong("closes")),
                        row.getString("seed"),
                        row.getObject("closed") != null))
                .findOne();
    }

    /** The ids of polls in which people can vote, the newest first. */
    List<Long> open(Handle read) {
        return read.createQuery("select id from polls_poll where closed is null order by id desc")
                .mapTo(Long.class)
                .list();
    }

    /** The ids of polls, the newest first. */
    List<Long> newest(Handle read, int most) {
        return read.createQuery("select id from polls_poll order by id desc limit ?")
                .bind(0, most)
                .mapTo(Long.class)
                .list();
    }

    List<Integer> ballot(Handle read, long poll, long member) {
        return read.createQuery("select wanted from polls_ballot where poll = ? and member = ?")
                .bind(0, poll)
                .bind(1, member)
                .mapTo(String.class)
                .findOne()
                .map(PollTable::places)
                .orElse(List.of());
    }

    List<List<Integer>> ballots(Handle read, long poll) {
        return read
                .createQuery("select wanted from polls_ballot where poll = ? order by member")
                .bind(0, poll)
                .mapTo(String.class)
                .list()
                .stream()
                .map(PollTable::places)
                .toList();
    }

    /** Somebody's one ballot, whatever account it is given with; an empty one takes it back. */
    void vote(Handle write, long poll, Actor voter, AuthorId account, List<Integer> wanted) {
        voter.accounts()
                .forEach(each -> write.execute(
                        "delete from polls_ballot where poll = ? and account = ?", poll, each.toString()));
        long member = voter.member().value();
        write.execute("delete from polls_ballot where poll = ? and member = ?", poll, member);
        if (!wanted.isEmpty()) {
            write.execute(
                    "insert into polls_ballot (poll, member, account, wanted) values (?, ?, ?, ?)",
                    poll,
                    member,
                    account.toString(),
                    wanted.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        }
    }

    void card(Handle write, long poll, MessageId message) {
        write.execute(
                "insert into polls_card (message, poll) values (?, ?) on conflict do nothing",
                message.toString(),
                poll);
    }

    List<MessageId> cards(Handle read, long poll) {
        return read
                .createQuery("select message from polls_card where poll = ? order by message")
                .bind(0, poll)
                .mapTo(String.class)
                .list()
                .stream()
                .map(MessageId::parse)
                .toList();
    }

    private static List<String> options(Handle read, long poll) {
        return read.createQuery("select label from polls_option where poll = ? order by place")
                .bind(0, poll)
                .mapTo(String.class)
                .list();
    }

    private static List<Integer> places(String wanted) {
        return Arrays.stream(wanted.split(" ")).map(Integer::valueOf).toList();
    }
}
