package lyceum.web.room;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/** Writes what viewers get about a line. Text goes out as plain characters with ranges, never as markup. */
final class Bodies {
    private static final JsonFactory JSON = new JsonFactory();

    private final Plain plain;

    Bodies(Phrases phrases) {
        plain = new Plain(phrases);
    }

    /**
     * Who says something.
     *
     * @param account as other viewers may know it
     * @param badges what stands before their name
     */
    record Author(String account, List<String> badges) {
        Author {
            badges = List.copyOf(badges);
        }
    }

    String said(MessagePosted posted, Author author) {
        Speaker speaker = posted.speaker();
        return write(json -> {
            head(json, Entry.Kind.SAID, posted.message().value(), posted.at());
            json.writeObjectFieldStart("who");
            json.writeStringField("name", speaker.name());
            json.writeStringField("by", author.account());
            json.writeStringField("standing", speaker.standing().name().toLowerCase(Locale.ROOT));
            badges(json, author.badges());
            json.writeEndObject();
            text(json, posted.text());
            reply(json, posted.replyTo());
        });
    }

    /** @param voice in whose name the hub speaks, or null */
    String said(
            String line,
            Document document,
            Language language,
            @Nullable Voice voice,
            @Nullable MessageId reply,
            Instant at) {
        return write(json -> {
            head(json, Entry.Kind.SAID, line, at);
            json.writeObjectFieldStart("who");
            json.writeStringField("name", voice == null ? "Lyceum" : voice.name());
            json.writeBooleanField("hub", true);
            json.writeBooleanField("voice", voice != null);
            json.writeEndObject();
            text(json, plain.text(document, language));
            reply(json, reply);
            buttons(json, document.choices(), language);
        });
    }

    String edited(String line, Text text, Instant at) {
        return write(json -> {
            head(json, Entry.Kind.EDITED, line, at);
            text(json, text);
        });
    }

    String edited(String line, Document document, Language language, Instant at) {
        return write(json -> {
            head(json, Entry.Kind.EDITED, line, at);
            text(json, plain.text(document, language));
            buttons(json, document.choices(), language);
        });
    }

    String deleted(String line, Instant at) {
        return write(json -> head(json, Entry.Kind.DELETED, line, at));
    }

    Text text(Document document, Language language) {
        return plain.text(document, language);
    }

    private static void head(JsonGenerator json, Entry.Kind kind, String line, Instant at) throws IOException {
        json.writeStringField("kind", kind.word());
        json.writeStringField("id", line);
        json.writeStringField("at", at.toString());
    }

    private static void badges(JsonGenerator json, List<String> badges) throws IOException {
        if (badges.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("badges");
        for (String badge : badges) {
            json.writeString(badge);
        }
        json.writeEndArray();
    }

    private static void reply(JsonGenerator json, @Nullable MessageId reply) throws IOException {
        if (reply != null) {
            json.writeStringField("reply", reply.value());
        }
    }

    private static void text(JsonGenerator json, Text text) throws IOException {
        json.writeStringField("text", text.plain());
        if (text.spans().isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("marks");
        for (Span span : text.spans()) {
            json.writeStartArray();
            json.writeNumber(span.start());
            json.writeNumber(span.end());
            json.writeString(name(span.mark()));
            if (span.mark() instanceof Mark.Link link) {
                json.writeString(link.url());
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static String name(Mark mark) {
        return switch (mark) {
            case Mark.Bold _ -> "bold";
            case Mark.Italic _ -> "italic";
            case Mark.Underline _ -> "underline";
            case Mark.Strike _ -> "strike";
            case Mark.Spoiler _ -> "spoiler";
            case Mark.Quote _ -> "quote";
            case Mark.Code _ -> "code";
            case Mark.CodeBlock _ -> "block";
            case Mark.Link _ -> "link";
            case Mark.Mention _ -> "mention";
        };
    }

    private void buttons(JsonGenerator json, List<Choice> choices, Language language) throws IOException {
        if (choices.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("buttons");
        for (Choice choice : choices) {
            json.writeStartObject();
            json.writeStringField("id", choice.id());
            json.writeStringField("label", plain.label(choice, language));
            json.writeStringField("weight", choice.weight().name().toLowerCase(Locale.ROOT));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String write(Writing writing) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            writing.into(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What is written between the braces. */
    private interface Writing {
        void into(JsonGenerator json) throws IOException;
    }
}
