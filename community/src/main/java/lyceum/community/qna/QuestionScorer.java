package lyceum.community.qna;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import lyceum.community.qna.questions.Questions;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Scorer;
import lyceum.kernel.search.Search;
import lyceum.kernel.search.Search.Hit;
import org.jspecify.annotations.Nullable;

/** Says of each line whether it asks something, and looks up what was said about it; any number of threads. */
public final class QuestionScorer implements Scorer<Asks> {
    private static final int MOST = 8;
    private final Search search;
    private final Queue<Questions> idle = new ConcurrentLinkedQueue<>();

    public QuestionScorer(Search search) {
        this.search = search;
    }

    /** Reads what is known of questions, which takes a moment; else the first message waits for it. */
    public void load() {
        idle.add(new Questions());
    }

    @Override
    public Class<Asks> type() {
        return Asks.class;
    }

    @Override
    public @Nullable Asks score(Event event) {
        return switch (event) {
            case MessagePosted posted -> said(own(posted.text()));
            case CommandInvoked invoked
            when Requests.looksUp(invoked.command()) -> new Asks(1, found(Requests.text(invoked), false));
            default -> null;
        };
    }

    /** What somebody says themselves: nobody asks what they quote. */
    static String own(Text text) {
        StringBuilder own = new StringBuilder(text.plain());
        for (Span span : text.spans()) {
            if (span.mark() instanceof Mark.Quote) {
                own.replace(span.start(), span.end(), " ".repeat(span.end() - span.start()));
            }
        }
        return own.toString().strip();
    }

    private Asks said(String line) {
        Questions known = idle.poll();
        Questions questions = known == null ? new Questions() : known;
        double score = questions.score(line);
        idle.add(questions);
        return new Asks(score, score < Questions.LINE ? List.of() : found(line, true));
    }

    private List<Hit> found(String text, boolean onlyIfSure) {
        return text.isBlank() ? List.of() : search.search(new Search.Asked(text, MOST, onlyIfSure));
    }
}
