package lyceum.community.qna.wall;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** What a question wants to know of its matter; a question may want several. */
enum Kind {
    LENGTH("\\bhow (?:long|much time|many (?:minutes|hours|days|weeks|months))\\b|\\bduration\\b"
            + "|多久|(?:多长|多少)时间|时长|多长|[几多]少?(?:分钟|小时|天|周|个月)"),
    TIME("\\b(?:(?:since|until|till|by) )?when(?:'s)?\\b|\\b(?:what|which) (?:time|day|date)\\b|\\b(?:due )?dates?\\b"
            + "|\\bdeadlines?\\b|\\bdue\\b|\\b(?:last|latest) day\\b|什么时[候间]|啥时候?|几[点号时]|哪[天日]|何时|截止(?:时间|日期)?|日期|时间"),
    PLACE("\\bwhere(?:'s)?\\b|\\blink\\b|\\burl\\b|[在去到]?哪[里儿看]|在哪|去哪|地址|链接"),
    REASON("\\bwhy\\b|\\bhow come\\b|\\bwhat makes\\b|\\breason\\b|为什么|为啥|为何|怎么会|凭什么|什么原因"),
    PRICE("\\b(?:price|costs?|expensive|fees?)\\b|多少钱|[价格费]+用?(?=[是多]|$)|几块|贵"),
    NUMBER("\\bhow (?:many|much)\\b|多少|几(?=[分个次道题])"),
    DIFFERENCE("\\bdifferen(?:ce|ces|t)\\b|\\bdiffers?\\b|\\bvs\\b|\\bversus\\b|区别|不同|差[别异]|不一样"),
    MANNER("\\bhow\\b|怎么?样?|如何|咋"),
    LEAVE(
            "\\b(?:can|could|may|might)\\b|\\ballowed\\b|\\b(?:is it|it is|are we) (?:ok|okay|possible|fine)(?: to)?\\b|可以|可不可以|能不能|能否|允许|能"),
    NONE("(?!)");

    private final Pattern pattern;

    Kind(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /**
     * What of a text is left when the words are taken out that say what it wants.
     *
     * @param kinds that a text wants
     */
    record Read(Set<Kind> kinds, String rest) {}

    static Read read(String text) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        String rest = text;
        for (Kind kind : values()) {
            String without = kind.pattern.matcher(rest).replaceAll(" ");
            if (without.length() != rest.length()) {
                kinds.add(kind);
                rest = without;
            }
        }
        return new Read(kinds, rest);
    }
}
