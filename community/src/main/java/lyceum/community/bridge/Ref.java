package lyceum.community.bridge;

import java.util.Optional;
import lyceum.kernel.id.MessageId;

/**
 * What the post of a copy is called: {@code bridge:copy:0:discord:1234/5678}.
 *
 * @param part which piece of the source it is; -1 where an earlier release did not say
 */
record Ref(int part, MessageId source) {
    private static final String COPY = Bridge.NAME + ":copy:";
    private static final String EARLIER = Bridge.NAME + ":";

    /** Empty for what is no copy. */
    static Optional<Ref> parse(String ref) {
        if (!ref.startsWith(EARLIER) || ref.indexOf('/') < 0) {
            return Optional.empty();
        }
        if (!ref.startsWith(COPY)) {
            return Optional.of(new Ref(-1, MessageId.parse(ref.substring(EARLIER.length()))));
        }
        int colon = ref.indexOf(':', COPY.length());
        int part = Integer.parseInt(ref.substring(COPY.length(), colon));
        return Optional.of(new Ref(part, MessageId.parse(ref.substring(colon + 1))));
    }

    @Override
    public String toString() {
        return COPY + part + ":" + source;
    }
}
