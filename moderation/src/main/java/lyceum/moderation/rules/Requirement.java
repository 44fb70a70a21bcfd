package lyceum.moderation.rules;

import java.util.Locale;

/**
 * What every text that a pattern matches must hold, and how large the pattern's machine becomes.
 *
 * @param literal small letters that must stand in a row; empty where none must
 * @param digit whether a digit must stand somewhere
 * @param size an upper bound of the machine's states
 */
record Requirement(String literal, boolean digit, long size) {
    /** The most states a pattern may have: 2,000 characters are then searched in a few milliseconds. */
    static final long MOST = 600;

    /** Whether a text has what is needed besides a literal of letters, which the caller looks for. */
    boolean met(String text) {
        if (!literal.isEmpty() && !Character.isLetter(literal.charAt(0))) {
            return text.indexOf(literal.charAt(0)) >= 0;
        }
        return !digit
                || text.chars()
                        .anyMatch(unit -> (unit >= '0' && unit <= '9') || (unit > 0x7F && Character.isDigit(unit)));
    }

    static Requirement of(String pattern) {
        Walk walk = new Walk(pattern);
        long size = walk.choice();
        boolean plain = !walk.chosen && !pattern.contains("(?");
        String literal = plain ? walk.longest.toString().toLowerCase(Locale.ROOT) : "";
        return new Requirement(ascii(literal) ? literal : "", plain && walk.digit, size);
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(unit -> unit < 0x80 || Character.isIdeographic(unit));
    }

    /** One walk over a pattern, outermost level first. */
    private static final class Walk {
        private final String pattern;
        private int at;
        private int depth;
        private boolean chosen;
        private boolean digit;
        private StringBuilder run = new StringBuilder();
        private StringBuilder longest = new StringBuilder();

        Walk(String pattern) {
            this.pattern = pattern;
        }

        long choice() {
            long size = 1;
            while (at < pattern.length() && pattern.charAt(at) != ')') {
                if (pattern.charAt(at) == '|') {
                    chosen |= depth == 0;
                    at++;
                    size++;
                } else {
                    size = Math.min(1L << 40, size + repeated());
                }
            }
            close();
            return size;
        }

        private long repeated() {
            int from = at;
            long size = atom();
            boolean literal = literal(from);
            boolean number = depth == 0 && pattern.startsWith("\\d", from);
            long least = 1;
            long most = 1;
            if (at < pattern.length()) {
                char sign = pattern.charAt(at);
                if (sign == '*' || sign == '?' || sign == '+') {
                    least = sign == '+' ? 1 : 0;
                    most = 2;
                    at++;
                } else if (sign == '{' && pattern.indexOf('}', at) > 0) {
                    int end = pattern.indexOf('}', at);
                    String[] bounds = pattern.substring(at + 1, end).split(",", -1);
                    least = number(bounds[0]);
                    most = bounds.length > 1 && !bounds[1].isBlank() ? number(bounds[1]) : least + 1;
                    at = end + 1;
                }
                if (at < pattern.length() && pattern.charAt(at) == '?' && most != 1) {
                    at++;
                }
            }
            note(from, literal, least, most);
            digit |= number && least > 0;
            return size * Math.max(1, Math.max(least, most));
        }

        private void note(int from, boolean literal, long least, long most) {
            if (depth > 0) {
                return;
            }
            if (literal && least > 0) {
                run.append(pattern.charAt(pattern.charAt(from) == '\\' ? from + 1 : from));
            }
            if (!literal || least != 1 || most != 1) {
                close();
            }
        }

        private void close() {
            if (depth == 0 && run.length() > longest.length()) {
                longest = run;
            }
            run = depth == 0 ? new StringBuilder() : run;
        }

        private boolean literal(int from) {
            char sign = pattern.charAt(from);
            boolean escaped = sign == '\\' && at == from + 2 && !Character.isLetterOrDigit(pattern.charAt(from + 1));
            return escaped || (at == from + 1 && "[](){}.*+?^$|\\".indexOf(sign) < 0);
        }

        private long atom() {
            char sign = pattern.charAt(at++);
            if (sign == '(') {
                depth++;
                long size = choice() + 2;
                depth--;
                at++;
                return size;
            }
            if (sign == '[') {
                int end = pattern.indexOf(']', at + 1);
                at = end < 0 ? pattern.length() : end + 1;
            } else if (sign == '\\') {
                at++;
                if (at < pattern.length() && pattern.charAt(at) == '{') {
                    at = Math.max(at, pattern.indexOf('}', at)) + 1;
                }
            }
            return 1;
        }

        private static long number(String digits) {
            try {
                return Long.parseLong(digits.strip());
            } catch (NumberFormatException e) {
                return 1;
            }
        }
    }
}
