package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lyceum.sandbox.world.Json;

/** The slash commands that a person's client offers, each subcommand by itself. */
final class CommandList {
    private static final int GROUP = 2;

    private final DiscordSide side;

    CommandList(DiscordSide side) {
        this.side = side;
    }

    ArrayNode of(Member person) {
        boolean leads = person.roles().stream().anyMatch(role -> leads(role));
        ArrayNode list = Json.array();
        for (Bot bot : Bot.ALL) {
            for (boolean inGuild : new boolean[] {true, false}) {
                for (ObjectNode command : side.commands().list(Commands.key(bot, inGuild))) {
                    boolean forAll = !command.path("default_member_permissions").isTextual();
                    if (command.path("type").asInt(1) == 1 && (forAll || leads)) {
                        add(list, List.of(command));
                    }
                }
            }
        }
        return list;
    }

    private boolean leads(long role) {
        return side.guild()
                .role(role)
                .filter(one -> !one.name().equals("Subscriber"))
                .isPresent();
    }

    private static void add(ArrayNode list, List<JsonNode> path) {
        JsonNode innermost = path.getLast();
        List<JsonNode> inner = new ArrayList<>();
        innermost.path("options").forEach(inner::add);
        if (!inner.isEmpty() && inner.getFirst().path("type").asInt() <= GROUP) {
            for (JsonNode subcommand : inner) {
                List<JsonNode> longer = new ArrayList<>(path);
                longer.add(subcommand);
                add(list, longer);
            }
            return;
        }
        ObjectNode entry = list.addObject().put("command", name(path));
        entry.put("description", innermost.path("description").asText());
        ArrayNode names = entry.putArray("names");
        spelled(path).forEach(names::add);
        ArrayNode options = entry.putArray("options");
        for (JsonNode option : inner) {
            ObjectNode shown =
                    options.addObject().put("name", option.path("name").asText());
            ArrayNode optionNames = shown.putArray("names");
            names(option).forEach(optionNames::add);
            if (option.path("autocomplete").asBoolean()) {
                shown.put("completes", true);
            }
        }
    }

    private static String name(List<JsonNode> path) {
        return String.join(
                " ", path.stream().map(part -> part.path("name").asText()).toList());
    }

    /** Every way to write a command and its subcommand, in any mix of languages. */
    private static Set<String> spelled(List<JsonNode> path) {
        Set<String> all = names(path.getFirst());
        for (JsonNode part : path.subList(1, path.size())) {
            Set<String> longer = new LinkedHashSet<>();
            for (String before : all) {
                names(part).forEach(name -> longer.add(before + " " + name));
            }
            all = longer;
        }
        return all;
    }

    private static Set<String> names(JsonNode named) {
        Set<String> names = new LinkedHashSet<>();
        names.add(named.path("name").asText());
        named.path("name_localizations").forEach(name -> names.add(name.asText()));
        return names;
    }
}
