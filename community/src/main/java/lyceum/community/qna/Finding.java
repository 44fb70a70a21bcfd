package lyceum.community.qna;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.community.qna.QnaSettings.Talk;
import lyceum.community.qna.Question.Answer;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Completion;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.search.Search;
import org.jdbi.v3.core.Handle;

/** Shows somebody who types a question those that were answered already: what fits, or before the first word what helped most. */
final class Finding implements Completion {
    private static final int MOST = 10;
    private static final int LONGEST_QUESTION = 100;
    private static final int LONGEST_ANSWER = 160;
    private static final String HELPED = "✅ ";

    private final QnaSettings settings;
    private final Search search;
    private final QuestionTable questions;

    Finding(QnaSettings settings, Search search, QuestionTable questions) {
        this.settings = settings;
        this.search = search;
        this.questions = questions;
    }

    @Override
    public boolean alone() {
        return true;
    }

    @Override
    public List<Suggestion> of(Typing typing, ReadTx tx) {
        Optional<Talk> talk = settings.heard(typing.room());
        if (talk.isEmpty()) {
            return List.of();
        }
        String text = Cards.cut(typing.text(), Requests.LONGEST);
        List<Question> found = text.isBlank()
                ? questions.helpful(tx.read(), talk.get().name(), MOST)
                : found(text, talk.get().name(), tx.read());
        List<Suggestion> suggestions = new ArrayList<>();
        for (Question question : found) {
            if (question.isShown(settings.careful())) {
                suggestions.add(suggestion(question));
            }
        }
        return suggestions;
    }

    private List<Question> found(String text, String talk, Handle read) {
        return search.search(new Search.Asked(text, MOST, false, true)).stream()
                .flatMap(hit -> IndexFeed.question(hit.id()).stream())
                .flatMap(id -> questions.find(read, id).stream())
                .filter(question -> question.talk().equals(talk))
                .toList();
    }

    private Suggestion suggestion(Question question) {
        String asked = Cards.cut(question.line().text(), LONGEST_QUESTION);
        Answer answer = question.likely().getFirst();
        return new Suggestion(
                asked,
                Text.of(asked),
                Text.of((answer.accepted() > 0 ? HELPED : "")
                        + Cards.cut(answer.line().said(), LONGEST_ANSWER)),
                Cards.told(question, answer, settings.zone()));
    }
}
