package lyceum.community.qna;

import java.util.regex.Pattern;

/** What somebody said, without what tells who they are: names that are called, addresses, numbers by which people are reached. */
final class Redacted {
    private static final String GONE = "…";
    private static final Pattern MAIL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern CALLED = Pattern.compile("<@[!&]?\\d+>|(?<![\\p{L}\\p{N}/])@[\\p{L}\\p{N}_.-]{2,32}");
    private static final Pattern ADDRESSED = Pattern.compile("^\\p{L}[\\p{L}\\p{N}_-]{1,31}[:：,，] ");
    private static final Pattern QUERY = Pattern.compile("(https?://[^\\s?#]+)[?#]\\S+");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\p{N}.])\\+?\\d(?:[ ()-]?\\d){6,}(?![\\p{N}.])");
    private static final Pattern REACHED = Pattern.compile(
            "((?:微信|wechat|qq|whatsapp|telegram|电话|手机)(?:号|：|:|\\s)*)[\\w-]{5,}", Pattern.CASE_INSENSITIVE);

    private Redacted() {}

    static String of(String said) {
        String text = ADDRESSED.matcher(said.strip()).replaceFirst("");
        text = MAIL.matcher(text).replaceAll(GONE);
        text = CALLED.matcher(text).replaceAll(GONE);
        text = QUERY.matcher(text).replaceAll("$1");
        text = REACHED.matcher(text).replaceAll("$1" + GONE);
        return NUMBER.matcher(text).replaceAll(GONE).strip();
    }
}
