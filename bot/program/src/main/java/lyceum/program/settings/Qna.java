package lyceum.program.settings;

import java.util.List;
import lyceum.community.qna.Topic;

/**
 * Questions and answers.
 *
 * @param careful matters that are left to people
 */
public record Qna(List<Topic> careful) {
    public Qna {
        careful = List.copyOf(careful);
    }

    static Qna defaults() {
        return new Qna(List.of(Topic.values()));
    }
}
