package lyceum.web.console;

import java.util.ArrayDeque;
import java.util.Deque;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;

/** Formatted text as HTML. */
final class Prose {
    private Prose() {}

    /** In a box of its own, so that its direction changes nothing around it. */
    static void write(Text text, Markup out) {
        out.open("bdi");
        Deque<Span> open = new ArrayDeque<>();
        int done = 0;
        for (Span span : text.spans()) {
            done = closed(text, open, span.start(), done, out);
            out.text(text.plain().substring(done, span.start()));
            done = span.start();
            open(span.mark(), out);
            open.push(span);
        }
        done = closed(text, open, text.plain().length(), done, out);
        out.text(text.plain().substring(done)).close("bdi");
    }

    /** Closes what ends at or before a place, and answers how far the text is written. */
    private static int closed(Text text, Deque<Span> open, int place, int from, Markup out) {
        int done = from;
        while (!open.isEmpty() && open.element().end() <= place) {
            Span span = open.pop();
            out.text(text.plain().substring(done, span.end()));
            done = span.end();
            out.close(element(span.mark()));
        }
        return done;
    }

    private static void open(Mark mark, Markup out) {
        switch (mark) {
            case Mark.Link link ->
                out.open("a", "href", link.url(), "rel", "noopener noreferrer nofollow", "target", "_blank");
            case Mark.Spoiler _ -> out.open("span", "class", "spoiler");
            case Mark.Quote _ -> out.open("span", "class", "quote");
            case Mark.Mention _ -> out.open("span", "class", "mention");
            case Mark.CodeBlock _ -> out.open("code", "class", "block");
            case Mark.Bold _, Mark.Italic _, Mark.Underline _, Mark.Strike _, Mark.Code _ -> out.open(element(mark));
        }
    }

    private static String element(Mark mark) {
        return switch (mark) {
            case Mark.Bold _ -> "strong";
            case Mark.Italic _ -> "em";
            case Mark.Underline _ -> "u";
            case Mark.Strike _ -> "s";
            case Mark.Code _, Mark.CodeBlock _ -> "code";
            case Mark.Link _ -> "a";
            case Mark.Spoiler _, Mark.Quote _, Mark.Mention _ -> "span";
        };
    }
}
