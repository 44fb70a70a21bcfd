package lyceum.community.qna;

import java.time.Instant;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/**
 * A question that is answered in public, in one language or both; what is not written is empty.
 *
 * @param question where it comes from, or null where it was written by hand
 * @param at when it was written last
 */
public record Faq(long id, @Nullable Long question, Words english, Words chinese, Instant at) {
    /** A question and its answer in one language. */
    public record Words(String asked, String answer) {
        static final Words NONE = new Words("", "");

        /** Whether there is something to be shown. */
        public boolean isWhole() {
            return !asked.isBlank() && !answer.isBlank();
        }
    }

    public Words in(Language language) {
        return language == Language.ZH ? chinese : english;
    }

    /** What the console calls it. */
    String title() {
        return english.asked().isBlank() ? chinese.asked() : english.asked();
    }
}
