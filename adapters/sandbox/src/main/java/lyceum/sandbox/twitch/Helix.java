package lyceum.sandbox.twitch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lyceum.sandbox.twitch.HelixFront.Ask;
import lyceum.sandbox.world.Json;
import org.jspecify.annotations.Nullable;

/** The calls of Helix that a hub makes. */
record Helix(Twitch twitch, Speaking speaking) {
    private static final int LONGEST_TIMEOUT = 1_209_600;

    JsonNode users(Ask ask) {
        List<Account> asked = new ArrayList<>();
        ask.ctx()
                .queryParams("login")
                .forEach(login -> twitch.accounts().withLogin(login).ifPresent(asked::add));
        ask.ctx().queryParams("id").forEach(id -> twitch.accounts().withId(id).ifPresent(asked::add));
        boolean self = ask.ctx().queryParams("login").isEmpty()
                && ask.ctx().queryParams("id").isEmpty();
        ArrayNode data = Json.array();
        (self ? List.of(ask.by()) : asked)
                .forEach(account -> data.addObject()
                        .put("id", account.id())
                        .put("login", account.login())
                        .put("display_name", account.name())
                        .put("type", "")
                        .put("broadcaster_type", Channel.owns(account) ? "affiliate" : "")
                        .put("description", "")
                        .put("profile_image_url", "")
                        .put("offline_image_url", "")
                        .put("created_at", "2024-01-01T00:00:00Z"));
        return data(data);
    }

    JsonNode channels(Ask ask) {
        broadcaster(ask);
        ArrayNode data = Json.array();
        data.addObject()
                .put("broadcaster_id", Channel.OWNER)
                .put("broadcaster_login", Channel.NAME)
                .put("broadcaster_name", Channel.NAME)
                .put("broadcaster_language", "en")
                .put("game_name", "Science & Technology")
                .put("title", "Algorithm School");
        return data(data);
    }

    JsonNode streams(Ask ask) {
        boolean asked = ask.ctx().queryParams("user_login").contains(Channel.NAME)
                || ask.ctx().queryParams("user_id").contains(Channel.OWNER);
        Instant since = twitch.locked(() -> twitch.channel().liveSince());
        ArrayNode data = Json.array();
        if (asked && since != null) {
            data.addObject()
                    .put("id", Long.toString(since.toEpochMilli()))
                    .put("user_id", Channel.OWNER)
                    .put("user_login", Channel.NAME)
                    .put("user_name", Channel.NAME)
                    .put("type", "live")
                    .put("title", "Algorithm School")
                    .put("viewer_count", 6)
                    .put("started_at", Json.time(since))
                    .put("language", "en");
        }
        return data(data);
    }

    JsonNode chatters(Ask ask) {
        broadcaster(ask);
        ArrayNode data = Json.array();
        twitch.locked(() -> List.copyOf(twitch.channel().present()))
                .forEach(login -> twitch.accounts().withLogin(login).ifPresent(account -> user(data, account)));
        ObjectNode json = data(data);
        return json.put("total", data.size());
    }

    JsonNode settings(Ask ask) {
        broadcaster(ask);
        ArrayNode data = Json.array();
        data.addObject()
                .put("broadcaster_id", Channel.OWNER)
                .put("emote_mode", false)
                .put("follower_mode", false)
                .put("slow_mode", false)
                .put("subscriber_mode", false)
                .put("unique_chat_mode", false);
        return data(data);
    }

    JsonNode moderators(Ask ask) {
        broadcaster(ask);
        ArrayNode data = Json.array();
        Channel.moderators().forEach(id -> twitch.accounts().withId(id).ifPresent(account -> user(data, account)));
        return data(data);
    }

    JsonNode banned(Ask ask) {
        broadcaster(ask);
        ArrayNode data = Json.array();
        Map<String, Ban> bans = twitch.locked(() -> Map.copyOf(twitch.channel().bans()));
        bans.forEach((id, ban) -> twitch.accounts()
                .withId(id)
                .ifPresent(account -> user(data, account)
                        .put("expires_at", ban.until() == null ? "" : Json.time(ban.until()))
                        .put("reason", ban.reason())));
        return data(data);
    }

    /** Page by page, in the order of ids. The total counts everybody, whichever page it stands on. */
    JsonNode subscriptions(Ask ask) {
        broadcaster(ask);
        List<String> asked = ask.ctx().queryParams("user_id");
        Map<String, String> subscribers =
                new TreeMap<>(twitch.locked(() -> Map.copyOf(twitch.channel().subscribers())));
        int first = ask.maybe("first").map(Helix::number).orElse(20);
        if (first < 1 || first > 100) {
            throw HelixError.badRequest("The parameter \"first\" was malformed: the value must be between 1 and 100");
        }
        String after = ask.maybe("after").orElse("");
        List<String> page = subscribers.keySet().stream()
                .filter(id -> asked.isEmpty() ? id.compareTo(after) > 0 : asked.contains(id))
                .toList();
        ArrayNode data = Json.array();
        page.stream()
                .limit(first)
                .forEach(id -> twitch.accounts()
                        .withId(id)
                        .ifPresent(account -> user(data, account).put("tier", subscribers.get(id))));
        ObjectNode json = data(data).put("total", subscribers.size()).put("points", subscribers.size());
        if (asked.isEmpty() && page.size() > first) {
            json.putObject("pagination").put("cursor", page.get(first - 1));
        }
        return json;
    }

    private static int number(String word) {
        return word.matches("[0-9]{1,4}") ? Integer.parseInt(word) : 0;
    }

    private static ObjectNode user(ArrayNode data, Account account) {
        return data.addObject()
                .put("user_id", account.id())
                .put("user_login", account.login())
                .put("user_name", account.name());
    }

    JsonNode say(Ask ask) {
        JsonNode body = ask.body();
        String text = body.path("message").asText();
        if (!body.path("broadcaster_id").asText().equals(Channel.OWNER)) {
            throw HelixError.badRequest("The ID in broadcaster_id is not valid");
        }
        if (!body.path("sender_id").asText().equals(ask.by().id())) {
            throw HelixError.unauthorized("The ID in sender_id must match the user ID in the user access token.");
        }
        if (text.isBlank()) {
            throw HelixError.badRequest("The message is empty");
        }
        if (text.codePointCount(0, text.length()) > Speaking.LONGEST) {
            throw new HelixError(422, "Unprocessable Entity", "The message is too large.");
        }
        String replyTo = body.path("reply_parent_message_id").asText("");
        String line = text.replaceAll("[\\r\\n]+", " ");
        Speaking.Said said = speaking.say(ask.by(), line, replyTo.isEmpty() ? null : replyTo, null);
        ArrayNode data = Json.array();
        switch (said) {
            case Speaking.Said.Stands stands ->
                data.addObject()
                        .put("message_id", stands.line().id())
                        .put("is_sent", true)
                        .putNull("drop_reason");
            case Speaking.Said.Dropped dropped
            when dropped.rate() -> throw new HelixError(429, "Too Many Requests", dropped.words());
            case Speaking.Said.Dropped dropped ->
                data.addObject()
                        .put("message_id", "")
                        .put("is_sent", false)
                        .putObject("drop_reason")
                        .put("code", dropped.code())
                        .put("message", dropped.words());
        }
        return data(data);
    }

    @Nullable
    JsonNode delete(Ask ask) {
        moderator(ask);
        twitch.locked(() -> {
            Line line = twitch.channel().line(ask.param("message_id"));
            if (line == null) {
                throw HelixError.notFound("The message in message_id was not found.");
            }
            boolean protectedLine =
                    Channel.moderates(line.from()) && !line.from().equals(ask.by());
            if (protectedLine) {
                throw HelixError.badRequest("You may not delete another moderator's or the broadcaster's messages.");
            }
            if (line.at().isBefore(twitch.now().minusSeconds(6 * 3600L))) {
                throw HelixError.badRequest("The message was created more than 6 hours ago.");
            }
            twitch.delete(line);
            return null;
        });
        return null;
    }

    JsonNode ban(Ask ask) {
        moderator(ask);
        JsonNode wanted = ask.body().path("data");
        int seconds = wanted.path("duration").asInt(0);
        Account account = twitch.accounts()
                .withId(wanted.path("user_id").asText())
                .orElseThrow(() -> HelixError.badRequest("The user specified in the user_id field was not found."));
        if (Channel.moderates(account)) {
            throw HelixError.badRequest("The user specified in the user_id field may not be banned.");
        }
        if (seconds < 0 || seconds > LONGEST_TIMEOUT) {
            throw HelixError.badRequest("The duration must be 1 to 1209600 seconds.");
        }
        Instant until = seconds == 0 ? null : twitch.now().plusSeconds(seconds);
        twitch.locked(() -> {
            twitch.ban(account, new Ban(until, wanted.path("reason").asText()), seconds);
            return null;
        });
        ArrayNode data = Json.array();
        data.addObject()
                .put("broadcaster_id", Channel.OWNER)
                .put("moderator_id", ask.by().id())
                .put("user_id", account.id())
                .put("created_at", Json.time(twitch.now()))
                .put("end_time", until == null ? null : Json.time(until));
        return data(data);
    }

    @Nullable
    JsonNode unban(Ask ask) {
        moderator(ask);
        Account account = twitch.accounts()
                .withId(ask.param("user_id"))
                .orElseThrow(() -> HelixError.badRequest("The user was not found."));
        return twitch.locked(() -> {
            if (!twitch.channel().isBanned(account, twitch.now())) {
                throw HelixError.badRequest("The user is not banned.");
            }
            twitch.unban(account);
            return null;
        });
    }

    /** What Twitch's own filter holds is let through or thrown away. */
    @Nullable
    JsonNode decide(Ask ask) {
        JsonNode body = ask.body();
        boolean allow = body.path("action").asText().equals("ALLOW");
        return twitch.locked(() -> {
            Line line = twitch.channel().held().remove(body.path("msg_id").asText());
            if (line == null) {
                throw HelixError.notFound("The message in msg_id was not found.");
            }
            twitch.eventSub()
                    .tell("automod.message.update", Happenings.decided(line, ask.by(), allow ? "approved" : "denied"));
            if (allow) {
                twitch.post(line, null);
            }
            return null;
        });
    }

    private static void broadcaster(Ask ask) {
        if (!ask.param("broadcaster_id").equals(Channel.OWNER)) {
            throw HelixError.badRequest("The ID in broadcaster_id is not valid");
        }
    }

    private static void moderator(Ask ask) {
        broadcaster(ask);
        if (!ask.param("moderator_id").equals(ask.by().id())) {
            throw HelixError.unauthorized("The ID in moderator_id must match the user ID in the user access token.");
        }
        if (!Channel.moderates(ask.by())) {
            throw HelixError.forbidden("The user in moderator_id is not one of the broadcaster's moderators.");
        }
    }

    private static ObjectNode data(ArrayNode data) {
        ObjectNode json = Json.object();
        json.set("data", data);
        return json;
    }
}
