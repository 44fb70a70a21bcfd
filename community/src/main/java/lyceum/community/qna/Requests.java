package lyceum.community.qna;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.community.qna.Offer.State;
import lyceum.community.qna.QnaSettings.Talk;
import lyceum.community.qna.Question.Answer;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/** Does what people ask of questions and answers, and answers them. */
final class Requests {
    static final String ASK = "ask";
    static final String SEARCH = "search";
    static final String SOLVED = "solved";
    static final String TEXT = "text";

    /** From here on somebody who asks is shown what was found before anybody is asked. */
    private static final double WORTH_SHOWING = 0.25;

    static final int LONGEST = 500;
    private static final String NUMBER = "[0-9]{1,18}";

    private final QnaSettings settings;
    private final QuestionTable questions;
    private final OfferTable offers;
    private final Offers showing;
    private final Opening opening;

    /** What it works with. */
    record Parts(QuestionTable questions, OfferTable offers, Offers showing, Opening opening) {}

    Requests(QnaSettings settings, Parts parts) {
        this.settings = settings;
        this.questions = parts.questions();
        this.offers = parts.offers();
        this.showing = parts.showing();
        this.opening = parts.opening();
    }

    /** Whether a command is answered from what was said before. */
    static boolean looksUp(String command) {
        return command.equals(ASK) || command.equals(SEARCH);
    }

    static String text(CommandInvoked invoked) {
        return Cards.cut(invoked.options().getOrDefault(TEXT, "").strip(), LONGEST);
    }

    /** Somebody who asks. */
    private record Asker(Tx tx, Actor actor, Asking asking) {
        Respond answer(Document document) {
            return new Respond(asking.reply(), document, actor.language(), true, Qna.NAME + ":answer");
        }

        List<Effect> answer(String phrase) {
            return List.of(answer(Document.of(Phrase.of(phrase))));
        }

        Line.Who who() {
            return new Line.Who(
                    asking.speaker().id(), actor.member(), asking.speaker().name());
        }

        Opening.Wanted wanted(List<Known> near) {
            return new Opening.Wanted(actor.language(), near);
        }

        boolean mayJudge(Line.Who asked) {
            return actor.standing().atLeast(Standing.MODERATOR) || who().is(asked);
        }
    }

    List<Effect> asked(Tx tx, Asking asking) {
        Actor actor = tx.actor();
        if (actor == null) {
            return List.of();
        }
        Asker asker = new Asker(tx, actor, asking);
        return switch (asking) {
            case CommandInvoked invoked -> command(asker, invoked);
            case ChoiceMade made -> choice(asker, made);
        };
    }

    private List<Effect> command(Asker asker, CommandInvoked invoked) {
        return switch (invoked.command()) {
            case ASK -> ask(asker, invoked);
            case SEARCH -> search(asker, invoked);
            case SOLVED -> solved(asker, invoked.about());
            default -> List.of();
        };
    }

    private List<Effect> ask(Asker asker, CommandInvoked invoked) {
        String text = text(invoked);
        Talk talk = settings.heard(invoked.room()).orElse(null);
        if (text.isEmpty() || talk == null) {
            return asker.answer(text.isEmpty() ? "qna.ask-what" : "qna.ask-nowhere");
        }
        Line line = new Line("", asker.who(), text, invoked.at().toEpochMilli());
        Topic topic = Topic.of(text, settings.careful()).orElse(null);
        if (topic != null) {
            List<Effect> effects =
                    new ArrayList<>(opening.open(asker.tx(), talk, line, asker.wanted(known(asker, talk))));
            effects.add(asker.answer(Cards.careful(topic).plus(new Block.Paragraph(Phrase.of("qna.opened-careful")))));
            return effects;
        }
        List<Known> known = known(asker, talk);
        if (known.isEmpty() || known.getFirst().sure() < WORTH_SHOWING) {
            List<Effect> effects = new ArrayList<>(opening.open(asker.tx(), talk, line, asker.wanted(known)));
            effects.addAll(asker.answer("qna.opened"));
            return effects;
        }
        Answer best = known.getFirst().question().likely().getFirst();
        long offer = offers.make(
                asker.tx().write(),
                new OfferTable.Made(best, null, line, invoked.room()),
                asker.tx().now());
        return List.of(asker.answer(Cards.found(offer, known, asker.actor().zone())));
    }

    private List<Effect> search(Asker asker, CommandInvoked invoked) {
        if (text(invoked).isEmpty()) {
            return asker.answer("qna.search-what");
        }
        List<Known> known =
                settings.heard(invoked.room()).map(talk -> known(asker, talk)).orElse(List.of());
        return known.isEmpty() ? asker.answer("qna.search-nothing") : List.of(asker.answer(Cards.list(known)));
    }

    private List<Known> known(Asker asker, Talk talk) {
        Asks asks = asker.tx().score(Asks.class);
        return asks == null ? List.of() : showing.known(asker.tx(), talk.name(), asks.hits());
    }

    /** As a reply to the message that solved it. */
    private List<Effect> solved(Asker asker, @Nullable MessageId about) {
        Optional<Answer> answer = about == null
                ? Optional.empty()
                : questions.answer(asker.tx().read(), opening.origin(asker.tx(), about));
        return answer.map(each -> solved(asker, each)).orElseGet(() -> asker.answer("qna.solved-what"));
    }

    private List<Effect> solved(Asker asker, Answer answer) {
        Question question = questions.find(asker.tx().read(), answer.question()).orElseThrow();
        if (!asker.mayJudge(question.line().who())) {
            return asker.answer("qna.not-yours");
        }
        List<Effect> effects = new ArrayList<>(showing.solved(asker.tx(), answer, null));
        effects.addAll(asker.answer("qna.glad"));
        return effects;
    }

    private List<Effect> choice(Asker asker, ChoiceMade made) {
        if (made.choice().startsWith(QuestionsPage.CLOSE)) {
            return close(asker, made.choice().substring(QuestionsPage.CLOSE.length()));
        }
        boolean solves = made.choice().startsWith(Cards.SOLVED);
        String number = made.choice().substring(made.choice().lastIndexOf(':') + 1);
        if ((!solves && !made.choice().startsWith(Cards.NO)) || !number.matches(NUMBER)) {
            return List.of();
        }
        Offer offer = offers.find(asker.tx().read(), Long.parseLong(number)).orElse(null);
        if (offer == null) {
            return asker.answer("qna.offer-gone");
        }
        if (!asker.mayJudge(offer.who())) {
            return asker.answer("qna.not-yours");
        }
        if (offer.state() != State.OPEN) {
            return asker.answer("qna.said-already");
        }
        return solves ? solves(asker, offer) : wrong(asker, offer);
    }

    private List<Effect> close(Asker asker, String number) {
        if (!number.matches(NUMBER) || !asker.actor().standing().atLeast(Standing.MODERATOR)) {
            return List.of();
        }
        Optional<Question> question = questions.find(asker.tx().read(), Long.parseLong(number));
        if (question.filter(each -> each.state() == Question.State.OPEN).isEmpty()) {
            return asker.answer("qna.said-already");
        }
        questions.state(asker.tx().write(), question.get().id(), Question.State.CLOSED);
        return asker.answer("qna.closed");
    }

    private List<Effect> solves(Asker asker, Offer offer) {
        Optional<Answer> answer = questions.find(asker.tx().read(), offer.question()).stream()
                .flatMap(question -> question.answers().stream())
                .filter(each -> each.id() == offer.answer())
                .findFirst();
        if (answer.isEmpty()) {
            return asker.answer("qna.offer-gone");
        }
        List<Effect> effects = new ArrayList<>(showing.solved(asker.tx(), answer.get(), offer));
        effects.addAll(asker.answer("qna.glad"));
        return effects;
    }

    /** What somebody asked by a command is asked of everybody now; what was said in the open stands there already. */
    private List<Effect> wrong(Asker asker, Offer offer) {
        List<Effect> effects =
                new ArrayList<>(showing.wrong(asker.tx(), offer).stream().toList());
        Talk talk = settings.heard(offer.room()).orElse(null);
        if (offer.asking() != null || talk == null) {
            effects.addAll(asker.answer("qna.stays-open"));
            return effects;
        }
        Line line = new Line("", asker.who(), offer.asked(), asker.tx().now().toEpochMilli());
        effects.addAll(opening.open(asker.tx(), talk, line, asker.wanted(List.of())));
        effects.addAll(asker.answer("qna.opened"));
        return effects;
    }
}
