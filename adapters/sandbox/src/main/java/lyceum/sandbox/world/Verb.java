package lyceum.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;

/** Something that a person can do on a platform. */
@FunctionalInterface
public interface Verb {

    /** Does it and answers what the caller gets as JSON; throws {@link Refused} where it cannot be done. */
    JsonNode perform(Call call) throws InterruptedException;
}
