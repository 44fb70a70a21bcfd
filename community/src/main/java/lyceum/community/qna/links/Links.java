package lyceum.community.qna.links;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Says which earlier line each line of a chat answers. What a platform tells is obeyed; the rest is ranked. One thread. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
public final class Links {
    /** No line answers one that stands further back than so many lines, unless the platform says so. */
    public static final int REACH = Traits.FAR;

    private final Ranker ranker;

    public Links() {
        this(shipped());
    }

    Links(Ranker ranker) {
        this.ranker = ranker;
    }

    static Ranker shipped() {
        try (InputStream in = Objects.requireNonNull(Links.class.getResourceAsStream("links.model"))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Ranker read(InputStream in) throws IOException {
        DataInputStream data = new DataInputStream(new BufferedInputStream(new GZIPInputStream(in)));
        List<Net> nets = new ArrayList<>();
        for (int left = data.readUnsignedByte(); left > 0; left--) {
            nets.add(Net.read(data));
        }
        return new Ranker(nets);
    }

    /** For each line of a whole chat, in the order of time, the place of the line that it answers; its own if it starts a thread. */
    public int[] parents(List<Said> chat) {
        int[] parents = ranker.parents(chat);
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < parents.length; at++) {
            Integer told = told(chat.get(at), places);
            if (told != null) {
                parents[at] = told;
            }
            places.put(chat.get(at).id(), at);
        }
        return parents;
    }

    private static @Nullable Integer told(Said said, Map<String, Integer> places) {
        return said.replyTo() == null ? null : places.get(said.replyTo());
    }

    /** A chat that is heard as it is said, from its first line. */
    public Listening listen() {
        return new Listening(ranker);
    }

    /** A chat of which only the past is known. One thread. */
    public static final class Listening {
        private final Ranker ranker;
        private final Chat chat = new Chat();
        private final Traits traits = new Traits(chat);
        private final Map<String, Integer> places = new HashMap<>();

        private Listening(Ranker ranker) {
            this.ranker = ranker;
        }

        /** Hears a line of which nobody asks what it answers. */
        public void pass(Said said) {
            places.put(said.id(), chat.hearLive(said).number);
        }

        /** How many lines back stands the line that this one answers; 0 if it starts a thread. */
        public int hear(Said said) {
            Line line = chat.hearLive(said);
            Integer told = told(said, places);
            places.put(said.id(), line.number);
            int parent = told != null ? told : line.isNotice() ? line.number : ranker.best(traits, line);
            return line.number - parent;
        }
    }
}
