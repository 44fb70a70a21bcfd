package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;

/** The people, channels and roles that a command's options name, as the interaction's {@code resolved}. */
final class Resolved {
    private final DiscordSide side;
    private final ObjectNode json = Json.object();

    Resolved(DiscordSide side) {
        this.side = side;
    }

    ObjectNode json() {
        return json;
    }

    /** The id of what an option of that type names: 6 user, 7 channel, 8 role, 9 user or role. */
    String id(int type, String name) {
        String plain = name.replaceFirst("^[@#]", "");
        return switch (type) {
            case 6 -> user(plain);
            case 7 -> channel(plain);
            case 8 -> role(plain);
            case 9 -> side.guild().role(plain).isPresent() ? role(plain) : user(plain);
            default -> throw Refused.conflict("options of type " + type + " cannot be filled in here");
        };
    }

    private String user(String name) {
        Member member = side.guild().members().stream()
                .filter(one ->
                        one.name().equals(name) || Long.toString(one.id()).equals(name))
                .findFirst()
                .orElseGet(() -> side.rooms().person(name));
        String id = Long.toString(member.id());
        json.withObject("/users").set(id, member.user());
        json.withObject("/members")
                .set(
                        id,
                        member.partial()
                                .put(
                                        "permissions",
                                        Long.toString(side.permissions().inGuild(member.id()))));
        return id;
    }

    private String channel(String name) {
        Channel channel = side.guild().channel(name).orElseThrow(() -> Refused.badRequest("no channel " + name));
        String id = Long.toString(channel.id());
        json.withObject("/channels").set(id, channel.shown().put("permissions", "0"));
        return id;
    }

    private String role(String name) {
        Role role = side.guild().role(name).orElseThrow(() -> Refused.badRequest("no role " + name));
        String id = Long.toString(role.id());
        json.withObject("/roles").set(id, role.json());
        return id;
    }
}
