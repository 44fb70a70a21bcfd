package lyceum.community.qna.questions;

/** Kinds of characters. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
final class Letters {
    private Letters() {}

    static boolean isHan(char unit) {
        return unit >= 0x3400 && unit <= 0x9FFF;
    }

    static boolean isWord(char unit) {
        return Character.isLetterOrDigit(unit) && !isHan(unit) || unit == '\'' || unit == '’' || unit == '\u0001';
    }
}
