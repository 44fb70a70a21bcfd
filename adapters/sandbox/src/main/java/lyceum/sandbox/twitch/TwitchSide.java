package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import java.util.HashMap;
import java.util.Map;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Side;
import lyceum.sandbox.world.Verb;
import lyceum.sandbox.world.Wire;
import lyceum.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Twitch's side of the sandbox. */
public final class TwitchSide implements Side {
    private final Wire wire;
    private final Twitch twitch;
    private final Rates rates;
    private final IrcDesk desk;
    private final IrcTcp tcp;
    private final Map<String, Verb> verbs = new HashMap<>();

    /** Its chat over TCP listens at once on {@code port}; 0 takes a free one. */
    public TwitchSide(World world, int port) {
        wire = new Wire(world.clock());
        twitch = new Twitch(world, wire);
        rates = new Rates(world, wire.log());
        desk = new IrcDesk(twitch, new Speaking(twitch, rates));
        tcp = new IrcTcp(desk, port);
        verbs.putAll(new Deeds(twitch).verbs());
        verbs.putAll(new Giving(twitch).verbs());
        verbs.putAll(new Breaking(twitch).verbs());
    }

    @Override
    public String name() {
        return "twitch";
    }

    /** Where the chat over TCP listens. */
    public int ircPort() {
        return tcp.port();
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public void routes(RoutesConfig routes) {
        new IrcWeb(desk).hang(routes);
        new EventSubDoor(twitch.eventSub()).hang(routes);
        new HelixFront(twitch, rates).routes(routes);
    }

    @Override
    public Map<String, Verb> verbs() {
        return Map.copyOf(verbs);
    }

    @Override
    public JsonNode messages(String room, @Nullable String who, int last) {
        if (!room.equals(Channel.NAME)) {
            throw Refused.notFound("no room " + room + "; there is " + Channel.NAME);
        }
        return twitch.locked(() -> new ChatView(twitch).messages(last));
    }

    /** Programs write to nobody in private here, so nothing ever stands there. */
    @Override
    public JsonNode privateMessages(String who) {
        return Json.array();
    }

    /** Twitch keeps no list of commands. */
    @Override
    public JsonNode commands(String who) {
        return Json.array();
    }

    @Override
    public JsonNode person(String who) {
        return twitch.locked(() -> new ChatView(twitch).person(twitch.accounts().named(who)));
    }

    @Override
    public void close() {
        tcp.close();
        twitch.close();
    }
}
