package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Verb;

/** How people come, go and buy. */
final class Coming {
    private final DiscordSide side;
    private final Rooms rooms;

    Coming(DiscordSide side, Rooms rooms) {
        this.side = side;
        this.rooms = rooms;
    }

    Map<String, Verb> verbs() {
        return Map.of("join", this::join, "leave", this::leave, "entitle", this::entitle);
    }

    private JsonNode join(Call call) {
        rooms.arrive(side.world().people().named(call.who()));
        return Json.object();
    }

    private JsonNode leave(Call call) {
        side.guild().leave(rooms.person(call.who()));
        return Json.object();
    }

    private JsonNode entitle(Call call) {
        side.entitlements().set(rooms.person(call.who()), call.text("sku"), call.flag("on"));
        return Json.object();
    }
}
