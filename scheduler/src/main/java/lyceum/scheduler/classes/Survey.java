package lyceum.scheduler.classes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Choice.Weight;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Tx;
import org.jdbi.v3.core.Handle;

/** Three questions after a class, answered by a press each; of everybody the last answer counts, and nobody sees whose it is. */
final class Survey {
    /** Before a question's and an answer's digit in a choice, as in {@code classes:survey-12:ID:PLANNED}. */
    static final String WORD = "survey-";

    static final int QUESTIONS = 3;
    static final int ANSWERS = 3;

    /** The card that stands in the rooms when a date is over. */
    Document card(LiveClass of, DateTable.Near near) {
        List<Say> questions = new ArrayList<>();
        List<Choice> choices = new ArrayList<>();
        for (int question = 1; question <= QUESTIONS; question++) {
            questions.add(question(question));
            for (int answer = 1; answer <= ANSWERS; answer++) {
                String id = Classes.NAME + ":" + WORD + question + answer + ":" + of.id() + ":" + near.planned();
                choices.add(new Choice(id, label(question, answer), Weight.PLAIN));
            }
        }
        return new Document(
                List.of(
                        new Block.Title(Phrase.of("classes.survey", Text.of(of.title()))),
                        new Block.Bullets(questions),
                        new Block.Paragraph(Phrase.of("classes.survey-hint"))),
                choices);
    }

    /** Writes an answer down; what whoever gave it reads. */
    Document answer(Tx tx, DateTable.Near near, String digits, long member) {
        int question = digits.charAt(0) - '0';
        int answer = digits.charAt(1) - '0';
        tx.write()
                .execute(
                        "insert into classes_survey (class, planned, member, question, answer) values (?, ?, ?, ?, ?)"
                                + " on conflict (class, planned, member, question) do update set answer = excluded.answer",
                        near.classId(),
                        near.planned().toString(),
                        member,
                        question,
                        answer);
        return Document.of(Phrase.of("classes.survey-noted", question(question), label(question, answer)));
    }

    /** How many gave each answer to each question, by question and answer from 1. */
    Map<Integer, int[]> results(Handle read, DateTable.Near near) {
        Map<Integer, int[]> results = new HashMap<>();
        read.createQuery(
                        "select question, answer, count(*) as people from classes_survey where class = ? and planned = ?"
                                + " group by question, answer")
                .bind(0, near.classId())
                .bind(1, near.planned().toString())
                .map((row, context) -> new int[] {row.getInt("question"), row.getInt("answer"), row.getInt("people")})
                .forEach(each -> results.computeIfAbsent(each[0], _ -> new int[ANSWERS + 1])[each[1]] = each[2]);
        return results;
    }

    static Say question(int question) {
        return Phrase.of("classes.survey-" + question);
    }

    static Say label(int question, int answer) {
        return Phrase.of("classes.survey-" + question + "-" + answer);
    }
}
