package lyceum.kernel.event;

/** A file that came with a message, by the name its sender gave it. */
public record Attachment(String name) {}
