package lyceum.community.qna.links;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures the shipped ranker on annotated chats: {@code main(folder of unpacked chats, file of dialogues)}. Prints F over links, with
 * that of naming the previous line in brackets; the dialogues are the fifth that no training saw.
 */
final class MeasureLinks {
    private MeasureLinks() {}

    public static void main(String[] arguments) throws IOException {
        Ranker ranker = Links.shipped();
        System.out.println("chats " + Measure.all(ranker, Annotated.folder(Path.of(arguments[0]))));
        List<Annotated> talks = Dialogues.read(Path.of(arguments[1]));
        System.out.println("dialogues " + Measure.f(ranker, talks.subList(0, talks.size() / 5)));
    }
}
