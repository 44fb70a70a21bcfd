package lyceum.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lyceum.community.qna.links.Links;
import lyceum.community.qna.links.Said;
import lyceum.community.qna.questions.Questions;
import lyceum.kernel.search.Entry;
import lyceum.kernel.search.Search;
import lyceum.lucene.LuceneIndex;
import lyceum.program.JsonLines.BadLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** {@code qna questions|links|index|search} and {@code reindex}: the engines of questions and answers, line by line. */
final class QnaCommand {
    private static final String FOLDER = FollowingIndex.FOLDER;

    private final Wording wording;
    private final InputStream in;
    private final OutputStream out;
    private final ObjectMapper json = new ObjectMapper();

    QnaCommand(Wording wording, InputStream in, OutputStream out) {
        this.wording = wording;
        this.in = in;
        this.out = out;
    }

    int questions(ParseResult typed) throws IOException {
        Questions questions = new Questions();
        JsonLines lines = lines();
        return lines.answer(line -> {
            double score = questions.score(JsonLines.text(line, "text"));
            return answer(line).put("question", score >= Questions.LINE).put("score", rounded(score));
        });
    }

    int links(ParseResult typed) throws IOException {
        JsonLines lines = lines();
        List<Said> chat = new ArrayList<>();
        List<JsonNode> answers = new ArrayList<>();
        List<JsonNode> ids = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            try {
                JsonNode node = lines.read(line);
                chat.add(said(node));
                ids.add(node.get("id"));
                answers.add(answer(node));
            } catch (BadLine e) {
                answers.add(lines.error(e));
            }
        }
        int[] parents = new Links().parents(chat);
        int at = 0;
        for (JsonNode answer : answers) {
            if (answer.has("id")) {
                ((ObjectNode) answer).putArray("repliesTo").add(ids.get(parents[at++]));
            }
            lines.write(answer);
        }
        return lines.end();
    }

    private static Said said(JsonNode line) throws BadLine {
        JsonNode replyTo = line.path("replyTo");
        JsonNode author = line.path("author");
        if (!author.isTextual() && !author.isNumber()) {
            throw new BadLine("text", "author");
        }
        @Nullable String told = replyTo.isTextual() || replyTo.isNumber() ? replyTo.asText() : null;
        return new Said(
                JsonLines.id(line).asText(),
                JsonLines.time(line, "at").toEpochMilli(),
                author.asText(),
                JsonLines.text(line, "text"),
                told);
    }

    int index(ParseResult typed) throws IOException, Refusal {
        JsonLines lines = lines();
        try (DataFolder data = DataFolder.take(folder(typed));
                LuceneIndex index = LuceneIndex.open(data.path().resolve(FOLDER))) {
            int status = lines.answer(line -> {
                String answer =
                        line.path("answer").isTextual() ? line.path("answer").asText() : "";
                index.put(new Entry(JsonLines.id(line).toString(), JsonLines.text(line, "text"), answer));
                return answer(line).put("indexed", true);
            });
            index.commit();
            return status;
        }
    }

    int search(ParseResult typed) throws IOException, Refusal {
        int top = typed.matchedOptionValue("--top", CommandLineTree.Top.DEFAULT).number();
        boolean onlyIfSure = typed.matchedOptionValue("--silent-when-unsure", false);
        JsonLines lines = lines();
        try (DataFolder data = DataFolder.take(folder(typed));
                LuceneIndex index = LuceneIndex.open(data.path().resolve(FOLDER))) {
            return lines.answer(line -> {
                JsonNode id = JsonLines.id(line);
                List<Search.Hit> hits = index.search(new Search.Asked(JsonLines.text(line, "text"), top, onlyIfSure));
                ObjectNode answer = json.createObjectNode();
                answer.set("id", id);
                hits(hits, answer.putArray("hits"));
                return answer;
            });
        }
    }

    private void hits(List<Search.Hit> hits, ArrayNode into) throws IOException {
        for (Search.Hit hit : hits) {
            ObjectNode one = into.addObject();
            one.set("doc", json.readTree(hit.id()));
            one.put("score", rounded(hit.score())).put("sure", rounded(hit.sure()));
            ArrayNode why = one.putArray("why");
            for (Search.Match match : hit.why()) {
                why.addObject()
                        .put("start", match.start())
                        .put("end", match.end())
                        .put("share", rounded(match.share()));
            }
        }
    }

    int reindex(ParseResult typed) throws IOException, Refusal {
        JsonLines lines = lines();
        try (DataFolder data = DataFolder.take(folder(typed))) {
            int entries = FollowingIndex.rebuild(data.path());
            lines.write(json.createObjectNode().put("indexed", entries));
        }
        return lines.end();
    }

    int export(ParseResult typed) throws IOException, Refusal {
        JsonLines lines = lines();
        Path data = database(folder(typed));
        Path out =
                typed.matchedOptionValue("--out", Path.of("")).toAbsolutePath().normalize();
        Files.createDirectories(out);
        String url = typed.matchedOptionValue("--url", out.toUri().toString());
        if (!url.matches("(?:https?|file)://\\S+")) {
            throw new Refusal("program.error.no-url", url);
        }
        String title = typed.matchedOptionValue("--title", wording.say("qna.title"));
        URI address = URI.create(url.endsWith("/") ? url : url + "/");
        int answers = new FaqExport(data).write(new FaqExport.Target(out, address, title));
        lines.write(json.createObjectNode().put("exported", answers));
        return lines.end();
    }

    /** The folder where a hub keeps its database; that of a demo is one below. */
    private static Path database(Path folder) throws Refusal {
        for (Path each : List.of(folder, folder.resolve("hub"))) {
            if (Files.exists(each.resolve(FollowingIndex.DATABASE))) {
                return each;
            }
        }
        throw new Refusal("program.error.no-database", folder.toString());
    }

    private JsonLines lines() {
        return new JsonLines(wording, in, out);
    }

    private ObjectNode answer(JsonNode line) throws BadLine {
        ObjectNode answer = json.createObjectNode();
        answer.set("id", JsonLines.id(line));
        return answer;
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }

    private static Path folder(ParseResult typed) {
        return typed.matchedOptionValue("--data", Path.of(""));
    }
}
