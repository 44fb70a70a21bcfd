package lyceum.community.qna;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import lyceum.community.qna.LineTable.Kept;
import lyceum.community.qna.QnaSettings.Talk;
import lyceum.community.qna.wall.Wall;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.jdbi.v3.core.Handle;

/** Asks everybody in a talk what somebody asked the hub. Lane's thread only. */
final class Opening {
    static final String REF = Qna.NAME + ":ask:";

    private final QnaSettings settings;
    private final LineTable lines;
    private final QuestionTable questions;
    private final Wall wall;
    private final Ladder ladder;
    private final BiFunction<Handle, MessageId, MessageId> origins;

    /** Where a question is written down. */
    record Parts(LineTable lines, QuestionTable questions, Wall wall, Ladder ladder) {}

    Opening(QnaSettings settings, Parts parts, BiFunction<Handle, MessageId, MessageId> origins) {
        this.settings = settings;
        this.lines = parts.lines();
        this.questions = parts.questions();
        this.wall = parts.wall();
        this.ladder = parts.ladder();
        this.origins = origins;
    }

    /**
     * In which language somebody wants to know it.
     *
     * @param near what was found that may be like it, the likest first
     */
    record Wanted(Language language, List<Known> near) {
        Wanted {
            near = List.copyOf(near);
        }
    }

    /** The message that a message repeats, as it is written; itself where it repeats none. */
    String origin(Tx tx, MessageId message) {
        return origins.apply(tx.read(), message).toString();
    }

    List<Effect> open(Tx tx, Talk talk, Line line, Wanted wanted) {
        long id = questions.ask(tx.write(), talk.name(), null, line, wanted.language());
        Line kept = new Line(Threads.key(id), line.who(), line.said(), line.at());
        lines.add(tx.write(), talk.name(), new Kept(lines.nextId(tx.read()), kept, null, id));
        wall.hears(tx, talk.name(), id, line.said(), line.who().key());
        List<Effect> posts = new ArrayList<>(ladder.begins(id, wanted.near(), tx.now()));
        for (RoomId room : talk.rooms()) {
            posts.add(new Post(room, Cards.asked(line), settings.language(room), null, null, REF + id));
        }
        return posts;
    }
}
