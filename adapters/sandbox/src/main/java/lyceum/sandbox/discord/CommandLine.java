package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;

/**
 * A slash command that a person fills in, or one of a message's menu.
 *
 * @param path the command, then the group and the subcommand that were named, outermost first
 */
record CommandLine(DiscordSide side, Bot bot, List<JsonNode> path) {
    private static final int ON_MESSAGE = 3;
    private static final int SUBCOMMAND = 1;
    private static final int GROUP = 2;

    /** Finds {@code NAME}, {@code NAME SUB} or {@code NAME GROUP SUB}, in any of the command's languages. */
    static CommandLine find(DiscordSide side, String words, long person, Channel channel) {
        List<String> names = List.of(words.split("\\s+"));
        Commands.Registered found = side.commands()
                .named(names.getFirst(), 1)
                .orElseThrow(() -> Refused.notFound("no command /" + names.getFirst() + " is registered"));
        needRight(side, found.json(), person, channel);
        List<JsonNode> path = new ArrayList<>(List.of(found.json()));
        for (String name : names.subList(1, names.size())) {
            JsonNode inner = option(path.getLast(), name)
                    .filter(option -> option.path("type").asInt() <= GROUP)
                    .orElseThrow(() -> Refused.notFound("no subcommand " + name));
            path.add(inner);
        }
        for (JsonNode option : path.getLast().path("options")) {
            if (option.path("type").asInt() <= GROUP) {
                throw Refused.badRequest("/" + words + " has subcommands: name one");
            }
        }
        return new CommandLine(side, found.bot(), List.copyOf(path));
    }

    /** Finds a command of the menu of a message, in any of its languages. */
    static CommandLine onMessage(DiscordSide side, String name, long person, Channel channel) {
        Commands.Registered found = side.commands()
                .named(name, ON_MESSAGE)
                .orElseThrow(() -> Refused.notFound("no command " + name + " is registered for messages"));
        needRight(side, found.json(), person, channel);
        return new CommandLine(side, found.bot(), List.of(found.json()));
    }

    private static void needRight(DiscordSide side, JsonNode command, long person, Channel channel) {
        JsonNode needed = command.path("default_member_permissions");
        if (channel.isDirect()) {
            return;
        }
        long rights = side.permissions().in(person, channel);
        boolean may = Rights.has(rights, Rights.USE_COMMANDS)
                && (!needed.isTextual()
                        || rights == Rights.ALL
                        || (needed.asLong() != 0 && Rights.has(rights, needed.asLong())));
        if (!may) {
            throw Refused.conflict(
                    "that person is not shown /" + command.path("name").asText());
        }
    }

    private static Optional<JsonNode> option(JsonNode command, String name) {
        for (JsonNode option : command.path("options")) {
            if (Commands.isNamed(option, name)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    /** The interaction's data with these options; refuses what a Discord client would not let one send. */
    ObjectNode filled(JsonNode options) {
        Resolved resolved = new Resolved(side);
        ArrayNode values = Json.array();
        for (var given : options.properties()) {
            JsonNode option = option(path.getLast(), given.getKey())
                    .orElseThrow(() -> Refused.badRequest("options: no " + given.getKey()));
            values.add(value(option, given.getValue(), resolved));
        }
        for (JsonNode option : path.getLast().path("options")) {
            String name = option.path("name").asText();
            if (option.path("required").asBoolean() && !hasNamed(values, name)) {
                throw Refused.badRequest("options: " + name + " is required");
            }
        }
        return data(values, resolved);
    }

    /** The interaction's data of a message that is pointed at. */
    ObjectNode about(Post post) {
        ObjectNode data = data(Json.array(), new Resolved(side)).put("target_id", Long.toString(post.id()));
        data.remove("options");
        data.withObject("/resolved/messages").set(Long.toString(post.id()), post.json());
        return data;
    }

    private static boolean hasNamed(ArrayNode values, String name) {
        for (JsonNode value : values) {
            if (value.path("name").asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The data while one option is being typed. */
    ObjectNode beingTyped(String name, String text, JsonNode others) {
        Resolved resolved = new Resolved(side);
        ArrayNode values = Json.array();
        for (var given : others.properties()) {
            option(path.getLast(), given.getKey())
                    .filter(option -> !given.getKey().equals(name))
                    .ifPresent(option -> values.add(value(option, given.getValue(), resolved)));
        }
        JsonNode option = option(path.getLast(), name).orElseThrow(() -> Refused.badRequest("option: no " + name));
        if (!option.path("autocomplete").asBoolean()) {
            throw Refused.conflict("option " + name + " has no completion");
        }
        values.addObject()
                .put("name", option.path("name").asText())
                .put("type", option.path("type").asInt())
                .put("value", text)
                .put("focused", true);
        return data(values, resolved);
    }

    private ObjectNode data(ArrayNode values, Resolved resolved) {
        ArrayNode inner = values;
        for (int i = path.size() - 1; i > 0; i--) {
            ObjectNode step = Json.object()
                    .put("name", path.get(i).path("name").asText())
                    .put("type", path.get(i).path("type").asInt(SUBCOMMAND));
            step.set("options", inner);
            inner = Json.array().add(step);
        }
        JsonNode command = path.getFirst();
        ObjectNode data = Json.object().put("id", command.path("id").asText());
        data.put("name", command.path("name").asText())
                .put("type", command.path("type").asInt(1));
        if (command.has("guild_id")) {
            data.put("guild_id", command.path("guild_id").asText());
        }
        data.set("options", inner);
        if (!resolved.json().isEmpty()) {
            data.set("resolved", resolved.json());
        }
        return data;
    }

    private static ObjectNode value(JsonNode option, JsonNode given, Resolved resolved) {
        int type = option.path("type").asInt();
        String name = option.path("name").asText();
        ObjectNode value = Json.object().put("name", name).put("type", type);
        switch (type) {
            case 3 -> value.put("value", string(option, given.asText()));
            case 4 -> value.put("value", number(option, given, name).longValue());
            case 5 -> value.put("value", given.asBoolean());
            case 10 -> value.put("value", number(option, given, name).doubleValue());
            default -> value.put("value", resolved.id(type, given.asText()));
        }
        return value;
    }

    private static String string(JsonNode option, String text) {
        int length = text.length();
        String name = option.path("name").asText();
        if (length < option.path("min_length").asInt(0)
                || length > option.path("max_length").asInt(6_000)) {
            throw Refused.badRequest("options: " + name + " has a wrong length");
        }
        if (option.path("choices").isEmpty()) {
            return text;
        }
        for (JsonNode choice : option.path("choices")) {
            if (choice.path("value").asText().equals(text)
                    || choice.path("name").asText().equals(text)) {
                return choice.path("value").asText();
            }
        }
        throw Refused.badRequest("options: " + name + " must be one of its choices");
    }

    private static Number number(JsonNode option, JsonNode given, String name) {
        try {
            BigDecimal number = new BigDecimal(given.asText());
            boolean fits = (!option.has("min_value")
                            || number.doubleValue() >= option.path("min_value").asDouble())
                    && (!option.has("max_value")
                            || number.doubleValue() <= option.path("max_value").asDouble());
            if (fits) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Refused.badRequest("options: " + name + " must be a number");
        }
        throw Refused.badRequest("options: " + name + " is out of its range");
    }
}
