package lyceum.sandbox.telegram.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a link of a parse mode means: an address, a mention of a person by id, a custom emoji, or nothing. */
final class Links {
    private static final Pattern PERSON = Pattern.compile("tg:(?://)?user\\?id=(\\d+)");
    private static final Pattern EMOJI = Pattern.compile("tg:(?://)?emoji\\?id=(\\d+)");
    private static final Pattern DOMAIN = Pattern.compile(
            "(?i)(?:https?|tg|ton|tonsite)://\\S+|[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(?:[/:?#]\\S*)?|localhost(?:[/:]\\S*)?");

    private Links() {}

    /** Adds what the link says; a link without an address takes its own text for one; one that is no address is left out. */
    static void add(Entity link, String shown, List<Entity> entities) {
        if (link.type().equals("custom_emoji")) {
            entities.add(link);
            return;
        }
        String address = address(link.argument(), shown);
        Matcher person = PERSON.matcher(address);
        if (person.matches()) {
            entities.add(new Entity("text_mention", link.offset(), link.length(), person.group(1)));
        } else if (DOMAIN.matcher(address).matches()) {
            entities.add(new Entity("text_link", link.offset(), link.length(), normal(address)));
        }
    }

    /** The id in an address of a custom emoji. */
    static @Nullable String emoji(String address) {
        Matcher emoji = EMOJI.matcher(address);
        return emoji.matches() ? emoji.group(1) : null;
    }

    private static String address(@Nullable String stated, String shown) {
        return (stated == null || stated.isEmpty() ? shown : stated).strip();
    }

    /** As Telegram writes it back: with a scheme, a lower-case host, and a slash after a bare host. */
    static String normal(String address) {
        String whole = address.contains("://") ? address : "http://" + address;
        int host = whole.indexOf("://") + 3;
        int end = host;
        while (end < whole.length() && "/?#".indexOf(whole.charAt(end)) < 0) {
            end++;
        }
        String start = whole.substring(0, end).toLowerCase(Locale.ROOT);
        return end == whole.length() && start.startsWith("http") ? start + "/" : start + whole.substring(end);
    }
}
