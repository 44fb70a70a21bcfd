package lyceum.kernel.document;

/** A mark over the UTF-16 range {@code start} to {@code end} (exclusive) of a text. */
public record Span(int start, int end, Mark mark) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span is not empty and starts at 0 or later: " + start + " to " + end);
        }
    }
}
