package lyceum.sandbox.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One platform's side of the sandbox: its wire protocol, and its people's deeds there. */
public interface Side extends AutoCloseable {

    /** The platform's name in {@code /sandbox/PLATFORM}. */
    String name();

    /** The platform's faults and log, which the calls {@code faults} and {@code log} show. */
    Wire wire();

    /** Hangs the platform's own routes on the server; called once, before it starts. */
    void routes(RoutesConfig routes);

    /** What people can do here, by the last word of the call's path; what is not in it is answered 409. */
    Map<String, Verb> verbs();

    /** What stands in a room now, in order, only the newest {@code last}; with {@code who}, also what only that person sees. */
    JsonNode messages(String room, @Nullable String who, int last);

    /** That person's private messages with the hub. */
    JsonNode privateMessages(String who);

    /**
     * The commands that bots offer a person: {@code [{"command","names":[],"description","options":[{"name","names":[]}]}]}, where a name
     * may be of any language and options are in the order in which they are asked for.
     */
    JsonNode commands(String who);

    /** A person as the platform sees them. */
    JsonNode person(String who);

    @Override
    void close();
}
