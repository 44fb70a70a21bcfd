package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Verb;

/** What happens to a room as a whole: it becomes a supergroup, gets another name, loses a topic, and the bot what it may do there. */
record Upheavals(Telegram telegram) {

    Map<String, Verb> verbs() {
        return Map.of(
                "migrate", call -> telegram.locked(() -> migrate(call)),
                "rename", call -> telegram.locked(() -> rename(call)),
                "remove", call -> telegram.locked(() -> remove(call)),
                "permit", call -> telegram.locked(() -> permit(call)),
                "token", call -> telegram.locked(() -> token(call)));
    }

    /** The room gets another id and counts its messages from one; those that stood in it stay behind, and so do its topics. */
    private JsonNode migrate(Call call) {
        Place place = Place.of(telegram, call);
        Room old = place.room();
        if (!old.is(Room.Kind.SUPERGROUP)) {
            throw Refused.conflict(old.face.name() + " is no group");
        }
        long id = old.face.id() - 1_000_000_000L;
        Room fresh = new Room(new Room.Face(
                id,
                Room.Kind.SUPERGROUP,
                old.face.name(),
                old.face.username(),
                old.face.forum(),
                old.face.byRequest()));
        fresh.title(old.title());
        fresh.members().putAll(old.members());
        fresh.sawId(1);
        ObjectNode to = Json.object().put("migrate_to_chat_id", id);
        telegram.post(old, Draft.service(place.person().id(), to));
        telegram.rooms().remove(old.face.id());
        telegram.rooms().put(id, fresh);
        telegram.upgraded().put(old.face.id(), id);
        ObjectNode from = Json.object().put("migrate_from_chat_id", old.face.id());
        telegram.post(fresh, Draft.service(place.person().id(), from));
        return Json.object().put("id", id);
    }

    private JsonNode rename(Call call) {
        Place place = Place.of(telegram, call);
        String title = call.text("title");
        place.room().title(title);
        telegram.post(
                place.room(), Draft.service(place.person().id(), Json.object().put("new_chat_title", title)));
        return Json.object();
    }

    /** A topic goes, and all that stands in it; no bot is told. */
    private JsonNode remove(Call call) {
        Place place = Place.of(telegram, call);
        Room room = place.room();
        if (room.topics().remove(place.thread()) == null) {
            throw Refused.conflict(call.room() + " is no topic");
        }
        room.posts().stream()
                .filter(post -> post.thread() == place.thread())
                .forEach(post -> telegram.remove(room, post.id));
        telegram.store().furnished(room);
        return Json.object();
    }

    /** The bot may write there no more, or again. */
    private JsonNode permit(Call call) {
        Room room = Place.room(telegram, call.room());
        long hub = telegram.hub().id();
        Membership now = call.flag("on")
                ? Membership.leader()
                : new Membership(Standing.RESTRICTED, true, Members.rights(Json.object(), true), 0);
        telegram.place(
                room,
                hub,
                now,
                Telegram.Change.by(
                        Telegram.account(lyceum.sandbox.world.People.ADA).id()));
        return Json.object();
    }

    /** The hub's bot has this token from now on, and no other. */
    private JsonNode token(Call call) {
        telegram.hub().token(call.text("token"));
        return Json.object();
    }
}
