package lyceum.community.qna;

import java.util.ArrayList;
import java.util.List;
import lyceum.community.qna.Question.Answer;
import lyceum.community.qna.wall.Wall;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.event.People.MemberForgotten;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import org.jdbi.v3.core.Handle;

/** Lets what was changed or taken back in a room be changed or gone here as well. Lane's thread only. */
final class Withdrawals {
    private final LineTable lines;
    private final QuestionTable questions;
    private final OfferTable offers;
    private final FaqTable faq;
    private final Wall wall;
    private final Offers showing;

    /** Where something may stand. */
    record Tables(LineTable lines, QuestionTable questions, OfferTable offers, FaqTable faq, Wall wall) {}

    Withdrawals(Tables tables, Offers showing) {
        this.lines = tables.lines();
        this.questions = tables.questions();
        this.offers = tables.offers();
        this.faq = tables.faq();
        this.wall = tables.wall();
        this.showing = showing;
    }

    List<Effect> edited(MessageEdited edited, Tx tx) {
        String message = edited.message().toString();
        String text = edited.text().plain();
        if (lines.find(tx.read(), message).isPresent()) {
            lines.says(tx.write(), message, text);
        }
        questions.find(tx.read(), message).ifPresent(question -> questions.says(tx.write(), question, text));
        questions.answer(tx.read(), message).ifPresent(answer -> questions.says(tx.write(), answer, text));
        return List.of();
    }

    List<Effect> deleted(MessageId message, Tx tx) {
        String name = message.toString();
        if (lines.find(tx.read(), name).isPresent()) {
            lines.remove(tx.write(), name);
        }
        List<Effect> effects = new ArrayList<>();
        questions.find(tx.read(), name).ifPresent(question -> effects.addAll(take(question, tx)));
        questions.answer(tx.read(), name).ifPresent(answer -> effects.addAll(take(answer, tx)));
        return effects;
    }

    /** Nothing that a person asked or answered is kept, and what the hub showed of it goes. */
    List<Effect> forgotten(MemberForgotten forgotten, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        Handle write = tx.write();
        for (AuthorId account : forgotten.accounts()) {
            questions.by(tx.read(), account).forEach(question -> effects.addAll(take(question, tx)));
            questions.answersBy(tx.read(), account).forEach(answer -> effects.addAll(take(answer, tx)));
            offers.forget(write, account);
            lines.forget(write, account);
        }
        return effects;
    }

    private List<Effect> take(Question question, Tx tx) {
        List<Effect> effects = new ArrayList<>(showing.takenBack(tx, question.id()));
        effects.addAll(showing.unasked(tx, question.id()));
        questions.take(tx.write(), question);
        faq.removeOf(tx.write(), question.id());
        wall.forgets(tx.write(), question.id());
        return effects;
    }

    private List<Effect> take(Answer answer, Tx tx) {
        List<Effect> effects = showing.takenBack(tx, answer.question());
        questions.take(tx.write(), answer);
        faq.removeOf(tx.write(), answer.question());
        boolean unsolved = questions
                .find(tx.read(), answer.question())
                .filter(each -> each.answers().stream().allMatch(other -> other.accepted() == 0))
                .isPresent();
        if (unsolved && answer.accepted() > 0) {
            questions.state(tx.write(), answer.question(), Question.State.OPEN);
        }
        return effects;
    }
}
