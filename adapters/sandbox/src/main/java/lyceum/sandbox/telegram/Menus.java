package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import lyceum.sandbox.world.Json;

/** The methods about a bot's command menus, its name and its descriptions. */
final class Menus {
    private static final int MOST_COMMANDS = 100;
    private static final Set<String> SCOPES = Set.of(
            "default",
            "all_private_chats",
            "all_group_chats",
            "all_chat_administrators",
            "chat",
            "chat_administrators",
            "chat_member");

    private Menus() {}

    static Map<String, Method> methods() {
        return Map.ofEntries(
                Map.entry("setMyCommands", Menus::set),
                Map.entry("getMyCommands", Menus::get),
                Map.entry("deleteMyCommands", Menus::delete),
                Map.entry("setMyName", ask -> setText(ask, Bot.NAME, 64)),
                Map.entry("getMyName", ask -> getText(ask, Bot.NAME)),
                Map.entry("setMyDescription", ask -> setText(ask, "description", 512)),
                Map.entry("getMyDescription", ask -> getText(ask, "description")),
                Map.entry("setMyShortDescription", ask -> setText(ask, "short_description", 120)),
                Map.entry("getMyShortDescription", ask -> getText(ask, "short_description")));
    }

    private static String key(Ask ask) {
        ObjectNode scope = ask.args().object("scope", "can't parse BotCommandScope JSON object");
        String type = scope == null ? "default" : scope.path("type").asText();
        if (!SCOPES.contains(type)) {
            throw ApiError.bad("can't parse BotCommandScope: Unsupported type specified");
        }
        String place = "";
        if (scope != null && type.startsWith("chat")) {
            Room room = new Ask(ask.telegram(), ask.bot(), ask.args().with(Map.of("chat_id", scope.path("chat_id"))))
                    .room();
            place = "/" + room.face.id()
                    + (type.equals("chat_member") ? "/" + scope.path("user_id").asLong() : "");
        }
        return type + place + ":" + language(ask);
    }

    private static String language(Ask ask) {
        String language = ask.args().text("language_code");
        if (!language.isEmpty() && !language.matches("[a-z]{2}")) {
            throw ApiError.bad("invalid language code specified");
        }
        return language;
    }

    private static JsonNode set(Ask ask) {
        List<JsonNode> commands = ask.list("commands", "can't parse commands JSON object");
        if (commands.size() > MOST_COMMANDS) {
            throw ApiError.bad("BOT_COMMANDS_TOO_MUCH");
        }
        ArrayNode menu = Json.array();
        for (JsonNode command : commands) {
            String name = command.path("command").asText().replaceFirst("^/", "");
            String description = command.path("description").asText().strip();
            if (!name.matches("[a-z0-9_]{1,32}")) {
                throw ApiError.bad("BOT_COMMAND_INVALID");
            }
            if (description.isEmpty() || description.length() > 256) {
                throw ApiError.bad("BOT_COMMAND_DESCRIPTION_INVALID");
            }
            menu.addObject().put("command", name).put("description", description);
        }
        ask.bot().menus().put(key(ask), menu);
        ask.telegram().store().bot(ask.bot());
        return BooleanNode.TRUE;
    }

    private static JsonNode get(Ask ask) {
        ArrayNode menu = ask.bot().menus().get(key(ask));
        return menu == null ? Json.array() : menu;
    }

    /** The menu that a bot offers a person in a group, as the calls to the sandbox show it. */
    static ArrayNode shown(Bot bot, Account person) {
        String language = person.language().isEmpty() ? "" : person.language().substring(0, 2);
        ArrayNode shown = Json.array();
        Stream.of("all_group_chats:" + language, "all_group_chats:", "default:" + language, "default:")
                .map(bot.menus()::get)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(menu -> menu.forEach(command -> {
                    ObjectNode entry = shown.addObject();
                    entry.put("command", command.path("command").asText());
                    entry.put("description", command.path("description").asText());
                    entry.putArray("names").add(command.path("command").asText());
                    entry.putArray("options");
                }));
        return shown;
    }

    private static JsonNode delete(Ask ask) {
        ask.bot().menus().remove(key(ask));
        ask.telegram().store().bot(ask.bot());
        return BooleanNode.TRUE;
    }

    private static JsonNode setText(Ask ask, String kind, int longest) {
        String text = ask.args().text(kind);
        if (text.length() > longest) {
            throw ApiError.bad("BOT_" + kind.toUpperCase(java.util.Locale.ROOT) + "_TOO_LONG");
        }
        String key = kind + "/" + language(ask);
        if (text.isEmpty()) {
            ask.bot().texts().remove(key);
        } else {
            ask.bot().texts().put(key, text);
        }
        ask.telegram().store().bot(ask.bot());
        return BooleanNode.TRUE;
    }

    private static JsonNode getText(Ask ask, String kind) {
        String own = ask.bot().texts().get(kind + "/" + language(ask));
        String all = ask.bot()
                .texts()
                .getOrDefault(kind + "/", kind.equals(Bot.NAME) ? ask.bot().shownName() : "");
        return Json.object().put(kind, own == null ? all : own);
    }
}
