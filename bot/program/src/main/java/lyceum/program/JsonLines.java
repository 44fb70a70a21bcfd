package lyceum.program;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import lyceum.kernel.document.Phrase;
import org.jspecify.annotations.Nullable;

/** One JSON object a line, in and out; a bad line is answered by what is wrong with it. */
final class JsonLines {
    private final ObjectMapper json = new ObjectMapper();
    private final Wording wording;
    private final BufferedReader in;
    private final Writer out;
    private int number;
    private boolean good = true;

    JsonLines(Wording wording, InputStream in, OutputStream out) {
        this.wording = wording;
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    }

    /** What is wrong with a line, for the one who wrote it. */
    static final class BadLine extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Phrase phrase;

        BadLine(String key, String... arguments) {
            super(key);
            phrase = Phrase.of("program.lines." + key, arguments);
        }
    }

    /** Answers one line. */
    interface Answer {
        JsonNode to(JsonNode line) throws BadLine, IOException;
    }

    /** Answers line by line to the end; 0 if every line was good, else 1. */
    int answer(Answer answer) throws IOException {
        for (String line = next(); line != null; line = next()) {
            try {
                write(answer.to(read(line)));
            } catch (BadLine e) {
                write(error(e));
            }
            if (!in.ready()) {
                out.flush();
            }
        }
        return end();
    }

    /** The next line that is not blank, or null at the end. */
    @Nullable
    String next() throws IOException {
        String line = in.readLine();
        number++;
        while (line != null && line.isBlank()) {
            line = in.readLine();
            number++;
        }
        return line;
    }

    JsonNode read(String line) throws BadLine {
        try {
            JsonNode node = json.readTree(line);
            if (!node.isObject()) {
                throw new BadLine("object", "{\"id\": 1, \"text\": \"hello\"}");
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new BadLine("json", e.getOriginalMessage());
        }
    }

    ObjectNode object() {
        return json.createObjectNode();
    }

    /** What answers the line just read, if it is bad. */
    JsonNode error(BadLine bad) {
        good = false;
        return object().put("line", number).put("error", wording.say(bad.phrase));
    }

    void write(JsonNode answer) throws IOException {
        out.write(answer.toString());
        out.write('\n');
    }

    int end() throws IOException {
        out.flush();
        return good ? 0 : 1;
    }

    static JsonNode id(JsonNode line) throws BadLine {
        JsonNode id = line.path("id");
        if (!id.isTextual() && !id.isNumber()) {
            throw new BadLine("id");
        }
        return id;
    }

    static String text(JsonNode line, String field) throws BadLine {
        JsonNode text = line.path(field);
        if (!text.isTextual()) {
            throw new BadLine("text", field);
        }
        return text.asText();
    }

    static Instant time(JsonNode line, String field) throws BadLine {
        try {
            return Instant.parse(text(line, field));
        } catch (DateTimeException e) {
            throw new BadLine("time", field);
        }
    }
}
