package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Verb;
import org.jspecify.annotations.Nullable;

/** How people join and leave. */
record Coming(Telegram telegram) {

    Map<String, Verb> verbs() {
        return Map.of(
                "join", call -> telegram.locked(() -> join(call)), "leave", call -> telegram.locked(() -> leave(call)));
    }

    private JsonNode join(Call call) {
        Place place = Place.of(telegram, call);
        Room room = place.room();
        if (room.is(Room.Kind.PRIVATE)) {
            place.arrived();
            return Json.object().put("joined", true);
        }
        if (place.membership().present()) {
            return Json.object().put("joined", true);
        }
        if (place.membership().standing() == Standing.KICKED) {
            throw new Refused(403, place.person().name() + " is banned from " + room.face.name());
        }
        ObjectNode link = link(room, call);
        boolean byRequest = (room.face.byRequest() && link == null)
                || (link != null && link.path("creates_join_request").asBoolean());
        if (byRequest) {
            return request(place, link);
        }
        if (!room.open() && link == null) {
            throw new Refused(403, room.face.name() + " is private: give an invite link");
        }
        ObjectNode more = Json.object();
        if (link != null) {
            more.set("invite_link", link);
        }
        place.enter(new Telegram.Change(place.person().id(), more));
        return Json.object().put("joined", true);
    }

    private JsonNode request(Place place, @Nullable ObjectNode link) {
        Room room = place.room();
        String address = link == null ? "" : link.path("invite_link").asText();
        if (!room.requests().containsKey(place.person().id())) {
            room.requests().put(place.person().id(), address);
            telegram.store().furnished(room);
            ObjectNode more = Json.object();
            if (link != null) {
                more.set("invite_link", link);
            }
            telegram.announcements().asked(room, place.person(), more);
        }
        return Json.object().put("joined", false).put("requested", true);
    }

    /** The link that a call brings, counted if it may be used so often; one that lets nobody in is refused. */
    private @Nullable ObjectNode link(Room room, Call call) {
        String address = call.maybe("link").orElse("");
        if (address.isEmpty()) {
            return null;
        }
        ObjectNode link = room.links().get(address);
        boolean dead = link == null
                || link.path("is_revoked").asBoolean()
                || link.path("expire_date").asLong(Long.MAX_VALUE) <= telegram.now();
        if (link == null || dead) {
            throw new Refused(403, "that link lets nobody into " + room.face.name());
        }
        return link;
    }

    private JsonNode leave(Call call) {
        Place place = Place.of(telegram, call);
        Room room = place.room();
        Telegram.Change change = Telegram.Change.by(place.person().id());
        if (room.is(Room.Kind.PRIVATE)) {
            Membership blocked = new Membership(Standing.KICKED, false, Json.object(), 0);
            telegram.place(room, telegram.hub().id(), blocked, change);
        } else if (place.membership().present()) {
            telegram.place(room, place.person().id(), left(place.membership()), change);
            if (room.is(Room.Kind.SUPERGROUP)) {
                ObjectNode fields = Json.object();
                fields.set("left_chat_member", place.person().json());
                telegram.post(room, Draft.service(place.person().id(), fields));
            }
        }
        room.requests().remove(place.person().id());
        return Json.object().put("left", true);
    }

    /** A restriction outlives its subject's leaving. */
    private static Membership left(Membership before) {
        return before.standing() == Standing.RESTRICTED
                ? new Membership(Standing.RESTRICTED, false, before.rights(), before.until())
                : Membership.of(Standing.LEFT);
    }
}
