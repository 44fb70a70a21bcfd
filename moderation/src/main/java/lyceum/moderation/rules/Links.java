package lyceum.moderation.rules;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lyceum.moderation.text.Folds;
import org.jspecify.annotations.Nullable;

/** Finds addresses in texts: with or without scheme, broken on purpose ({@code hxxp}, {@code example[.]com}), in any script.
 * It remembers the last text, since several rules ask for the same; one thread at a time. */
public final class Links {
    private static final String ENDINGS =
            " com net org info biz io gg me ru cn tk ml ga cf gq xyz top site online shop club live app dev link click"
                    + " ly co uk de fr us eu tv cc vip win pro fun icu cyou buzz world today store tech space website one gift gifts nl in to la im"
                    + " id br pl ua by kz jp kr tw hk su pw ws ltd group work cloud email support finance money casino bet ";
    private final Folds folds;
    private @Nullable String lastText;
    private List<Link> lastLinks = List.of();

    public Links(Folds folds) {
        this.folds = folds;
    }

    /**
     * An address as it was found.
     *
     * @param host in small letters, broken dots mended, without {@code www.}; what is not ASCII in its {@code xn--} form
     * @param look the host with look-alikes folded
     * @param path from the first slash on, or empty
     */
    public record Link(int start, int end, String host, String look, String path) {
        /** Whether the host is this domain or below it. */
        boolean under(String domain) {
            return host.equals(domain) || host.endsWith("." + domain);
        }
    }

    /** Every address, from left to right. */
    @SuppressWarnings("ReferenceEquality")
    public List<Link> in(String text) {
        if (text != lastText) {
            lastLinks = maybe(text) ? find(text) : List.of();
            lastText = text;
        }
        return lastLinks;
    }

    /** Whether a dot stands inside something, or is written out. */
    private static boolean maybe(String text) {
        for (int at = 1; at < text.length() - 1; at++) {
            char unit = text.charAt(at);
            if (unit == '.' || unit == '。' || unit == ':') {
                char next = text.charAt(at + 1);
                if (next > ' ' && (unit != '。' || next < 0x80)) {
                    return true;
                }
            }
        }
        return text.contains("dot");
    }

    private List<Link> find(String text) {
        List<Link> links = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && inside(text.charAt(end))) {
                end++;
            }
            if (end > at) {
                add(text, at, end, links);
            }
            at = end + 1;
        }
        return links;
    }

    private static boolean inside(char unit) {
        return unit > ' ' && "<>\"'`|，！？；：（）【】《》“”、".indexOf(unit) < 0 && !Character.isWhitespace(unit);
    }

    private void add(String text, int from, int to, List<Link> links) {
        String token = text.substring(from, to);
        String mended = token.toLowerCase(Locale.ROOT)
                .replace("[.]", ".")
                .replace("(.)", ".")
                .replace("[dot]", ".")
                .replace("(dot)", ".")
                .replace('。', '.');
        boolean scheme = mended.startsWith("http") || mended.startsWith("hxxp");
        int start = mended.indexOf("://");
        String rest = start >= 0 ? mended.substring(start + 3) : mended;
        if (start >= 0 && start < mended.length() && mended.indexOf('/', start + 3) < 0) {
            rest = trimmed(rest);
        }
        int slash = firstOf(rest, "/?#");
        String authority = trimmed(slash < 0 ? rest : rest.substring(0, slash));
        authority = authority.substring(authority.lastIndexOf('@') + 1);
        int port = authority.indexOf(':');
        String host = port >= 0 ? authority.substring(0, port) : authority;
        host = host.startsWith("www.") ? host.substring(4) : host;
        int last = host.lastIndexOf('.');
        boolean mail = start < 0 && token.indexOf('@') > 0;
        if (last <= 0 || mail || last == host.length() - 1) {
            return;
        }
        String look = look(host);
        if (scheme || (ENDINGS.contains(" " + look.substring(look.lastIndexOf('.') + 1) + " ") && labels(host))) {
            links.add(new Link(from, to, ascii(host), look, slash < 0 ? "" : rest.substring(slash)));
        }
    }

    private static boolean labels(String host) {
        return host.chars().allMatch(unit -> Character.isLetterOrDigit(unit) || unit == '-' || unit == '.')
                && !host.contains("..");
    }

    private static int firstOf(String text, String any) {
        for (int at = 0; at < text.length(); at++) {
            if (any.indexOf(text.charAt(at)) >= 0) {
                return at;
            }
        }
        return -1;
    }

    private static String trimmed(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && "([{*_~,;:".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ")]}*_~.,;:!?".indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private String look(String host) {
        StringBuilder look = new StringBuilder(host.length());
        host.chars().forEach(unit -> look.append(folds.one((char) unit)));
        return look.toString();
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return host;
        }
    }
}
