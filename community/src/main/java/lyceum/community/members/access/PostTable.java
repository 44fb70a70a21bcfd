package lyceum.community.members.access;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import lyceum.community.members.access.SubscriberPost.Content;
import lyceum.kernel.document.Block.File;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.markdown.MarkdownReader;
import lyceum.kernel.markdown.MarkdownWriter;
import lyceum.kernel.markdown.Names;
import org.jdbi.v3.core.Handle;

/** The tables of what is posted for those who have a plan, of its cards, and of what creators said lately. */
final class PostTable {
    /** Something that a creator said. */
    record Heard(AuthorId author, Content content) {}

    void heard(Handle write, MessageId message, Heard said, Instant at) {
        forget(write, message);
        write.execute(
                "insert into access_heard (message, author, words, at) values (?, ?, ?, ?)",
                message.toString(),
                said.author().toString(),
                markdown(said.content().words()),
                at.toEpochMilli());
        files(write, message.toString(), said.content().files());
    }

    /** @param since when it must have been said, or later */
    Optional<Heard> heard(Handle read, MessageId message, Instant since) {
        return read.createQuery("select author, words from access_heard where message = ? and at >= ?")
                .bind(0, message.toString())
                .bind(1, since.toEpochMilli())
                .map((row, context) -> new Heard(
                        AuthorId.parse(row.getString(1)),
                        new Content(words(row.getString(2)), files(read, message.toString()))))
                .findOne();
    }

    void forget(Handle write, MessageId message) {
        write.execute("delete from access_file where owner = ?", message.toString());
        write.execute("delete from access_heard where message = ?", message.toString());
    }

    void forget(Handle write, AuthorId author) {
        write.execute(
                "delete from access_file where owner in (select message from access_heard where author = ?)",
                author.toString());
        write.execute("delete from access_heard where author = ?", author.toString());
    }

    void purge(Handle write, Instant before) {
        write.execute(
                "delete from access_file where owner in (select message from access_heard where at < ?)",
                before.toEpochMilli());
        write.execute("delete from access_heard where at < ?", before.toEpochMilli());
    }

    SubscriberPost add(Handle write, String plan, Heard said, Instant at) {
        long id = write.createQuery("select coalesce(max(id), 0) + 1 from access_post")
                .mapTo(Long.class)
                .one();
        write.execute(
                "insert into access_post (id, plan, author, words, at, gone) values (?, ?, ?, ?, ?, 0)",
                id,
                plan,
                said.author().toString(),
                markdown(said.content().words()),
                at.toEpochMilli());
        files(write, Long.toString(id), said.content().files());
        return new SubscriberPost(id, plan, said.author(), said.content(), false);
    }

    Optional<SubscriberPost> find(Handle read, long id) {
        return read.createQuery("select plan, author, words, gone from access_post where id = ?")
                .bind(0, id)
                .map((row, context) -> new SubscriberPost(
                        id,
                        row.getString(1),
                        AuthorId.parse(row.getString(2)),
                        new Content(words(row.getString(3)), files(read, Long.toString(id))),
                        row.getInt(4) != 0))
                .findOne();
    }

    /** The numbers of those that these accounts posted and that still stand. */
    List<Long> by(Handle read, Collection<AuthorId> accounts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        return read.createQuery("select id from access_post where gone = 0 and author in (<accounts>) order by id")
                .bindList("accounts", accounts.stream().map(AuthorId::toString).toList())
                .mapTo(Long.class)
                .list();
    }

    /** Nothing of what it said is kept. */
    void takeBack(Handle write, long id) {
        write.execute("update access_post set gone = 1, words = '', author = 'nobody:0' where id = ?", id);
        write.execute("delete from access_file where owner = ?", Long.toString(id));
    }

    void stands(Handle write, long id, MessageId message) {
        write.execute(
                "insert into access_card (message, post) values (?, ?) on conflict do nothing", message.toString(), id);
    }

    List<MessageId> standing(Handle read, long id) {
        return read
                .createQuery("select message from access_card where post = ? order by message")
                .bind(0, id)
                .mapTo(String.class)
                .list()
                .stream()
                .map(MessageId::parse)
                .toList();
    }

    private static void files(Handle write, String owner, List<File> files) {
        for (int place = 0; place < files.size(); place++) {
            File file = files.get(place);
            write.execute(
                    "insert into access_file (owner, place, name, size, source) values (?, ?, ?, ?, ?)",
                    owner,
                    place,
                    file.name(),
                    file.size(),
                    file.source());
        }
    }

    private static List<File> files(Handle read, String owner) {
        return read.createQuery("select name, size, source from access_file where owner = ? order by place")
                .bind(0, owner)
                .map((row, context) -> new File(row.getString(1), row.getLong(2), row.getString(3)))
                .list();
    }

    /** Who is called by name there is not called again. */
    private static String markdown(Text words) {
        return MarkdownWriter.write(words.without(Mark.Mention.class));
    }

    private static Text words(String markdown) {
        return MarkdownReader.read(markdown, Names.NONE);
    }
}
