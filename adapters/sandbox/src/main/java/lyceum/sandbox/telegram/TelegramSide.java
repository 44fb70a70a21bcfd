package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import java.util.HashMap;
import java.util.Map;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Side;
import lyceum.sandbox.world.Verb;
import lyceum.sandbox.world.Wire;
import lyceum.sandbox.world.World;
import org.jspecify.annotations.Nullable;

/** Telegram's side of the sandbox. */
public final class TelegramSide implements Side {
    private final Telegram telegram;
    private final Wire wire;
    private final BotApi api;
    private final Map<String, Verb> verbs = new HashMap<>();

    public TelegramSide(World world) {
        telegram = Telegram.open(world);
        wire = new Wire(world.clock());
        api = new BotApi(telegram, new Rates(world, wire.log()));
        verbs.putAll(new Talking(telegram).verbs());
        verbs.putAll(new Coming(telegram).verbs());
        verbs.putAll(new Upheavals(telegram).verbs());
        verbs.putAll(new Asking(telegram).verbs());
        verbs.putAll(new Paying(telegram).verbs());
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public Wire wire() {
        return wire;
    }

    @Override
    public void routes(RoutesConfig routes) {
        new HttpFront(api, wire).routes(routes);
    }

    @Override
    public Map<String, Verb> verbs() {
        return Map.copyOf(verbs);
    }

    @Override
    public JsonNode messages(String room, @Nullable String who, int last) {
        if (room.equals("private") && who != null) {
            return privateMessages(who, last);
        }
        return telegram.locked(() -> {
            Room found = Place.room(telegram, room);
            return new RoomView(telegram).messages(found, Place.thread(found, room), last);
        });
    }

    @Override
    public JsonNode privateMessages(String who) {
        return privateMessages(who, Integer.MAX_VALUE);
    }

    private JsonNode privateMessages(String who, int last) {
        return telegram.locked(() -> {
            Account person = Telegram.account(telegram.world().people().named(who));
            Room talk = telegram.hub().privates().get(person.id());
            return talk == null ? Json.array() : new RoomView(telegram).messages(talk, 0, last);
        });
    }

    @Override
    public JsonNode commands(String who) {
        return telegram.locked(() -> Menus.shown(
                telegram.hub(), Telegram.account(telegram.world().people().named(who))));
    }

    @Override
    public JsonNode person(String who) {
        return telegram.locked(() -> new RoomView(telegram)
                .person(Telegram.account(telegram.world().people().named(who))));
    }

    @Override
    public void close() {
        api.close();
        telegram.close();
    }
}
