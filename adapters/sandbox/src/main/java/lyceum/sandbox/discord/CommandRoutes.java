package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import lyceum.sandbox.world.Json;

/** The REST routes of application commands, global and of the guild. */
final class CommandRoutes {
    private final DiscordSide side;

    CommandRoutes(DiscordSide side) {
        this.side = side;
    }

    void hang(Rest rest) {
        hang(rest, "/applications/{application}/commands", false);
        hang(rest, "/applications/{application}/guilds/{guild}/commands", true);
        rest.get(
                "/applications/{application}/guilds/{guild}/commands/permissions", ask -> Rest.Answer.of(Json.array()));
    }

    private void hang(Rest rest, String path, boolean inGuild) {
        rest.get(path, ask -> {
            String key = key(ask, inGuild);
            return Rest.Answer.of(list(side.commands().list(key), ask.flag("with_localizations")));
        });
        rest.put(path, ask -> {
            String key = key(ask, inGuild);
            return Rest.Answer.of(list(side.commands().replace(key, ask.bot(), ask.json()), true));
        });
        rest.post(path, ask -> {
            String key = key(ask, inGuild);
            int before = side.commands().list(key).size();
            ObjectNode command = side.commands().put(key, ask.bot(), ask.body());
            boolean isNew = side.commands().list(key).size() > before;
            return new Rest.Answer(isNew ? 201 : 200, command);
        });
        String one = path + "/{command}";
        rest.get(one, ask -> Rest.Answer.of(side.commands().byId(key(ask, inGuild), ask.id("command"))));
        rest.patch(
                one,
                ask -> Rest.Answer.of(
                        side.commands().change(key(ask, inGuild), ask.bot(), ask.id("command"), ask.body())));
        rest.delete(one, ask -> {
            side.commands().delete(key(ask, inGuild), ask.id("command"));
            return Rest.Answer.NONE;
        });
    }

    private String key(Ask ask, boolean inGuild) {
        if (ask.id("application") != ask.bot().id()) {
            throw DiscordError.of(403, 20012, "You are not authorized to perform this action on this application");
        }
        if (inGuild) {
            side.needGuild(ask);
        }
        return Commands.key(ask.bot(), inGuild);
    }

    private static ArrayNode list(List<ObjectNode> commands, boolean localized) {
        ArrayNode list = Json.array();
        for (ObjectNode command : commands) {
            list.add(localized ? command : withoutLocalizations(command.deepCopy()));
        }
        return list;
    }

    private static JsonNode withoutLocalizations(ObjectNode command) {
        command.remove(List.of("name_localizations", "description_localizations"));
        command.path("options").forEach(option -> withoutLocalizations((ObjectNode) option));
        command.path("choices").forEach(choice -> ((ObjectNode) choice).remove("name_localizations"));
        return command;
    }
}
