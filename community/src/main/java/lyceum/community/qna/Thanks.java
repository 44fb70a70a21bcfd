package lyceum.community.qna;

import java.util.regex.Pattern;

/** Hears whether whoever asked says that an answer helped. */
enum Thanks {
    NONE,
    /** Somebody is thanked, which may be for the trouble alone. */
    SAID,
    /** It worked. */
    WORKS,
    /** It did not work. */
    FAILS;

    private static final Pattern BROKEN = Pattern.compile(
            "\\b(?:doesn'?t|didn'?t|does not|did not|isn'?t|not|won'?t|can'?t|no longer|still)\\b[^.!?]{0,24}"
                    + "\\b(?:work\\w*|solv\\w*|help\\w*|fix\\w*|fail\\w*|broken|stuck)\\b|\\bstill (?:the )?(?:same|no)\\b"
                    + "|(?:不行|没用|没有用|不管用|还是(?:不|报错|一样)|没解决|不对|仍然(?:不|报错))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WORKED = Pattern.compile(
            "\\b(?:work(?:s|ed)|solved|fixed|that was it|that did it|did the trick|it helped|that helps|that helped)\\b"
                    + "|(?:搞定|可以了|解决了|好了|成功了|行了|有用|管用|弄好了|明白了|懂了)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern THANKED = Pattern.compile(
            "\\b(?:thanks|thank you|thank u|thx|ty|tysm|cheers|perfect)\\b|谢谢|多谢|感谢|谢啦", Pattern.CASE_INSENSITIVE);

    static Thanks in(String line) {
        if (BROKEN.matcher(line).find()) {
            return FAILS;
        }
        if (WORKED.matcher(line).find()) {
            return WORKS;
        }
        return THANKED.matcher(line).find() ? SAID : NONE;
    }
}
