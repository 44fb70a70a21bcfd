package lyceum.kernel.document;

import lyceum.kernel.id.AuthorId;

/** What a stretch of text is. */
public sealed interface Mark {
    record Bold() implements Mark {}

    record Italic() implements Mark {}

    record Underline() implements Mark {}

    record Strike() implements Mark {}

    record Spoiler() implements Mark {}

    record Quote() implements Mark {}

    record Code() implements Mark {}

    /** A block of code; {@code language} is empty where none is named. */
    record CodeBlock(String language) implements Mark {}

    record Link(String url) implements Mark {}

    /** The name of an account; shown as a name, it never pings. */
    record Mention(AuthorId who) implements Mark {}
}
