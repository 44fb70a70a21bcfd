package lyceum.kernel.markdown;

import java.util.function.UnaryOperator;

/** What the ids in a message's mentions are called: each maps an id to a name, and an unknown one to something readable. */
public record Names(UnaryOperator<String> user, UnaryOperator<String> role, UnaryOperator<String> channel) {
    /** Where nobody is known. */
    public static final Names NONE = new Names(_ -> "unknown", _ -> "unknown", _ -> "unknown");
}
