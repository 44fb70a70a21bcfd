package lyceum.sandbox.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A message's text as simple HTML: Discord's bold, italics, strike-through, spoilers, code, quotes, links and mentions. */
final class Html {
    private static final Pattern BLOCK =
            Pattern.compile("```(?:[a-zA-Z0-9+#-]*\\n)?(.*?)```|`([^`\\n]+)`", Pattern.DOTALL);
    private static final Pattern MENTION = Pattern.compile("&lt;(@[!&amp;]*|#)(\\d{17,20})&gt;");
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]\\n]+)]\\((https?://[^)\\s]+)\\)|(https?://\\S+?)(?=[*_~|]*(?:\\s|$))");
    private static final Pattern HELD = Pattern.compile("\uE000(\\d+)\uE001");

    private final Guild guild;

    Html(Guild guild) {
        this.guild = guild;
    }

    String of(String text) {
        StringBuilder html = new StringBuilder();
        Matcher code = BLOCK.matcher(text);
        int at = 0;
        while (code.find()) {
            html.append(inline(text.substring(at, code.start())));
            String block = code.group(1);
            html.append(
                    block != null
                            ? "<pre>" + escape(block.strip()) + "</pre>"
                            : "<code>" + escape(code.group(2)) + "</code>");
            at = code.end();
        }
        return html.append(inline(text.substring(at))).toString();
    }

    private String inline(String text) {
        List<String> links = new ArrayList<>();
        String held = LINK.matcher(escape(text.replaceAll("[\uE000\uE001]", "")))
                .replaceAll(link -> {
                    boolean bare = link.group(3) != null;
                    String address = link.group(bare ? 3 : 2);
                    links.add("<a href=\"" + address + "\">" + (bare ? address : styled(link.group(1))) + "</a>");
                    return "\uE000" + (links.size() - 1) + "\uE001";
                });
        return HELD.matcher(styled(held))
                .replaceAll(link -> Matcher.quoteReplacement(links.get(Integer.parseInt(link.group(1)))));
    }

    /** Escaped text with its styles and mentions; addresses are held back, so that no style is written into one. */
    private String styled(String escaped) {
        String html = escaped.replaceAll("\\*\\*(?=\\S)(.+?)\\*\\*", "<b>$1</b>")
                .replaceAll("__(?=\\S)(.+?)__", "<u>$1</u>")
                .replaceAll("(?<![\\w*\\\\])\\*(?=[^\\s*])([^*\\n]+?)\\*(?!\\*)", "<i>$1</i>")
                .replaceAll("(?<![\\w/_\\\\])_(?=[^\\s_])([^_\\n]+?)_(?!\\w)", "<i>$1</i>")
                .replaceAll("~~(?=\\S)(.+?)~~", "<s>$1</s>")
                .replaceAll("\\|\\|(?=\\S)(.+?)\\|\\|", "<span class=\"spoiler\">$1</span>")
                .replaceAll("(?m)^&gt; (.*)$", "<blockquote>$1</blockquote>")
                .replaceAll("\\\\([*_~|`\\\\>#\\[\\]()@-])", "$1")
                .replace("\n", "<br>");
        return MENTION.matcher(html).replaceAll(mention -> Matcher.quoteReplacement(mention(mention)));
    }

    private String mention(MatchResult mention) {
        long id = Long.parseLong(mention.group(2));
        String name = switch (mention.group(1)) {
            case "#" -> "#" + guild.channel(id).map(Channel::name).orElse("unknown");
            case "@&amp;" -> "@" + guild.role(id).map(Role::name).orElse("unknown");
            default -> "@" + guild.member(id).map(Member::name).orElse("unknown");
        };
        return "<span class=\"mention\">" + escape(name) + "</span>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
