package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import lyceum.sandbox.world.Json;

/** The application commands that bots registered, global ones and those of the guild. */
final class Commands {
    private static final Pattern NAME = Pattern.compile("[-_'\\p{L}\\p{N}\\p{IsDevanagari}\\p{IsThai}]{1,32}");
    private static final int MOST = 100;

    private final DiscordSide side;
    private final Map<String, List<ObjectNode>> lists = new ConcurrentHashMap<>();

    Commands(DiscordSide side) {
        this.side = side;
    }

    /** A command with the bot that registered it. */
    record Registered(Bot bot, ObjectNode json) {}

    static String key(Bot bot, boolean inGuild) {
        return bot.id() + (inGuild ? ":guild" : ":global");
    }

    List<ObjectNode> list(String key) {
        return lists.getOrDefault(key, List.of());
    }

    /** Replaces a whole list; commands that keep their name keep their id. */
    synchronized List<ObjectNode> replace(String key, Bot bot, JsonNode wanted) {
        if (wanted.size() > MOST) {
            throw DiscordError.of(400, 30032, "Maximum number of application commands reached (100)");
        }
        List<ObjectNode> fresh = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            ObjectNode command = complete(key, bot, wanted.get(i), i + ".");
            if (find(fresh, command).isPresent()) {
                throw DiscordError.invalid(
                        i + ".name", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
            }
            fresh.add(command);
        }
        keep(key, fresh);
        return fresh;
    }

    /** Adds a command, or replaces the one of the same name and type. */
    synchronized ObjectNode put(String key, Bot bot, JsonNode wanted) {
        ObjectNode command = complete(key, bot, wanted, "");
        List<ObjectNode> fresh = new ArrayList<>(list(key));
        fresh.removeIf(old -> isSame(old, command));
        fresh.add(command);
        keep(key, fresh);
        return command;
    }

    synchronized ObjectNode change(String key, Bot bot, long id, JsonNode changes) {
        ObjectNode changed = byId(key, id).deepCopy();
        changed.setAll((ObjectNode) changes);
        List<ObjectNode> fresh = new ArrayList<>(list(key));
        fresh.removeIf(old -> old.path("id").asLong() == id);
        ObjectNode command = complete(key, bot, changed, "").put("id", Long.toString(id));
        fresh.add(command);
        keep(key, fresh);
        return command;
    }

    synchronized void delete(String key, long id) {
        ObjectNode gone = byId(key, id);
        List<ObjectNode> fresh = new ArrayList<>(list(key));
        fresh.remove(gone);
        keep(key, fresh);
    }

    ObjectNode byId(String key, long id) {
        return list(key).stream()
                .filter(command -> command.path("id").asLong() == id)
                .findFirst()
                .orElseThrow(() -> DiscordError.unknown("Command"));
    }

    private void keep(String key, List<ObjectNode> fresh) {
        lists.put(key, List.copyOf(fresh));
        ArrayNode all = Json.array();
        fresh.forEach(all::add);
        side.keeping().thing("commands", key, all);
    }

    void restore(String key, JsonNode all) {
        List<ObjectNode> fresh = new ArrayList<>();
        all.forEach(command -> fresh.add((ObjectNode) command));
        lists.put(key, List.copyOf(fresh));
    }

    Map<String, List<ObjectNode>> all() {
        return lists;
    }

    private static Optional<ObjectNode> find(List<ObjectNode> commands, JsonNode like) {
        return commands.stream().filter(command -> isSame(command, like)).findFirst();
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("name").asText().equals(other.path("name").asText())
                && one.path("type").asInt(1) == other.path("type").asInt(1);
    }

    private ObjectNode complete(String key, Bot bot, JsonNode wanted, String at) {
        check(wanted, at);
        ObjectNode command = Json.object();
        command.put(
                "id",
                find(list(key), wanted)
                        .map(old -> old.path("id").asText())
                        .orElseGet(() -> Long.toString(side.snowflakes().next())));
        command.put("application_id", Long.toString(bot.id()));
        command.put("version", Long.toString(side.snowflakes().next()))
                .put("type", 1)
                .put("description", "");
        command.putNull("default_member_permissions").putNull("name_localizations");
        command.putNull("description_localizations").putNull("contexts");
        command.put("dm_permission", true).put("nsfw", false);
        command.putArray("integration_types").add(0);
        command.putArray("options");
        for (var field : wanted.properties()) {
            if (!field.getKey().equals("id")
                    && !(field.getKey().equals("options") && field.getValue().isNull())) {
                command.set(field.getKey(), field.getValue());
            }
        }
        return key.endsWith(":guild") ? Guild.withGuild(command) : command;
    }

    private static void check(JsonNode wanted, String at) {
        String name = wanted.path("name").asText("");
        boolean slash = wanted.path("type").asInt(1) == 1;
        checkName(name, at + "name", slash);
        for (var localized : wanted.path("name_localizations").properties()) {
            checkName(localized.getValue().asText(), at + "name_localizations." + localized.getKey(), slash);
        }
        String description = wanted.path("description").asText("");
        if (slash && (description.isEmpty() || description.length() > 100)) {
            throw DiscordError.invalid(
                    at + "description", "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 100 in length.");
        }
        checkOptions(wanted.path("options"), at + "options");
    }

    private static void checkOptions(JsonNode options, String at) {
        if (options.size() > 25) {
            throw DiscordError.tooLong(at, 25);
        }
        boolean optionalSeen = false;
        for (int i = 0; i < options.size(); i++) {
            JsonNode option = options.get(i);
            check(option.deepCopy(), at + "." + i + ".");
            boolean required = option.path("required").asBoolean();
            if (required && optionalSeen) {
                throw DiscordError.invalid(
                        at + "." + i,
                        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
                        "Required options must be placed before non-required options");
            }
            optionalSeen |= !required;
            if (option.path("choices").size() > 25) {
                throw DiscordError.tooLong(at + "." + i + ".choices", 25);
            }
        }
    }

    private static void checkName(String name, String at, boolean slash) {
        boolean fits = slash
                ? NAME.matcher(name).matches() && name.equals(name.toLowerCase(Locale.ROOT))
                : !name.isEmpty() && name.length() <= 32;
        if (!fits) {
            throw DiscordError.invalid(at, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
        }
    }

    /** The command of that name, also in another language, of whichever bot has it; the guild's before the global ones. */
    Optional<Registered> named(String name, int type) {
        for (boolean inGuild : new boolean[] {true, false}) {
            for (Bot bot : Bot.ALL) {
                for (ObjectNode command : list(key(bot, inGuild))) {
                    if (command.path("type").asInt(1) == type && isNamed(command, name)) {
                        return Optional.of(new Registered(bot, command));
                    }
                }
            }
        }
        return Optional.empty();
    }

    static boolean isNamed(JsonNode command, String name) {
        if (command.path("name").asText().equals(name)) {
            return true;
        }
        for (JsonNode localized : command.path("name_localizations")) {
            if (localized.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
