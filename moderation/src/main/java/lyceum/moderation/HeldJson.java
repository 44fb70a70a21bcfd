package lyceum.moderation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Attachment;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.person.Wish;
import org.jspecify.annotations.Nullable;

/** The JSON in which held messages are kept; rows outlive releases, so a type that was ever written stays readable. */
final class HeldJson {
    /** What is written now. */
    static final String TYPE = "held/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private HeldJson() {}

    static String write(Held held) {
        try {
            return JSON.writeValueAsString(Kept.of(held));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Held read(String type, String json) {
        if (!type.equals(TYPE)) {
            throw new IllegalStateException("a held message of the type '" + type + "' is from a newer release");
        }
        try {
            return JSON.readValue(json, Kept.class).held();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Kept(KeptMessage message, List<Signal> why, Set<Wish> wishes) {
        static Kept of(Held held) {
            return new Kept(KeptMessage.of(held.posted()), held.why(), new TreeSet<>(held.wishes()));
        }

        Held held() {
            return new Held(message.posted(), why, wishes);
        }
    }

    private record KeptMessage(
            KeptKey key,
            String message,
            KeptSpeaker speaker,
            String text,
            List<KeptSpan> spans,
            List<String> attachments,
            @Nullable List<KeptFile> files,
            @Nullable String replyTo,
            String at) {
        static KeptMessage of(MessagePosted posted) {
            MessageId replyTo = posted.replyTo();
            return new KeptMessage(
                    KeptKey.of(posted.key()),
                    posted.message().toString(),
                    KeptSpeaker.of(posted.speaker()),
                    posted.text().plain(),
                    posted.text().spans().stream().map(KeptSpan::of).toList(),
                    posted.attachments().stream().map(Attachment::name).toList(),
                    posted.attachments().stream().map(KeptFile::of).toList(),
                    replyTo == null ? null : replyTo.toString(),
                    posted.at().toString());
        }

        MessagePosted posted() {
            return new MessagePosted(
                    key.key(),
                    MessageId.parse(message),
                    speaker.speaker(),
                    new Text(text, spans.stream().map(KeptSpan::span).toList()),
                    files == null
                            ? attachments.stream().map(Attachment::new).toList()
                            : files.stream().map(KeptFile::file).toList(),
                    replyTo == null ? null : MessageId.parse(replyTo),
                    Instant.parse(at));
        }
    }

    private record KeptFile(
            String name, long size, @Nullable String source) {
        static KeptFile of(Attachment file) {
            return new KeptFile(file.name(), file.size(), file.source());
        }

        Attachment file() {
            return new Attachment(name, size, source);
        }
    }

    private record KeptKey(String platform, String nativeId, String revision) {
        static KeptKey of(Key key) {
            return new KeptKey(key.platform().value(), key.nativeId(), key.revision());
        }

        Key key() {
            return new Key(new PlatformName(platform), nativeId, revision);
        }
    }

    private record KeptSpeaker(
            String id,
            String name,
            @Nullable String avatar,
            Standing standing,
            boolean bot,
            @Nullable String language) {
        static KeptSpeaker of(Speaker speaker) {
            Language language = speaker.language();
            return new KeptSpeaker(
                    speaker.id().toString(),
                    speaker.name(),
                    speaker.avatar(),
                    speaker.standing(),
                    speaker.bot(),
                    language == null ? null : language.tag());
        }

        Speaker speaker() {
            return new Speaker(
                    AuthorId.parse(id),
                    name,
                    avatar,
                    standing,
                    bot,
                    language == null ? null : Language.nearest(language));
        }
    }

    /** {@code value} is a link's address, a mention's account, a code block's language, else empty. */
    private record KeptSpan(int start, int end, String mark, String value) {
        static KeptSpan of(Span span) {
            return switch (span.mark()) {
                case Mark.Bold _ -> kept(span, "bold", "");
                case Mark.Italic _ -> kept(span, "italic", "");
                case Mark.Underline _ -> kept(span, "underline", "");
                case Mark.Strike _ -> kept(span, "strike", "");
                case Mark.Spoiler _ -> kept(span, "spoiler", "");
                case Mark.Quote _ -> kept(span, "quote", "");
                case Mark.Code _ -> kept(span, "code", "");
                case Mark.CodeBlock block -> kept(span, "codeBlock", block.language());
                case Mark.Link link -> kept(span, "link", link.url());
                case Mark.Mention mention -> kept(span, "mention", mention.who().toString());
            };
        }

        private static KeptSpan kept(Span span, String mark, String value) {
            return new KeptSpan(span.start(), span.end(), mark, value);
        }

        Span span() {
            return new Span(
                    start,
                    end,
                    switch (mark) {
                        case "bold" -> new Mark.Bold();
                        case "italic" -> new Mark.Italic();
                        case "underline" -> new Mark.Underline();
                        case "strike" -> new Mark.Strike();
                        case "spoiler" -> new Mark.Spoiler();
                        case "quote" -> new Mark.Quote();
                        case "code" -> new Mark.Code();
                        case "codeBlock" -> new Mark.CodeBlock(value);
                        case "link" -> new Mark.Link(value);
                        case "mention" -> new Mark.Mention(AuthorId.parse(value));
                        default -> throw new IllegalStateException("an unknown mark: " + mark);
                    });
        }
    }
}
