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

    /** A product by its number, or by a word, which always stands for the same number. */
    private static String sku(String word) {
        return word.matches("[0-9]{15,20}") ? word : Snowflakes.sku(word);
    }

    private JsonNode entitle(Call call) {
        Member person = rooms.person(call.who());
        String sku = sku(call.text("sku"));
        if (call.flag("on")) {
            side.entitlements().buy(person, sku);
        } else if (call.flag("refunded")) {
            side.entitlements().refund(person, sku);
        } else {
            side.entitlements().end(person, sku);
        }
        return Json.object();
    }
}
