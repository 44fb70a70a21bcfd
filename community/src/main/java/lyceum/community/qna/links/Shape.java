package lyceum.community.qna.links;

import java.util.regex.Pattern;

/** What a line looks like, whatever it is about: a bit for each shape. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
final class Shape {
    static final int QUESTION = 1;
    static final int ASKS = 1 << 1;
    static final int GREETS = 1 << 2;
    static final int THANKS = 1 << 3;
    static final int YES_NO = 1 << 4;
    static final int HEARS = 1 << 5;
    static final int GOES_ON = 1 << 6;
    static final int EXCLAIMS = 1 << 7;
    static final int CORRECTS = 1 << 8;
    static final int CALLS_BOT = 1 << 9;
    static final int NOTICE = 1 << 10;
    static final int LINK = 1 << 11;
    static final int CODE = 1 << 12;
    static final int ADVISES = 1 << 13;
    static final int TELLS_TROUBLE = 1 << 14;
    static final int LAUGHS = 1 << 15;
    static final int OPENS = 1 << 16;
    static final int COUNT = 17;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ASKING = Pattern.compile(
            "^(so |and |but |ok |well |then )?(how|what|whats|what's|where|wheres|when|why|who|whos|which|is|are|am|do|does|did|can|could|"
                    + "would|should|will|has|have|any|anyone|anybody|isnt|isn't|dont|don't|cant|can't)\\b"
                    + "|\\b(any(one|body) (know|here|else|help|got|have)|how (do|can|to|would|should) |is there (a|any) |need (some )?help|help me|"
                    + "i wonder|wondering|what's the|whats the)"
                    + "|怎么|如何|什么|为什么|为啥|吗|呢$|哪|谁|请问|有没有|能不能|可不可以|是不是|求助|多少",
            FLAGS);
    private static final Pattern GREETING = Pattern.compile(
            "^(hi|hello|hey|heya|hiya|yo|greetings|howdy|good (morning|evening|afternoon|day)|morning|hola|sup|welcome)\\b|^(大家好|你好|嗨|早上好|晚上好|各位)",
            FLAGS);
    private static final Pattern THANKING =
            Pattern.compile("\\b(thanks|thank you|thx|ty|tnx|thanx|cheers|appreciate)\\b|谢谢|感谢|多谢|谢了", FLAGS);
    private static final Pattern YES = Pattern.compile(
            "^(yes|no|yep|yeah|yea|yup|nope|nah|ya|sure|not? really|exactly|right|true|correct|indeed|of course|maybe|probably)\\b|^(是的|不是|对|没有|有的|嗯|不|可以|好像|应该)",
            FLAGS);
    private static final Pattern HEARING = Pattern.compile(
            "^(ok|okay|oh|ah|ahh|k|kk|cool|great|nice|i see|got it|alright|hmm|hm|fine|perfect|awesome|good|aha|interesting|will do|works|worked|that worked)\\b|^(好的|哦|明白|知道了|原来|收到|懂了|可以了)",
            FLAGS);
    private static final Pattern GOING_ON = Pattern.compile(
            "^(and|but|or|because|cause|cuz|so|also|then|which|though|although|plus|btw|actually|since|otherwise|with|to|for|in|on|at|like|from|as|anyway|i mean)\\b|^(但|而且|然后|因为|所以|另外|还有|不过)",
            FLAGS);
    private static final Pattern ADVICE = Pattern.compile(
            "\\b(try|you (can|could|should|need|have to|might|may)|just (use|do|run|install|type|add|put)|use|run|type|check|look (at|in)|see|install|that's|thats|it's|its|it is|there is|make sure|go to|click|because)\\b"
                    + "|试试|可以用|你可以|应该是|需要|用这个|看看|先",
            FLAGS);
    private static final Pattern TROUBLE = Pattern.compile(
            "\\b(i('m| am) (trying|having|getting|looking|using|running|new)|i (have|had|get|got|need|want|tried|just|installed|can'?t|cannot|could ?n'?t)|doesn'?t|won'?t|can'?t|not work(ing)?|error|problem|issue|fails?|failed|stuck|my)\\b"
                    + "|报错|错误|不行|失败|问题|我的|我想|我在",
            FLAGS);
    private static final Pattern LAUGHING =
            Pattern.compile("^(lol|haha\\w*|heh\\w*|rofl|lmao|:\\)|:d|;\\)|xd)|哈哈|呵呵|笑", FLAGS);
    private static final Pattern CORRECTING = Pattern.compile("^\\*+\\s?\\w+|^s/|\\w+\\*$|^i mean\\b", FLAGS);
    private static final Pattern ADDRESS = Pattern.compile("https?://|www\\.", FLAGS);
    private static final Pattern CODING = Pattern.compile(
            "`|\\bsudo\\b|[/\\\\]\\w+[/\\\\]\\w+|\\w+\\(\\)|[{};]\\s*$|--?\\w+=|\\$ |::|->|=>|\\w+\\.\\w+\\(");
    private static final Pattern OPENING = Pattern.compile(
            "\\b(any(one|body)|everyone|everybody|guys|folks|all|someone|somebody|people|question|quick question|has any|new to)\\b|大家|各位|有人|有没有人|请教|请问",
            FLAGS);

    private Shape() {}

    /** @param body the line without the name that it is addressed to */
    static int of(String body, boolean notice) {
        int shape = notice ? NOTICE : 0;
        shape |= body.indexOf('?') >= 0 && endsAsking(body) || body.indexOf('？') >= 0 ? QUESTION : 0;
        shape |= body.startsWith("!") ? CALLS_BOT : 0;
        shape |= body.indexOf('!') > 0 || body.indexOf('！') >= 0 ? EXCLAIMS : 0;
        shape |= bit(ASKING, body, ASKS) | bit(GREETING, body, GREETS) | bit(THANKING, body, THANKS);
        shape |= bit(YES, body, YES_NO) | bit(HEARING, body, HEARS) | bit(GOING_ON, body, GOES_ON);
        shape |= bit(ADVICE, body, ADVISES) | bit(TROUBLE, body, TELLS_TROUBLE) | bit(LAUGHING, body, LAUGHS);
        shape |= bit(CORRECTING, body, CORRECTS) | bit(ADDRESS, body, LINK) | bit(CODING, body, CODE);
        return shape | bit(OPENING, body, OPENS);
    }

    private static int bit(Pattern pattern, String body, int bit) {
        return pattern.matcher(body).find() ? bit : 0;
    }

    /** A mark of asking inside an address or in the middle of a word does not ask. */
    private static boolean endsAsking(String body) {
        for (int at = body.indexOf('?'); at >= 0; at = body.indexOf('?', at + 1)) {
            if (at + 1 == body.length() || !Character.isLetterOrDigit(body.charAt(at + 1))) {
                return true;
            }
        }
        return false;
    }
}
