package lyceum.community.qna;

import java.util.Comparator;
import java.util.Optional;
import lyceum.community.qna.LineTable.Kept;
import lyceum.community.qna.Question.Answer;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/** Finds out which lines ask, which answer them, and which say that it worked. Lane's thread only. */
final class Threads {
    private static final double TOLD = 0.8;
    private static final double TOLD_ON_THE_WAY = 0.5;
    private static final double GUESSED = 0.55;
    private static final double GUESSED_ON_THE_WAY = 0.3;
    private static final double THANKED = 0.2;

    private final LineTable lines;
    private final QuestionTable questions;
    private final Talks talks;

    Threads(LineTable lines, QuestionTable questions) {
        this.lines = lines;
        this.questions = questions;
        this.talks = new Talks(lines);
    }

    /**
     * What is known of a line when it comes.
     *
     * @param asks whether somebody asks something
     * @param replyTo the message that the platform says it answers, wherever it was said first; null where it says none
     * @param answers the question that it answers beyond doubt, since the hub asked it; null where there is none
     */
    record Coming(
            String talk,
            Line line,
            Language language,
            boolean asks,
            @Nullable String replyTo,
            @Nullable Question answers) {}

    /**
     * What a line turned out to be.
     *
     * @param asked the question that it asks, or null
     * @param answered the question that it answers, or null
     * @param solved the answer that it says solved a question, or null
     */
    record Heard(
            @Nullable Long asked,
            @Nullable Long answered,
            @Nullable Answer solved) {
        static final Heard NOTHING = new Heard(null, null, null);
    }

    Heard hear(Coming coming, Tx tx) {
        Optional<Kept> told = coming.replyTo() == null ? Optional.empty() : lines.find(tx.read(), coming.replyTo());
        Kept line = new Kept(
                lines.nextId(tx.read()), coming.line(), told.map(Kept::id).orElse(null), null);
        Optional<Kept> parent = parent(coming.talk(), line, told, tx);
        Question about = coming.answers() != null ? coming.answers() : thread(parent, tx);
        boolean sure = told.isPresent() || coming.answers() != null;
        boolean direct = about != null
                && (coming.answers() != null
                        || parent.map(each -> each.line().message())
                                .filter(key(about)::equals)
                                .isPresent());
        Said said = new Said(coming, parent.orElse(null), about, sure, direct);
        Heard heard = hear(said, tx);
        Long thread = heard.asked() != null ? heard.asked() : about == null ? null : (Long) about.id();
        lines.add(tx.write(), coming.talk(), line.about(thread));
        if (thread != null) {
            talks.isAboutQuestion(coming.talk());
        }
        return heard;
    }

    private Optional<Kept> parent(String talk, Kept line, Optional<Kept> told, Tx tx) {
        if (told.isEmpty()) {
            return talks.parent(tx.read(), talk, line);
        }
        talks.pass(tx.read(), talk, line);
        return told;
    }

    private @Nullable Question thread(Optional<Kept> parent, Tx tx) {
        return parent.flatMap(each -> Optional.ofNullable(each.question()))
                .flatMap(id -> questions.find(tx.read(), id))
                .orElse(null);
    }

    /** What stands for the question among the lines. */
    static String key(Question question) {
        String message = question.line().message();
        return message == null ? key(question.id()) : message;
    }

    /** What stands among the lines for a question that was asked by a command. */
    static String key(long question) {
        return "asked/" + question;
    }

    /** A line with its place: in which thread, and whether the platform said so. */
    private record Said(
            Coming coming, @Nullable Kept parent, @Nullable Question about, boolean sure, boolean direct) {
        Line line() {
            return coming.line();
        }
    }

    private Heard hear(Said said, Tx tx) {
        Question about = said.about();
        boolean asks = said.coming().asks() && Substance.ofQuestion(said.line().said());
        if (about == null || (asks && !said.sure())) {
            return asks ? asked(said, tx) : Heard.NOTHING;
        }
        if (about.line().who().is(said.line().who())) {
            return ofAsker(said, about, tx);
        }
        if (said.coming().asks() || !Substance.ofAnswer(said.line().said())) {
            return Heard.NOTHING;
        }
        questions.answer(tx.write(), about.id(), said.line(), confidence(said));
        return new Heard(null, about.id(), null);
    }

    private Heard asked(Said said, Tx tx) {
        Line line = said.line();
        long id = questions.ask(
                tx.write(),
                said.coming().talk(),
                line.message(),
                line,
                said.coming().language());
        return new Heard(id, null, null);
    }

    private static double confidence(Said said) {
        if (said.sure()) {
            return said.direct() ? TOLD : TOLD_ON_THE_WAY;
        }
        return said.direct() ? GUESSED : GUESSED_ON_THE_WAY;
    }

    /** Thanks are for the answer that the line replies to, or else for the last one before it. */
    private Heard ofAsker(Said said, Question about, Tx tx) {
        Kept parent = said.parent();
        Answer meant = about.answers().stream()
                .filter(each -> parent != null
                        && each.line().message().equals(parent.line().message()))
                .findFirst()
                .or(() -> about.answers().stream()
                        .max(Comparator.comparingLong(each -> each.line().at())))
                .orElse(null);
        if (meant == null) {
            return Heard.NOTHING;
        }
        return switch (Thanks.in(said.line().said())) {
            case NONE -> Heard.NOTHING;
            case SAID -> {
                questions.believe(tx.write(), meant, meant.confidence() + THANKED, meant.accepted());
                yield Heard.NOTHING;
            }
            case FAILS -> {
                questions.believe(tx.write(), meant, meant.confidence() / 2, meant.accepted());
                yield Heard.NOTHING;
            }
            case WORKS -> new Heard(null, null, meant);
        };
    }
}
