package lyceum.community.polls;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    private static final String COLUMNS =
            "select id, question, method, seats, hidden, named, quorum, answer, made, closes, closed, seed"
                    + " from polls_poll";

    long nextId(Handle read) {
        return read.createQuery("select coalesce(max(id), 0) + 1 from polls_poll")
                .mapTo(Long.class)
                .one();
    }

    void add(Handle write, Poll poll) {
        write.execute(
                "insert into polls_poll"
                        + " (id, question, method, seats, hidden, named, quorum, answer, made, closes, seed, stale)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                poll.id(),
                poll.question(),
                poll.method().name(),
                poll.terms().seats(),
                poll.hidden() ? 1 : 0,
                poll.terms().named() ? 1 : 0,
                poll.terms().quorum(),
                poll.terms().answer(),
                poll.made().toEpochMilli(),
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
                        new Terms(
                                Method.valueOf(row.getString("method")),
                                row.getInt("seats"),
                                row.getInt("hidden") > 0,
                                row.getInt("named") > 0,
                                row.getInt("quorum"),
                                row.getInt("answer")),
                        Instant.ofEpochMilli(row.getLong("made")),
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

    /**
     * A ballot as it is given.
     *
     * @param account with which
     * @param name of whoever votes
     * @param wanted the places of options, the most wanted first; empty to take it back
     * @param speed how quick a quiz was answered
     */
    record Cast(AuthorId account, String name, List<Integer> wanted, Instant at, Speed speed) {
        Cast {
            wanted = List.copyOf(wanted);
        }
    }

    /** The polls in which a person has a ballot, by their number. */
    List<Long> voted(Handle read, long member) {
        return read.createQuery("select poll from polls_ballot where member = ? order by poll")
                .bind(0, member)
                .mapTo(Long.class)
                .list();
    }

    /** Of two people's ballots the later one stays, for the second of them; true where one went. */
    boolean join(Handle write, long poll, long from, long into) {
        List<Long> both = write.createQuery(
                        "select member from polls_ballot where poll = ? and member in (?, ?) order by voted, wanted")
                .bind(0, poll)
                .bind(1, from)
                .bind(2, into)
                .mapTo(Long.class)
                .list();
        if (both.size() > 1) {
            remove(write, poll, both.getFirst());
        }
        write.execute("update polls_ballot set member = ? where poll = ? and member = ?", into, poll, from);
        return both.size() > 1;
    }

    void remove(Handle write, long poll, long member) {
        write.execute("delete from polls_ballot where poll = ? and member = ?", poll, member);
    }

    /** Keeps what the count needs, and nothing that leads to a person. */
    void forget(Handle write, long poll, long member) {
        write.execute("update polls_ballot set account = '', name = '' where poll = ? and member = ?", poll, member);
    }

    /** Somebody's one ballot, whatever account it is given with; an empty one takes it back. */
    void vote(Handle write, long poll, Actor voter, Cast cast) {
        voter.accounts()
                .forEach(each -> write.execute(
                        "delete from polls_ballot where poll = ? and account = ?", poll, each.toString()));
        long member = voter.member().value();
        write.execute("delete from polls_ballot where poll = ? and member = ?", poll, member);
        if (!cast.wanted().isEmpty()) {
            write.execute(
                    "insert into polls_ballot (poll, member, account, name, wanted, voted, took, raw, points)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    poll,
                    member,
                    cast.account().toString(),
                    cast.name(),
                    cast.wanted().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                    cast.at().toEpochMilli(),
                    cast.speed().took(),
                    cast.speed().raw(),
                    cast.speed().points());
        }
    }

    void card(Handle write, long poll, MessageId message, Instant stood) {
        write.execute(
                "insert into polls_card (message, poll, stood) values (?, ?, ?) on conflict do nothing",
                message.toString(),
                poll,
                stood.toEpochMilli());
    }

    /** When each card stood in its room. */
    Map<MessageId, Instant> stood(Handle read, long poll) {
        Map<MessageId, Instant> stood = new LinkedHashMap<>();
        read.createQuery("select message, stood from polls_card where poll = ? and stood > 0 order by stood, message")
                .bind(0, poll)
                .map((row, context) -> Map.entry(
                        MessageId.parse(row.getString("message")), Instant.ofEpochMilli(row.getLong("stood"))))
                .forEach(each -> stood.put(each.getKey(), each.getValue()));
        return stood;
    }

    /**
     * Who has a ballot, and how they did in a quiz.
     *
     * @param name empty where it is forgotten
     */
    record Voter(long member, String name, List<Integer> wanted, Speed speed) {
        Voter {
            wanted = List.copyOf(wanted);
        }
    }

    /** Everybody with a ballot, the most points first, and of these the quickest. */
    List<Voter> voters(Handle read, long poll) {
        return read.createQuery("select member, name, wanted, took, raw, points from polls_ballot where poll = ?"
                        + " order by points desc, took, member")
                .bind(0, poll)
                .map((row, context) -> new Voter(
                        row.getLong("member"),
                        row.getString("name"),
                        places(row.getString("wanted")),
                        new Speed(row.getLong("took"), row.getLong("raw"), row.getInt("points"))))
                .list();
    }

    /** The quizzes that were asked in a stretch of time, in order. */
    List<Long> quizzes(Handle read, Instant from, Instant to) {
        return read.createQuery("select id from polls_poll where answer >= 0 and made >= ? and made <= ? order by id")
                .bind(0, from.toEpochMilli())
                .bind(1, to.toEpochMilli())
                .mapTo(Long.class)
                .list();
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
