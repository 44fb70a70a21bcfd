package lyceum.community.qna.links;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Short talks of several people, with what each utterance relates to; they tell no times. */
final class Dialogues {
    private static final long PACE = 15_000;

    private Dialogues() {}

    static List<Annotated> read(Path file) throws IOException {
        List<Annotated> all = new ArrayList<>();
        for (JsonNode talk : new ObjectMapper().readTree(file.toFile())) {
            all.add(read(talk));
        }
        return all;
    }

    private static Annotated read(JsonNode talk) {
        List<Said> lines = new ArrayList<>();
        List<TreeSet<Integer>> related = new ArrayList<>();
        for (JsonNode said : talk.get("edus")) {
            String id = String.valueOf(lines.size());
            String author = said.get("speaker").asText();
            lines.add(new Said(id, lines.size() * PACE, author, said.get("text").asText(), null));
            related.add(new TreeSet<>());
        }
        for (JsonNode relation : talk.get("relations")) {
            int one = relation.get("x").asInt();
            int other = relation.get("y").asInt();
            related.get(Math.max(one, other)).add(Math.min(one, other));
        }
        List<int[]> parents = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            TreeSet<Integer> of = related.get(at);
            parents.add(
                    of.isEmpty()
                            ? new int[] {at}
                            : of.stream().mapToInt(each -> each).toArray());
        }
        return new Annotated(lines, parents);
    }
}
