package lyceum.community.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Paragraph;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Edits;

/**
 * Messages that several copies share, a line each, where a platform lets fewer messages through than are said. Who edits or removes
 * a source changes its line and no other.
 */
final class Sharing {
    private static final String REF = Bridge.NAME + ":line";
    /** For so long a platform that needs this lets a bot change what it said. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final BridgeSettings settings;
    private final CopyTable copies;
    private final LineTable table = new LineTable();
    private final Plain plain = new Plain(Phrases.of(Bridge.NAME));

    Sharing(BridgeSettings settings, CopyTable copies) {
        this.settings = settings;
        this.copies = copies;
    }

    /** An answer to something shares only where it can name what it answers; files go alone. */
    static boolean mayShare(Post post) {
        return (post.replyTo() == null || post.quoted() != null)
                && post.document().choices().isEmpty()
                && post.document().files().isEmpty()
                && Ref.parse(post.ref()).isPresent();
    }

    Post merged(List<Post> posts, Duration span) {
        Post first = posts.getFirst();
        List<Text> lines = posts.stream().map(this::line).toList();
        long seconds = Math.max(1, span.plusMillis(999).toSeconds());
        Phrase many = Phrase.of("bridge.together", String.valueOf(lines.size() - 1), String.valueOf(seconds));
        return new Post(first.room(), document(lines, many), first.language(), null, null, REF);
    }

    /** A line of a shared message stands. */
    void keep(MessageId copy, int line, Post post, Tx tx) {
        if (line == 0) {
            table.purge(tx.write(), tx.now().minus(KEPT));
        }
        table.keep(tx.write(), copy, line, new LineTable.Line(line(post), tx.now()));
    }

    /** The numbers of the lines that a shared message still has, in order; none where it is not shared. */
    List<Integer> lines(MessageId copy, Tx tx) {
        return List.copyOf(table.lines(tx.read(), copy).keySet());
    }

    /** What a shared message says, by the numbers of its lines; empty where it is not shared. */
    SortedMap<Integer, Text> says(MessageId copy, Tx tx) {
        return table.lines(tx.read(), copy);
    }

    /** The message with other words in one of its lines. */
    List<Effect> rewritten(MessageId copy, int line, Post piece, Tx tx) {
        change(copy, line, piece, tx);
        return now(copy, tx);
    }

    /** A line gets other words in the table; whether they differ. */
    boolean change(MessageId copy, int line, Post piece, Tx tx) {
        Text says = line(piece);
        boolean differs = !says.equals(table.lines(tx.read(), copy).get(line));
        if (differs) {
            table.keep(tx.write(), copy, line, new LineTable.Line(says, tx.now()));
        }
        return differs;
    }

    /** A line is gone from the table. */
    boolean drop(MessageId copy, int line, Tx tx) {
        table.drop(tx.write(), copy, line);
        return true;
    }

    /** The message without one of its lines; nothing where that was the last. */
    List<Effect> without(MessageId copy, int line, Tx tx) {
        drop(copy, line, tx);
        return now(copy, tx);
    }

    /** The message as the table says it; where it cannot be changed it goes, and what is left of it is said again. */
    List<Effect> now(MessageId copy, Tx tx) {
        SortedMap<Integer, Text> lines = table.lines(tx.read(), copy);
        if (lines.isEmpty()) {
            return List.of(new Delete(copy, Bridge.GONE));
        }
        if (!tx.can(copy.room(), Edits.class)) {
            return saidAgain(copy, lines, tx);
        }
        Phrase many = Phrase.of("bridge.together-now", String.valueOf(lines.size() - 1));
        Document now = document(List.copyOf(lines.values()), many);
        return List.of(new Edit(copy, now, settings.language(copy.room()), REF));
    }

    private List<Effect> saidAgain(MessageId copy, SortedMap<Integer, Text> lines, Tx tx) {
        List<Effect> effects = new ArrayList<>(List.of(new Delete(copy, Bridge.GONE)));
        lines.forEach((line, says) -> copies.part(tx.read(), copy, line).ifPresent(part -> {
            copies.plan(tx.write(), part);
            drop(copy, line, tx);
            Language language = settings.language(copy.room());
            effects.add(new Post(copy.room(), Document.of(says), language, null, null, part.ref()));
        }));
        return effects;
    }

    private static Document document(List<Text> lines, Phrase many) {
        List<Block> blocks = new ArrayList<>();
        lines.forEach(line -> blocks.add(new Paragraph(line)));
        if (lines.size() > 1) {
            blocks.add(new Paragraph(many));
        }
        return new Document(blocks, List.of());
    }

    private Text line(Post post) {
        Voice voice = post.voice();
        Language language = post.language();
        Text words = plain.text(post.document(), language);
        String quoted = post.quoted() == null ? "" : " ↪ “" + post.quoted() + "”";
        return voice == null ? words : Text.of(voice.name() + quoted + ": ").plus(words);
    }
}
