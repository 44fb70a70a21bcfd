package lyceum.community.qna;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.community.qna.Question.Answer;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Command.Option;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Standing;

/** Publishes what was answered, lets creators write it better, and people keep their words off the public pages. */
final class FaqDesk {
    static final String EDIT = "faq-edit";
    static final String PUBLISH = Qna.NAME + ":publish:";
    static final String REMOVE = Qna.NAME + ":unpublish:";
    static final String ID = "id";
    static final List<String> WORDS = List.of("asked-en", "answer-en", "asked-zh", "answer-zh");

    private static final String OUT = "faq-out";
    private static final String NO = "no";
    private static final int LONGEST = 4_000;
    private static final String NUMBER = "[0-9]{1,18}";

    private final QuestionTable questions;
    private final FaqTable table;

    FaqDesk(QuestionTable questions, FaqTable table) {
        this.questions = questions;
        this.table = table;
    }

    static List<Command> commands() {
        List<Option> words = WORDS.stream()
                .map(name -> new Option(name, Phrase.of("qna.option-" + name), false, List.of()))
                .toList();
        List<Option> edit = new ArrayList<>(List.of(new Option(ID, Phrase.of("qna.option-faq-id"), false, List.of())));
        edit.addAll(words);
        Option no = new Option(NO, Phrase.of("qna.option-faq-no"), false, List.of());
        return List.of(
                new Command(EDIT, List.of("编辑问答"), Phrase.of("qna.faq-edit"), edit, Standing.CREATOR),
                new Command(OUT, List.of("不公开"), Phrase.of("qna.faq-out"), List.of(no), Standing.FAN));
    }

    /** What it does about a command or a button; empty where it is none of these. */
    Optional<List<Effect>> asked(Tx tx, Asking asking) {
        Actor actor = tx.actor();
        if (actor == null) {
            return Optional.empty();
        }
        String answer = switch (asking) {
            case CommandInvoked invoked when invoked.command().equals(EDIT) -> edit(tx, invoked.options());
            case CommandInvoked invoked when invoked.command().equals(OUT) -> out(tx, actor, invoked.options());
            case ChoiceMade made when actor.standing().atLeast(Standing.CREATOR) -> choice(tx, made.choice());
            default -> "";
        };
        return answer.isEmpty()
                ? Optional.empty()
                : Optional.of(List.of(new Respond(
                        asking.reply(),
                        Document.of(Phrase.of("qna." + answer)),
                        actor.language(),
                        true,
                        Qna.NAME + ":faq")));
    }

    private String choice(Tx tx, String choice) {
        String number = choice.substring(choice.lastIndexOf(':') + 1);
        if (!number.matches(NUMBER)) {
            return "";
        }
        if (choice.startsWith(REMOVE)) {
            table.remove(tx.write(), Long.parseLong(number));
            return "faq-removed";
        }
        return choice.startsWith(PUBLISH) ? publish(tx, Long.parseLong(number)) : "";
    }

    private String publish(Tx tx, long id) {
        Question question = questions.find(tx.read(), id).orElse(null);
        if (question == null || question.likely().isEmpty()) {
            return "offer-gone";
        }
        Answer answer = question.likely().getFirst();
        if (table.isPrivate(tx.read(), question.line().who().account())
                || table.isPrivate(tx.read(), answer.line().who().account())) {
            return "faq-private";
        }
        if (table.all(tx.read()).stream().anyMatch(faq -> faq.question() != null && faq.question() == id)) {
            return "said-already";
        }
        Faq.Words words = new Faq.Words(
                Redacted.of(question.line().text()), Redacted.of(answer.line().said()));
        boolean chinese = words.asked().codePoints().anyMatch(Character::isIdeographic);
        table.publish(tx.write(), id, chinese ? Faq.Words.NONE : words, chinese ? words : Faq.Words.NONE, tx.now());
        return "faq-published";
    }

    private String edit(Tx tx, Map<String, String> options) {
        Faq.Words english = new Faq.Words(said(options, 0), said(options, 1));
        Faq.Words chinese = new Faq.Words(said(options, 2), said(options, 3));
        if (!english.isWhole() && !chinese.isWhole()) {
            return "faq-words";
        }
        String id = options.getOrDefault(ID, "").strip();
        if (id.isEmpty()) {
            table.publish(tx.write(), null, english, chinese, tx.now());
            return "faq-published";
        }
        Optional<Faq> known = id.matches(NUMBER) ? table.find(tx.read(), Long.parseLong(id)) : Optional.empty();
        known.ifPresent(faq -> table.write(tx.write(), new Faq(faq.id(), faq.question(), english, chinese, tx.now())));
        return known.isPresent() ? "faq-written" : "offer-gone";
    }

    private String out(Tx tx, Actor actor, Map<String, String> options) {
        if (!options.getOrDefault(NO, "").isBlank()) {
            table.allow(tx.write(), actor.accounts());
            return "faq-allowed";
        }
        table.keepPrivate(tx.write(), actor.accounts());
        return "faq-kept-out";
    }

    private static String said(Map<String, String> options, int place) {
        return Cards.cut(options.getOrDefault(WORDS.get(place), "").strip(), LONGEST);
    }
}
