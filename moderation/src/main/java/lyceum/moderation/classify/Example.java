package lyceum.moderation.classify;

/** A message whose answer is known. */
public record Example(String text, boolean positive) {}
