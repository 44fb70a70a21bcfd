package lyceum.community.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/** Finds what an answer answers, in each room that reads it: the source, a copy, or one line of a message that several share. */
final class Answering {
    private final CopyTable table;
    private final Sharing sharing;
    private final Excerpts excerpts;

    Answering(CopyTable table, Sharing sharing, Excerpts excerpts) {
        this.table = table;
        this.sharing = sharing;
        this.excerpts = excerpts;
    }

    /**
     * What is answered.
     *
     * @param source the message that somebody said; null where it is one of several and nobody knows which
     * @param quoted who said it and how it begins, where that is known
     * @param head stands above the answer where the message that it is tied to says more than what is answered
     */
    record Answered(
            @Nullable MessageId source,
            @Nullable String quoted,
            @Nullable Block head) {}

    /** Empty for what answers nothing. */
    Optional<Answered> answered(MessagePosted posted, Tx tx) {
        MessageId message = posted.replyTo();
        if (message == null) {
            return Optional.empty();
        }
        SortedMap<Integer, Text> lines = sharing.says(message, tx);
        if (lines.isEmpty()) {
            MessageId source = table.source(tx.read(), message).orElse(message);
            return Optional.of(new Answered(source, excerpts.of(source), null));
        }
        return Optional.of(meant(posted.quoted(), lines)
                .flatMap(line -> table.part(tx.read(), message, line))
                .map(part -> part.said().source())
                .map(source -> new Answered(source, excerpts.of(source), null))
                .orElseGet(() -> new Answered(null, null, oneOf(lines))));
    }

    /** The line that holds the words that were quoted, or the only one. */
    private static Optional<Integer> meant(@Nullable String quoted, SortedMap<Integer, Text> lines) {
        if (lines.size() == 1 || quoted == null) {
            return lines.size() == 1 ? Optional.of(lines.firstKey()) : Optional.empty();
        }
        List<Integer> holding = lines.entrySet().stream()
                .filter(line -> line.getValue().plain().contains(quoted.strip())
                        || quoted.contains(line.getValue().plain()))
                .map(Map.Entry::getKey)
                .toList();
        return holding.size() == 1 ? Optional.of(holding.getFirst()) : Optional.empty();
    }

    private static Block oneOf(SortedMap<Integer, Text> lines) {
        String names = lines.values().stream()
                .map(line -> line.plain().split(": ", 2)[0])
                .distinct()
                .collect(Collectors.joining(", "));
        return new Block.Paragraph(Phrase.of("bridge.answers-one-of", Text.of(names)));
    }

    /** The post as an answer there; as it is where it answers nothing that can be named. */
    Post tied(Post post, Answered answered, Tx tx) {
        MessageId source = answered.source();
        if (source == null) {
            return headed(post, answered.head());
        }
        RoomId room = post.room();
        if (source.room().equals(room)) {
            return post.answering(source).quoting(answered.quoted());
        }
        Optional<Part> there = table.parts(tx.read(), source).stream()
                .filter(part -> part.room().equals(room) && !part.isAwaited())
                .findFirst();
        MessageId copy = there.map(Part::copy).orElse(null);
        if (copy == null) {
            return post.quoting(answered.quoted());
        }
        Text line =
                there.get().isShared() ? sharing.says(copy, tx).get(there.get().line()) : null;
        Post tied = post.answering(copy);
        return line == null
                ? tied.quoting(answered.quoted())
                : headed(tied, new Block.Quotation(Text.of(Excerpts.shortened(line.plain()))));
    }

    private static Post headed(Post post, @Nullable Block head) {
        if (head == null) {
            return post;
        }
        List<Block> blocks = new ArrayList<>(post.document().blocks());
        blocks.addFirst(head);
        return post.withDocument(new Document(blocks, post.document().choices()));
    }
}
