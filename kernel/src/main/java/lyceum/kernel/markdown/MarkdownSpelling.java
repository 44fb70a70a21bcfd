package lyceum.kernel.markdown;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.markdown.MarkdownWriter.Style;

/** One spelling of a text as markdown, in one style. */
final class MarkdownSpelling {
    private final String plain;
    private final List<Span> spans;
    private final Style style;
    private final Escapes escapes;
    private final Set<Class<? extends Mark>> open = new HashSet<>();
    private StringBuilder out = new StringBuilder();

    MarkdownSpelling(Text text, Style style) {
        this.plain = text.plain();
        this.spans = text.spans();
        this.style = style;
        this.escapes = new Escapes(plain, !spans.isEmpty());
    }

    String spell() {
        range(0, plain.length(), spans);
        return out.toString();
    }

    /** Writes {@code from} to {@code to}; {@code inside} are the spans in it, outer before inner. */
    private void range(int from, int to, List<Span> inside) {
        int done = from;
        int i = 0;
        while (i < inside.size()) {
            Span span = inside.get(i);
            int next = i + 1;
            while (next < inside.size() && inside.get(next).start() < span.end()) {
                next++;
            }
            leaf(done, span.start());
            marked(span, inside.subList(i + 1, next));
            done = span.end();
            i = next;
        }
        leaf(done, to);
    }

    private void leaf(int from, int to) {
        escapes.write(from, to, open.contains(Mark.Link.class), out);
    }

    private void marked(Span span, List<Span> inside) {
        boolean spelt =
                style.spelt().test(span.mark()) && !open.contains(span.mark().getClass());
        if (!spelt) {
            range(span.start(), span.end(), inside);
            return;
        }
        switch (span.mark()) {
            case Mark.Bold _ -> wrapped(span, inside, "**", "**");
            case Mark.Italic _ -> wrapped(span, inside, style.italic(), style.italic());
            case Mark.Underline _ -> wrapped(span, inside, "__", "__");
            case Mark.Strike _ -> wrapped(span, inside, "~~", "~~");
            case Mark.Spoiler _ -> wrapped(span, inside, "||", "||");
            case Mark.Quote _ -> quote(span, inside);
            case Mark.Code _ -> code(span);
            case Mark.CodeBlock block -> codeBlock(span, block.language());
            case Mark.Link link -> link(span, inside, link.url());
            case Mark.Mention _ -> mention(span, inside);
        }
    }

    private void mention(Span span, List<Span> inside) {
        if (MarkdownWriter.isCall(span, plain)) {
            out.append("<@").append(MarkdownWriter.account(span)).append('>');
        } else {
            range(span.start(), span.end(), inside);
        }
    }

    private void link(Span span, List<Span> inside, String url) {
        String target = Links.target(url);
        String label = plain.substring(span.start(), span.end());
        if (target == null || label.isBlank()) {
            range(span.start(), span.end(), inside);
        } else if (label.equals(url) && Signs.endOfUrl(url, 0) == url.length()) {
            out.append(url);
        } else {
            wrapped(span, inside, "[", "](" + target + ")");
        }
    }

    /** White space at the edges stays outside: a sign next to it would stand for itself. */
    private void wrapped(Span span, List<Span> inside, String before, String after) {
        int start = span.start();
        int end = span.end();
        while (start < end && Signs.space(plain.charAt(start))) {
            start++;
        }
        while (end > start && Signs.space(plain.charAt(end - 1))) {
            end--;
        }
        if (start == end) {
            leaf(span.start(), span.end());
            return;
        }
        leaf(span.start(), start);
        out.append(before);
        open.add(span.mark().getClass());
        range(start, end, clipped(inside, start, end));
        open.remove(span.mark().getClass());
        out.append(after);
        leaf(end, span.end());
    }

    private static List<Span> clipped(List<Span> spans, int start, int end) {
        List<Span> inside = new ArrayList<>();
        for (Span span : spans) {
            int from = Math.max(span.start(), start);
            int to = Math.min(span.end(), end);
            if (from < to) {
                inside.add(new Span(from, to, span.mark()));
            }
        }
        return inside;
    }

    private void quote(Span span, List<Span> inside) {
        boolean wholeLines = (span.start() == 0 || plain.charAt(span.start() - 1) == '\n')
                && (span.end() == plain.length()
                        || plain.charAt(span.end()) == '\n'
                        || plain.charAt(span.end() - 1) == '\n');
        if (!wholeLines || !open.isEmpty()) {
            range(span.start(), span.end(), inside);
            return;
        }
        int end = span.end();
        while (end > span.start() && plain.charAt(end - 1) == '\n') {
            end--;
        }
        StringBuilder before = out;
        out = new StringBuilder();
        open.add(Mark.Quote.class);
        range(span.start(), end, clipped(inside, span.start(), end));
        open.remove(Mark.Quote.class);
        before.append(end > span.start() ? "> " : "").append(out.toString().replace("\n", "\n> "));
        out = before;
        leaf(end, span.end());
    }

    private void code(Span span) {
        String content = plain.substring(span.start(), span.end());
        String fence = Links.fence(content);
        if (fence == null) {
            leaf(span.start(), span.end());
            return;
        }
        String left = content.matches("(?s) *`.*") ? " " : "";
        String right = content.matches("(?s).*` *") ? " " : "";
        out.append(fence).append(left).append(content).append(right).append(fence);
    }

    private void codeBlock(Span span, String language) {
        int start = span.start();
        int end = span.end();
        while (start < end && plain.charAt(start) == '\n') {
            start++;
        }
        while (end > start && plain.charAt(end - 1) == '\n') {
            end--;
        }
        String content = plain.substring(start, end);
        if (content.isEmpty() || content.contains("```")) {
            leaf(span.start(), span.end());
            return;
        }
        leaf(span.start(), start);
        String named = language.matches("[A-Za-z0-9_+\\-.#]+") ? language : "";
        out.append("```").append(named).append('\n').append(content).append("\n```");
        leaf(end, span.end());
    }
}
