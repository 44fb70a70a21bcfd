package lyceum.kernel.markdown;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;

/**
 * Writes a text as markdown that Discord's client shows with exactly the text's characters. Marks become markdown where it has a
 * spelling for them in this place; every spelling is read back, and one that shows other characters is not used.
 */
public final class MarkdownWriter {
    /** From the fullest spelling to the safest. */
    private static final List<Style> STYLES = List.of(
            new Style("*", _ -> true),
            new Style("_", _ -> true),
            new Style("*", mark -> !(mark instanceof Mark.Italic)),
            new Style(
                    "*",
                    mark -> mark instanceof Mark.Code || mark instanceof Mark.CodeBlock || mark instanceof Mark.Link),
            new Style("*", _ -> false));

    private static final String SIGNS = "\\*_~|`<@[]#->.";

    private MarkdownWriter() {}

    /**
     * How marks are spelt.
     *
     * @param italic the sign for italic, which has two
     * @param spelt which marks are spelt at all
     */
    record Style(String italic, Predicate<Mark> spelt) {}

    public static String write(Text text) {
        if (text.spans().isEmpty() && text.plain().chars().noneMatch(c -> SIGNS.indexOf(c) >= 0)) {
            return text.plain();
        }
        String faithful = null;
        Names names = new Names(id -> named(text, id), _ -> "unknown", _ -> "unknown");
        for (Style style : STYLES) {
            String markdown = new MarkdownSpelling(text, style).spell();
            Text shown = MarkdownReader.read(markdown, names);
            if (shown.plain().equals(text.plain())) {
                if (sameMarks(text, shown)) {
                    return markdown;
                }
                faithful = faithful == null ? markdown : faithful;
            }
        }
        return faithful == null ? everySignEscaped(text.plain()) : faithful;
    }

    /** Who is called by a text, as ids of Discord's accounts. */
    public static Set<String> called(Text text) {
        return text.spans().stream()
                .filter(span -> isCall(span, text.plain()))
                .map(MarkdownWriter::account)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Discord shows an account's name by itself: a mention is spelt so only where its words are {@code @} and a name. */
    static boolean isCall(Span span, String plain) {
        return span.mark() instanceof Mark.Mention mention
                && mention.who().platform().value().equals("discord")
                && mention.who().value().matches("[0-9]{1,19}")
                && plain.startsWith("@", span.start())
                && span.end() > span.start() + 1;
    }

    static String account(Span span) {
        return ((Mark.Mention) span.mark()).who().value();
    }

    private static String named(Text text, String id) {
        return text.spans().stream()
                .filter(span -> isCall(span, text.plain()) && account(span).equals(id))
                .map(span -> text.plain().substring(span.start() + 1, span.end()))
                .findFirst()
                .orElse("unknown");
    }

    private static String everySignEscaped(String plain) {
        return plain.replaceAll("[^0-9A-Za-z\\s\\u0080-\\uffff]", "\\\\$0");
    }

    /** Whether every visible character is marked alike; white space may lose its marks, and who is mentioned is seen in the words. */
    private static boolean sameMarks(Text wanted, Text shown) {
        String plain = wanted.plain();
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, plain.length()));
        Stream.of(wanted, shown).flatMap(text -> text.spans().stream()).forEach(span -> {
            edges.add(span.start());
            edges.add(span.end());
        });
        return edges.headSet(plain.length()).stream()
                .filter(edge -> IntStream.range(edge, Objects.requireNonNull(edges.higher(edge)))
                        .anyMatch(i -> !Signs.space(plain.charAt(i))))
                .allMatch(edge -> marks(wanted, edge).equals(marks(shown, edge)));
    }

    private static Set<Mark> marks(Text text, int i) {
        return text.spans().stream()
                .filter(span -> span.start() <= i && i < span.end())
                .map(Span::mark)
                .filter(mark -> !(mark instanceof Mark.Mention))
                .collect(Collectors.toSet());
    }
}
