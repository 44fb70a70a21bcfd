package lyceum.community.qna;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lyceum.community.qna.Question.Answer;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.search.Search.Match;

/** What is shown of questions and answers. */
final class Cards {
    static final String SOLVED = Qna.NAME + ":solved:";
    static final String NO = Qna.NAME + ":no:";

    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_ANSWER = 900;
    private static final int LONGEST_IN_LIST = 240;

    private Cards() {}

    /** An answer for somebody who did not ask the hub: short, and easily sent away. */
    static Document offer(long offer, Question question, Answer answer, ZoneId zone) {
        return shown("qna.offer", Text.of(cut(question.line().text(), LONGEST_QUESTION)), answer, zone)
                .withChoices(choices(offer));
    }

    /** The same after it solved something. */
    static Document solved(Question question, Answer answer, ZoneId zone) {
        return shown("qna.offer-solved", Text.of(cut(question.line().text(), LONGEST_QUESTION)), answer, zone);
    }

    /** The same in the words of somebody who passes it on: all that others said is quoted, so that it asks nothing anew. */
    static Document told(Question question, Answer answer, ZoneId zone) {
        Text said = Text.of(cut(question.line().text(), LONGEST_QUESTION), new Mark.Bold())
                .plus("\n" + cut(answer.line().said(), LONGEST_ANSWER));
        return new Document(
                List.of(
                        new Block.Paragraph(Phrase.of("qna.told")),
                        new Block.Quotation(said),
                        new Block.Paragraph(by(answer, zone))),
                List.of());
    }

    /** The best answer for somebody who asked, with what else may help. */
    static Document found(long offer, List<Known> known, ZoneId zone) {
        Known best = known.getFirst();
        Document document =
                shown("qna.found", why(best), best.question().likely().getFirst(), zone);
        List<Say> others = new ArrayList<>();
        best.question().likely().stream().skip(1).limit(1).forEach(answer -> others.add(also(answer)));
        known.stream().skip(1).limit(2).forEach(each -> others.add(line(each)));
        if (!others.isEmpty()) {
            document = document.plus(new Block.Paragraph(Phrase.of("qna.also"))).plus(new Block.Bullets(others));
        }
        return document.withChoices(choices(offer));
    }

    /** All that was found, one line each. */
    static Document list(List<Known> known) {
        return new Document(
                List.of(
                        new Block.Paragraph(Phrase.of("qna.search-found")),
                        new Block.Bullets(known.stream().map(Cards::line).toList())),
                List.of());
    }

    /** A question of somebody who asked the hub, for everybody. */
    static Document asked(Line line) {
        return Document.of(
                Phrase.of("qna.asks", Text.of(line.who().name(), new Mark.Bold()), Text.of(line.said())),
                Phrase.of("qna.asks-how"));
    }

    /** What is like a question that nobody has answered yet. */
    static Document similar(Question waits, List<Question> near) {
        return new Document(
                List.of(
                        new Block.Paragraph(Phrase.of(
                                "qna.similar",
                                waits.line().who().name(),
                                cut(waits.line().text(), LONGEST_IN_LIST))),
                        new Block.Bullets(near.stream()
                                .map(each -> line(new Known(each, 0, List.of())))
                                .toList())),
                List.of());
    }

    /** Asks those who solved such things to help. */
    static Document call(Question waits, List<Line.Who> helpers, RoomId room) {
        Text names = Text.EMPTY;
        for (Line.Who helper : helpers) {
            boolean here = helper.account().platform().equals(room.platform());
            Text name = here ? Text.of(helper.name(), new Mark.Mention(helper.account())) : Text.of(helper.name());
            names = names.plain().isEmpty() ? name : names.plus(", ").plus(name);
        }
        return Document.of(Phrase.of(
                "qna.call",
                names,
                Text.of(waits.line().who().name()),
                Text.of(cut(waits.line().text(), LONGEST_IN_LIST))));
    }

    /** What is still open, for whoever teaches. */
    static Document digest(List<Question> open, Instant now) {
        return new Document(
                List.of(
                        new Block.Paragraph(Phrase.of("qna.digest")),
                        new Block.Bullets(
                                open.stream().map(each -> waits(each, now)).toList())),
                List.of());
    }

    private static Say waits(Question question, Instant now) {
        return Phrase.of(
                "qna.digest-line",
                Text.of(cut(question.line().text(), LONGEST_IN_LIST)),
                Text.of(question.line().who().name()),
                age(question, now));
    }

    /** How long a question waits. */
    static Say age(Question question, Instant now) {
        Duration age = Duration.between(Instant.ofEpochMilli(question.line().at()), now);
        if (age.toDays() > 0) {
            return Phrase.of("qna.age-days", String.valueOf(age.toDays()));
        }
        return age.toHours() > 0
                ? Phrase.of("qna.age-hours", String.valueOf(age.toHours()))
                : Phrase.of("qna.age-minutes", String.valueOf(Math.max(0, age.toMinutes())));
    }

    /** That the hub leaves a matter to people. */
    static Document careful(Topic topic) {
        return Document.of(Phrase.of("qna.careful-" + topic.name().toLowerCase(Locale.ROOT)));
    }

    /** What somebody answered to a question that was asked by a command, for whoever asked. */
    static Document answered(long offer, Question question, Answer answer) {
        return new Document(
                        List.of(
                                new Block.Paragraph(Phrase.of(
                                        "qna.answered",
                                        answer.line().who().name(),
                                        cut(question.line().text(), LONGEST_QUESTION))),
                                new Block.Quotation(Text.of(cut(answer.line().said(), LONGEST_ANSWER)))),
                        List.of())
                .withChoices(choices(offer));
    }

    private static Document shown(String phrase, Text question, Answer answer, ZoneId zone) {
        return new Document(
                List.of(
                        new Block.Paragraph(Phrase.of(phrase, question)),
                        new Block.Quotation(Text.of(cut(answer.line().said(), LONGEST_ANSWER))),
                        new Block.Paragraph(by(answer, zone))),
                List.of());
    }

    private static Phrase by(Answer answer, ZoneId zone) {
        LocalDate day = Instant.ofEpochMilli(answer.line().at()).atZone(zone).toLocalDate();
        return Phrase.of(
                answer.accepted() > 0 ? "qna.by-helpful" : "qna.by",
                Text.of(answer.line().who().name()),
                Text.of(day.toString()),
                place(answer),
                Text.of(String.valueOf(answer.accepted())));
    }

    private static Say place(Answer answer) {
        String platform = answer.line().who().account().platform().value();
        return switch (platform) {
            case "discord", "telegram", "twitch", "room" -> Phrase.of("qna.on-" + platform);
            default -> Text.of(platform);
        };
    }

    private static Say also(Answer answer) {
        return Phrase.of(
                "qna.also-answer", answer.line().who().name(), cut(answer.line().said(), LONGEST_IN_LIST));
    }

    private static Say line(Known known) {
        Answer answer = known.question().likely().getFirst();
        return Phrase.of(
                "qna.search-line",
                why(known),
                Text.of(answer.line().who().name()),
                Text.of(cut(answer.line().said(), LONGEST_IN_LIST)));
    }

    /** The question, with the words for which it was found in bold. */
    private static Text why(Known known) {
        String text = known.question().line().text();
        if (text.length() > LONGEST_QUESTION) {
            return Text.of(cut(text, LONGEST_QUESTION));
        }
        List<Span> spans = new ArrayList<>();
        for (Match match : known.why()) {
            if (match.end() <= text.length()) {
                spans.add(new Span(match.start(), match.end(), new Mark.Bold()));
            }
        }
        return new Text(text, spans);
    }

    private static Choice[] choices(long offer) {
        return new Choice[] {
            new Choice(SOLVED + offer, Phrase.of("qna.this-solved-it"), Weight.GOOD),
            new Choice(NO + offer, Phrase.of("qna.no"), Weight.PLAIN)
        };
    }

    static String cut(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
    }
}
