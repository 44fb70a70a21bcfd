package lyceum.sandbox.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Person;

/** Discord's user objects. */
final class Users {
    private Users() {}

    static ObjectNode json(long id, String username, String globalName, boolean bot) {
        ObjectNode user = Json.object();
        user.put("id", Long.toString(id)).put("username", username).put("discriminator", bot ? "0001" : "0");
        if (bot) {
            user.putNull("global_name");
        } else {
            user.put("global_name", globalName);
        }
        user.putNull("avatar").putNull("banner").putNull("accent_color").putNull("avatar_decoration_data");
        user.putNull("primary_guild").putNull("collectibles");
        return user.put("bot", bot).put("public_flags", 0).put("flags", 0);
    }

    static ObjectNode json(Person person) {
        return json(Snowflakes.of(person), person.login(), person.name(), false);
    }
}
