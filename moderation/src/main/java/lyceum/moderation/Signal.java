package lyceum.moderation;

/**
 * Why a rule objects to a message.
 *
 * @param rule the rule's name
 * @param view what the rule looked at: {@code text}, {@code link}, {@code file} or a rule's own view
 * @param start where in the view the objection begins, in UTF-16 units
 * @param end exclusive
 * @param evidence what stands there, for the moderators
 */
public record Signal(String rule, String view, int start, int end, Severity severity, String evidence) {}
