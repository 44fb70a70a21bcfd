package lyceum.moderation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import lyceum.moderation.rules.Post;
import lyceum.moderation.rules.Signal;
import org.jspecify.annotations.Nullable;

/** Answers messages line by line: one JSON object in, one out, in the same order; a bad line is answered by what is wrong with it. */
public final class ModerateLines {
    private final JsonFactory json = new JsonFactory();
    private final Engine engine;

    public ModerateLines(Engine engine) {
        this.engine = engine;
    }

    private record Line(@Nullable String id, boolean number, Post post) {}

    /** What is wrong with a line, for the one who wrote it. */
    private static final class BadLine extends Exception {
        private static final long serialVersionUID = 1L;

        BadLine(String message) {
            super(message);
        }
    }

    /** Reads to the end; true where every line was good. Neither stream is closed. */
    public boolean answer(InputStream in, OutputStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        boolean good = true;
        try (JsonGenerator generator = json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            generator.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    write(read(line), generator);
                } catch (BadLine e) {
                    good = false;
                    writeError(number, e, generator);
                }
                if (!lines.ready()) {
                    generator.flush();
                }
            }
            if (number > 0) {
                generator.writeRaw('\n');
            }
        }
        out.flush();
        return good;
    }

    private Line read(String line) throws BadLine {
        String id = null;
        boolean number = false;
        String text = null;
        String author = "";
        String room = "";
        Instant at = Instant.EPOCH;
        try (JsonParser parser = json.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new BadLine("a JSON object is needed, such as {\"id\": 1, \"text\": \"hello\"}");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                JsonToken token = parser.nextToken();
                switch (field) {
                    case "id" -> {
                        if (!token.isScalarValue()) {
                            throw new BadLine("\"id\" needs a string or a number");
                        }
                        number = token.isNumeric();
                        id = token == JsonToken.VALUE_NULL ? null : parser.getText();
                    }
                    case "text" -> text = string(parser, token, field);
                    case "author" -> author = string(parser, token, field);
                    case "room" -> room = string(parser, token, field);
                    case "at" -> at = Instant.parse(string(parser, token, field));
                    default -> parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                throw new BadLine("one JSON object a line, nothing after it");
            }
        } catch (JsonProcessingException e) {
            throw new BadLine("not JSON: " + e.getOriginalMessage());
        } catch (DateTimeException e) {
            throw new BadLine("\"at\" needs a time such as 2026-11-22T09:30:00.000Z");
        } catch (IOException e) {
            throw new BadLine("cannot be read: " + e.getMessage());
        }
        if (text == null) {
            throw new BadLine("\"text\" is missing");
        }
        return new Line(id, number, Post.of(text, author, room, at));
    }

    private static String string(JsonParser parser, JsonToken token, String field) throws IOException, BadLine {
        if (token != JsonToken.VALUE_STRING) {
            throw new BadLine("\"" + field + "\" needs a string");
        }
        return parser.getText();
    }

    private void write(Line line, JsonGenerator out) throws IOException {
        Judgement judgement = engine.judge(line.post);
        out.writeStartObject();
        out.writeFieldName("id");
        if (line.id == null) {
            out.writeNull();
        } else if (line.number) {
            out.writeNumber(line.id);
        } else {
            out.writeString(wellFormed(line.id));
        }
        out.writeStringField("verdict", judgement.verdict().toString());
        out.writeArrayFieldStart("signals");
        for (Signal signal : judgement.signals()) {
            write(signal, out);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(Signal signal, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("rule", signal.rule());
        out.writeNumberField("version", signal.version());
        out.writeStringField("view", signal.view());
        out.writeNumberField("start", signal.start());
        out.writeNumberField("end", signal.end());
        out.writeNumberField("severity", Math.round(signal.severity() * 100) / 100.0);
        out.writeStringField("evidence", wellFormed(signal.evidence()));
        out.writeEndObject();
    }

    /** Halves of surrogate pairs, which no UTF-8 can hold, become U+FFFD. */
    private static String wellFormed(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE);
    }

    private static void writeError(int number, BadLine error, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeNumberField("line", number);
        out.writeStringField("error", String.valueOf(error.getMessage()));
        out.writeEndObject();
    }
}
