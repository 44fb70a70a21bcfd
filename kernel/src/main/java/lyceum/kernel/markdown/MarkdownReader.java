package lyceum.kernel.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Span;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;

/** Reads a message's markdown as Discord's client shows it. Headings and lists keep their signs, since a text has no marks for them. */
public final class MarkdownReader {
    private static final int DEEPEST = 24;
    /** More than Discord lets anybody say, which is 4,000; beyond it, signs that nobody closes would take too long to look for. */
    private static final int LONGEST = 6_000;

    private static final String SHRUG = "¯\\_(ツ)_/¯";
    private static final PlatformName DISCORD = new PlatformName("discord");
    private static final Pattern TAG = Pattern.compile(
            "<(?:@!?(?<user>\\d+)|@&(?<role>\\d+)|#(?<channel>\\d+)|a?:(?<emoji>\\w+):\\d+|(?<url>https?://[^ <>]+)|(?<command>/[^:<>]{1,99}):\\d+)>");

    private final Names names;
    private final StringBuilder plain;
    private final List<Span> spans;
    private final String s;
    private final int depth;
    private final boolean quoted;

    private MarkdownReader(Names names, String markdown) {
        this.names = names;
        this.plain = new StringBuilder();
        this.spans = new ArrayList<>();
        this.s = markdown;
        this.depth = 0;
        this.quoted = false;
    }

    /** A stretch of {@code outer} that stands between signs; its text goes where the outer one's goes. */
    private MarkdownReader(MarkdownReader outer, String content, boolean quoted) {
        this.names = outer.names;
        this.plain = outer.plain;
        this.spans = outer.spans;
        this.s = content;
        this.depth = outer.depth + 1;
        this.quoted = quoted;
    }

    /** What is longer than any message of Discord's stands for itself, sign for sign. */
    public static Text read(String markdown, Names names) {
        if (markdown.length() > LONGEST) {
            return Text.of(markdown);
        }
        MarkdownReader reader = new MarkdownReader(names, markdown);
        reader.all();
        return new Text(reader.plain.toString(), reader.spans);
    }

    private void all() {
        if (depth > DEEPEST) {
            plain.append(s);
            return;
        }
        int i = 0;
        while (i < s.length()) {
            int end = one(i);
            if (end < 0) {
                plain.append(s.charAt(i));
                end = i + 1;
            }
            i = end;
        }
    }

    /** Reads what starts at {@code i}; answers where it ends, or -1 where the character stands for itself. */
    private int one(int i) {
        char c = s.charAt(i);
        if ((c == '>' || c == ' ') && !quoted && (i == 0 || s.charAt(i - 1) == '\n')) {
            return quote(i);
        }
        return switch (c) {
            case '\\' -> escaped(i);
            case '¯' -> literal(i, SHRUG);
            case '`' -> code(i);
            case '*' -> stars(i);
            case '_' -> underscores(i);
            case '~' -> pair(i, "~~", new Mark.Strike());
            case '|' -> pair(i, "||", new Mark.Spoiler());
            case '[' -> link(i);
            case '<' -> tag(i);
            case 'h' -> url(i);
            default -> -1;
        };
    }

    private int escaped(int i) {
        if (i + 1 == s.length() || !Signs.escapable(s.charAt(i + 1))) {
            return -1;
        }
        plain.append(s.charAt(i + 1));
        return i + 2;
    }

    private int literal(int i, String words) {
        if (!s.startsWith(words, i)) {
            return -1;
        }
        plain.append(words);
        return i + words.length();
    }

    private int url(int i) {
        int end = Signs.endOfUrl(s, i);
        if (end > 0) {
            plain.append(s, i, end);
        }
        return end;
    }

    private int quote(int i) {
        int sign = i;
        while (sign < s.length() && s.charAt(sign) == ' ') {
            sign++;
        }
        if (s.startsWith(">>> ", sign)) {
            marked(s.substring(sign + 4), new Mark.Quote(), true);
            return s.length();
        }
        StringBuilder content = new StringBuilder();
        int line = i;
        int end = -1;
        while (line >= 0 && line < s.length()) {
            int start = quoteSign(line);
            if (start < 0) {
                break;
            }
            int feed = s.indexOf('\n', start);
            end = feed < 0 ? s.length() : feed;
            content.append(content.isEmpty() && line == i ? "" : "\n").append(s, start, end);
            line = feed < 0 ? -1 : feed + 1;
        }
        if (end >= 0) {
            marked(content.toString(), new Mark.Quote(), true);
        }
        return end;
    }

    /** Where the words of a quoted line begin that starts at {@code line}; -1 where the line is not quoted. */
    private int quoteSign(int line) {
        int sign = line;
        while (sign < s.length() && s.charAt(sign) == ' ') {
            sign++;
        }
        return s.startsWith("> ", sign) ? sign + 2 : -1;
    }

    private int code(int i) {
        CodeMatch match = CodeMatch.at(s, i);
        if (match == null) {
            return -1;
        }
        mark(plain.length(), match.content(), match.mark());
        return match.end();
    }

    private int stars(int i) {
        int italic = Emphasis.endOfStars(s, i);
        int bold = Emphasis.endOfDouble(s, i, '*');
        return emphasis(i, italic, bold, new Mark.Bold());
    }

    private int underscores(int i) {
        int italic = Emphasis.endOfUnderscores(s, i);
        int under = Emphasis.endOfDouble(s, i, '_');
        return emphasis(i, italic, under, new Mark.Underline());
    }

    /** The longer of the two readings wins, as in Discord's client, and italic where they are equal. */
    private int emphasis(int i, int single, int twofold, Mark twofoldMark) {
        if (single < 0 && twofold < 0) {
            return -1;
        }
        if (single >= twofold) {
            marked(s.substring(i + 1, single - 1), new Mark.Italic(), quoted);
            return single;
        }
        marked(s.substring(i + 2, twofold - 2), twofoldMark, quoted);
        return twofold;
    }

    private int pair(int i, String sign, Mark mark) {
        if (!s.startsWith(sign, i)) {
            return -1;
        }
        int close = s.indexOf(sign, i + 3);
        if (close < 0) {
            return -1;
        }
        marked(s.substring(i + 2, close), mark, quoted);
        return close + 2;
    }

    private int link(int i) {
        LinkMatch match = LinkMatch.at(s, i);
        if (match == null) {
            return -1;
        }
        marked(match.label(), new Mark.Link(match.url()), quoted);
        return match.end();
    }

    private int tag(int i) {
        Matcher tag = TAG.matcher(s).region(i, s.length());
        if (!tag.lookingAt()) {
            return -1;
        }
        if (tag.group("user") != null) {
            String id = tag.group("user");
            mark(plain.length(), "@" + names.user().apply(id), new Mark.Mention(new AuthorId(DISCORD, id)));
        } else if (tag.group("role") != null) {
            plain.append('@').append(names.role().apply(tag.group("role")));
        } else if (tag.group("channel") != null) {
            plain.append('#').append(names.channel().apply(tag.group("channel")));
        } else if (tag.group("emoji") != null) {
            plain.append(':').append(tag.group("emoji")).append(':');
        } else if (tag.group("url") != null) {
            plain.append(tag.group("url"));
        } else {
            plain.append(tag.group("command"));
        }
        return tag.end();
    }

    private void marked(String content, Mark mark, boolean inQuote) {
        int start = plain.length();
        new MarkdownReader(this, content, inQuote).all();
        if (plain.length() > start) {
            spans.add(new Span(start, plain.length(), mark));
        }
    }

    private void mark(int start, String content, Mark mark) {
        plain.append(content);
        if (plain.length() > start) {
            spans.add(new Span(start, plain.length(), mark));
        }
    }
}
