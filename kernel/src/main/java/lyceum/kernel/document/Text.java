package lyceum.kernel.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Formatted text: plain characters, and marks over UTF-16 ranges of them. It is a tree: of two spans one contains the other or
 * they do not meet; spans that would cross are cut in two. Lone surrogates become U+FFFD, so that every text is valid UTF-16.
 *
 * @param spans outer before inner, then from left to right
 */
public record Text(String plain, List<Span> spans) implements Say {
    public static final Text EMPTY = new Text("", List.of());

    private static final Comparator<Span> OUTER_FIRST = Comparator.comparingInt(Span::start)
            .thenComparing(Comparator.comparingInt(Span::end).reversed());

    public Text {
        plain = wellFormed(plain);
        spans = nested(plain.length(), spans);
    }

    public static Text of(String plain) {
        return new Text(plain, List.of());
    }

    public static Text of(String plain, Mark mark) {
        return plain.isEmpty() ? EMPTY : new Text(plain, List.of(new Span(0, plain.length(), mark)));
    }

    public boolean isEmpty() {
        return plain.isEmpty();
    }

    public Text plus(Text other) {
        int shift = plain.length();
        List<Span> all = new ArrayList<>(spans);
        for (Span span : other.spans) {
            all.add(new Span(span.start() + shift, span.end() + shift, span.mark()));
        }
        return new Text(plain + other.plain, all);
    }

    public Text plus(String other) {
        return plus(Text.of(other));
    }

    /** The same without marks of this kind. */
    public Text without(Class<? extends Mark> kind) {
        return new Text(
                plain,
                spans.stream().filter(span -> !kind.isInstance(span.mark())).toList());
    }

    /** The part from {@code start} to {@code end} (exclusive); marks that reach over an edge are cut there. */
    public Text slice(int start, int end) {
        List<Span> inside = new ArrayList<>();
        for (Span span : spans) {
            int from = Math.max(span.start(), start);
            int to = Math.min(span.end(), end);
            if (from < to) {
                inside.add(new Span(from - start, to - start, span.mark()));
            }
        }
        return new Text(plain.substring(start, end), inside);
    }

    private static List<Span> nested(int length, List<Span> spans) {
        List<Span> done = new ArrayList<>();
        List<Span> waiting = new ArrayList<>(spans);
        waiting.sort(OUTER_FIRST);
        for (int i = 0; i < waiting.size(); i++) {
            Span span = waiting.get(i);
            if (span.end() > length) {
                throw new IllegalArgumentException("a span ends at " + span.end() + " in a text of " + length);
            }
            int edge = firstEdgeInside(done, span);
            if (edge < 0) {
                done.add(span);
                continue;
            }
            done.add(new Span(span.start(), edge, span.mark()));
            waiting.add(new Span(edge, span.end(), span.mark()));
            waiting.subList(i + 1, waiting.size()).sort(OUTER_FIRST);
        }
        done.sort(OUTER_FIRST);
        return List.copyOf(done);
    }

    /** Where the nearest earlier span ends that begins before this one and ends within it; -1 if none does. */
    private static int firstEdgeInside(List<Span> earlier, Span span) {
        int edge = -1;
        for (Span other : earlier) {
            boolean crosses = other.start() <= span.start() && other.end() > span.start() && other.end() < span.end();
            if (crosses && (edge < 0 || other.end() < edge)) {
                edge = other.end();
            }
        }
        return edge;
    }

    private static String wellFormed(String text) {
        StringBuilder fixed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                fixed = fixed == null ? new StringBuilder(text) : fixed;
                fixed.setCharAt(i, '\uFFFD');
            }
        }
        return fixed == null ? text : fixed.toString();
    }
}
