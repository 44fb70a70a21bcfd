package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/**
 * The guild's scheduled events, and their routes. There is no stage and no voice channel, so that only events elsewhere can be made;
 * these begin and end by themselves at their times, and what has ended or was cancelled is not listed any more.
 */
final class ScheduledEvents {
    private static final int SCHEDULED = 1;
    private static final int ACTIVE = 2;
    private static final int COMPLETED = 3;
    private static final int CANCELED = 4;
    private static final int EXTERNAL = 3;
    private static final int MOST = 100;
    private static final int LONGEST = 100;
    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final String ROUTE = "/guilds/{guild}/scheduled-events";

    private final DiscordSide side;
    private final Map<Long, ObjectNode> byId = new ConcurrentSkipListMap<>();

    ScheduledEvents(DiscordSide side) {
        this.side = side;
    }

    void hang(Rest rest) {
        rest.get(ROUTE, this::list);
        rest.post(ROUTE, this::create);
        rest.get(ROUTE + "/{event}", ask -> Rest.Answer.of(shown(known(ask), ask)));
        rest.patch(ROUTE + "/{event}", this::change);
        rest.delete(ROUTE + "/{event}", this::delete);
    }

    private Rest.Answer list(Ask ask) {
        side.needGuild(ask);
        ArrayNode events = Json.array();
        byId.values().forEach(this::passes);
        byId.values().stream().filter(ScheduledEvents::stands).forEach(event -> events.add(shown(event, ask)));
        return Rest.Answer.of(events);
    }

    private synchronized Rest.Answer create(Ask ask) {
        side.needGuild(ask);
        side.permissions().needInGuild(ask.bot().id(), Rights.CREATE_EVENTS);
        ObjectNode body = ask.body();
        if (byId.values().stream().filter(ScheduledEvents::stands).count() >= MOST) {
            throw DiscordError.of(400, 30038, "Maximum number of uncompleted guild scheduled events reached (100)");
        }
        for (String field : List.of("name", "privacy_level", "scheduled_start_time", "entity_type")) {
            if (!body.hasNonNull(field)) {
                throw DiscordError.required(field);
            }
        }
        ObjectNode event = blank(ask);
        take(body, event);
        soon(event);
        return Rest.Answer.of(told(event, "GUILD_SCHEDULED_EVENT_CREATE"));
    }

    private ObjectNode blank(Ask ask) {
        ObjectNode event = Guild.withGuild(Json.object())
                .put("id", Long.toString(side.snowflakes().next()))
                .put("creator_id", Long.toString(ask.bot().id()))
                .put("status", SCHEDULED)
                .put("privacy_level", 2);
        event.set("creator", side.user(ask.bot().id()));
        List.of("description", "image", "channel_id", "entity_id", "recurrence_rule", "scheduled_end_time")
                .forEach(event::putNull);
        event.putArray("guild_scheduled_event_exceptions");
        return event;
    }

    private synchronized Rest.Answer change(Ask ask) {
        ObjectNode event = owned(ask).deepCopy();
        int status = event.path("status").asInt();
        if (status == COMPLETED || status == CANCELED) {
            throw DiscordError.of(400, 180000, "Cannot update a finished event");
        }
        ObjectNode body = ask.body();
        take(body, event);
        if (body.hasNonNull("scheduled_start_time")) {
            if (status == ACTIVE) {
                throw DiscordError.invalid(
                        "scheduled_start_time",
                        "GUILD_SCHEDULED_EVENT_SCHEDULE_STARTED",
                        "Cannot update start time of an event that has started.");
            }
            soon(event);
        }
        turn(body, event, status);
        return Rest.Answer.of(told(event, "GUILD_SCHEDULED_EVENT_UPDATE"));
    }

    private static void turn(ObjectNode body, ObjectNode event, int status) {
        if (body.hasNonNull("status")) {
            int wanted = body.path("status").asInt();
            boolean legal = status == SCHEDULED ? wanted == ACTIVE || wanted == CANCELED : wanted == COMPLETED;
            if (!legal && wanted != status) {
                throw DiscordError.invalid(
                        "status",
                        "GUILD_SCHEDULED_EVENT_INVALID_STATUS_TRANSITION",
                        "Cannot change the status of an event from " + status + " to " + wanted + ".");
            }
            event.put("status", wanted);
        }
    }

    private synchronized Rest.Answer delete(Ask ask) {
        ObjectNode event = owned(ask);
        byId.remove(event.path("id").asLong());
        side.keeping().thing("scheduledEvent", event.path("id").asText(), null);
        side.gateway().tell("GUILD_SCHEDULED_EVENT_DELETE", Intents.SCHEDULED_EVENTS, event);
        return Rest.Answer.NONE;
    }

    private ObjectNode known(Ask ask) {
        side.needGuild(ask);
        ObjectNode event = byId.get(ask.id("event"));
        if (event == null) {
            throw DiscordError.of(404, 10070, "Unknown Guild Scheduled Event");
        }
        passes(event);
        return byId.getOrDefault(ask.id("event"), event);
    }

    /** Its own with the right to make events, others' with the right to manage them. */
    private ObjectNode owned(Ask ask) {
        ObjectNode event = known(ask);
        boolean own = event.path("creator_id").asLong() == ask.bot().id();
        long rights = side.permissions().inGuild(ask.bot().id());
        if (!Rights.has(rights, Rights.MANAGE_EVENTS) && !(own && Rights.has(rights, Rights.CREATE_EVENTS))) {
            throw DiscordError.missingPermissions();
        }
        return event;
    }

    /** Takes the fields of a request into an event, as far as Discord allows them. */
    private static void take(ObjectNode body, ObjectNode event) {
        if (body.has("name")) {
            event.put("name", text(body, "name", LONGEST));
        }
        if (body.hasNonNull("description")) {
            event.put("description", text(body, "description", LONGEST_DESCRIPTION));
        }
        kind(body, event);
        for (String time : List.of("scheduled_start_time", "scheduled_end_time")) {
            if (body.hasNonNull(time)) {
                event.put(time, Json.time(time(body, time)));
            }
        }
        if (body.hasNonNull("entity_metadata")) {
            String place = text((ObjectNode) body.path("entity_metadata"), "location", LONGEST);
            event.set("entity_metadata", Json.object().put("location", place));
        }
        complete(event);
    }

    private static void kind(ObjectNode body, ObjectNode event) {
        if (body.hasNonNull("privacy_level") && body.path("privacy_level").asInt() != 2) {
            throw oneOf("privacy_level", "2");
        }
        if (body.hasNonNull("entity_type")) {
            int type = body.path("entity_type").asInt();
            if (type < 1 || type > EXTERNAL) {
                throw oneOf("entity_type", "1, 2, 3");
            }
            if (type != EXTERNAL) {
                throw DiscordError.unknown("Channel");
            }
            event.put("entity_type", EXTERNAL);
        }
        if (body.hasNonNull("channel_id")) {
            throw DiscordError.invalid(
                    "channel_id", "GUILD_SCHEDULED_EVENT_CHANNEL_EXTERNAL", "Must be null for external events.");
        }
    }

    /** An event elsewhere says where, and when it ends. */
    private static void complete(ObjectNode event) {
        if (!event.path("entity_metadata").hasNonNull("location")) {
            throw DiscordError.required("entity_metadata.location");
        }
        if (!event.hasNonNull("scheduled_end_time")) {
            throw DiscordError.required("scheduled_end_time");
        }
        if (!at(event, "scheduled_end_time").isAfter(at(event, "scheduled_start_time"))) {
            throw DiscordError.invalid(
                    "scheduled_end_time",
                    "GUILD_SCHEDULED_EVENT_SCHEDULE_END",
                    "Scheduled end time must be after the start time.");
        }
    }

    private void soon(ObjectNode event) {
        if (!at(event, "scheduled_start_time").isAfter(side.clock().now())) {
            throw DiscordError.invalid(
                    "scheduled_start_time",
                    "GUILD_SCHEDULED_EVENT_SCHEDULE_PAST",
                    "Cannot schedule event in the past.");
        }
    }

    private static DiscordError oneOf(String field, String values) {
        return DiscordError.invalid(field, "BASE_TYPE_CHOICES", "Value must be one of {" + values + "}.");
    }

    private static String text(ObjectNode body, String field, int most) {
        String text = body.path(field).asText().strip();
        if (text.isEmpty()) {
            throw DiscordError.required(field);
        }
        if (text.length() > most) {
            throw DiscordError.tooLong(field, most);
        }
        return text;
    }

    private static Instant time(ObjectNode body, String field) {
        try {
            return OffsetDateTime.parse(body.path(field).asText()).toInstant();
        } catch (DateTimeException e) {
            throw DiscordError.invalid(
                    field,
                    "DATE_TIME_TYPE_PARSE",
                    "Could not parse " + body.path(field).asText() + ". Should be ISO8601.");
        }
    }

    private static Instant at(ObjectNode event, String field) {
        return Instant.parse(event.path(field).asText());
    }

    private static boolean stands(ObjectNode event) {
        return event.path("status").asInt() <= ACTIVE;
    }

    /** Lets the time that has passed begin and end an event. */
    private void passes(ObjectNode event) {
        int status = event.path("status").asInt();
        Instant now = side.clock().now();
        boolean ends = stands(event) && !at(event, "scheduled_end_time").isAfter(now);
        boolean begins =
                status == SCHEDULED && !at(event, "scheduled_start_time").isAfter(now);
        if (ends || begins) {
            told(event.deepCopy().put("status", ends ? COMPLETED : ACTIVE), "GUILD_SCHEDULED_EVENT_UPDATE");
        }
    }

    private ObjectNode told(ObjectNode event, String what) {
        byId.put(event.path("id").asLong(), event);
        side.keeping().thing("scheduledEvent", event.path("id").asText(), event);
        side.gateway().tell(what, Intents.SCHEDULED_EVENTS, event);
        return event;
    }

    private ObjectNode shown(ObjectNode event, Ask ask) {
        ObjectNode now = byId.getOrDefault(event.path("id").asLong(), event);
        return ask.flag("with_user_count") ? now.deepCopy().put("user_count", 0) : now;
    }

    Collection<ObjectNode> all() {
        return byId.values();
    }

    void restore(String id, @Nullable JsonNode json) {
        if (json instanceof ObjectNode event) {
            byId.put(Long.valueOf(id), event);
        } else {
            byId.remove(Long.valueOf(id));
        }
    }
}
