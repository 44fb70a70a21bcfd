package lyceum.discord;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import lyceum.kernel.id.RoomId;
import net.dv8tion.jda.api.utils.data.DataObject;
import okhttp3.OkHttpClient;

/** A guild as the gateway tells of it, for tests of reading. */
final class Guild {
    static final String ID = "100000000000000001";
    static final String GENERAL = "200000000000000001";
    static final String HUB = "300000000000000001";
    static final String WEBHOOK = "400000000000000001";
    static final String OWNER = "500000000000000001";
    static final String MODERATOR_ROLE = "600000000000000001";
    static final String CREATOR_ROLE = "600000000000000002";
    static final String ADMIN_ROLE = "600000000000000003";
    static final String CLEANER_ROLE = "600000000000000004";

    private Guild() {}

    static House house(RoomId... rooms) {
        House house = new House(new DiscordSettings("secret", ID, Set.of(rooms), "Moderator", "Creator", null));
        house.learn("GUILD_CREATE", DataObject.fromJson("""
                {"id": "%s", "owner_id": "%s",
                 "roles": [{"id": "%s", "name": "Moderator", "permissions": "0"},
                           {"id": "%s", "name": "Creator", "permissions": "0"},
                           {"id": "%s", "name": "boss", "permissions": "8"},
                           {"id": "%s", "name": "cleaner", "permissions": "8192"}],
                 "channels": [{"id": "%s", "name": "general", "type": 0},
                              {"id": "200000000000000009", "name": "a folder", "type": 4}],
                 "threads": [{"id": "200000000000000002", "name": "heaps", "type": 11, "parent_id": "%s"}]}
                """.formatted(
                        ID, OWNER, MODERATOR_ROLE, CREATOR_ROLE, ADMIN_ROLE, CLEANER_ROLE, GENERAL, GENERAL)));
        return house;
    }

    /** What is bought, at noon. */
    static Purchases purchases() {
        DiscordSettings settings = new DiscordSettings("secret", ID, Set.of(), "Moderator", "Creator", null);
        InstantSource noon = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
        return new Purchases(new Rest(new OkHttpClient(), settings), own(), noon);
    }

    static Frames.Others others(House house) {
        InstantSource noon = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00Z"));
        return new Frames.Others(purchases(), new Comings(house, new Faces(house), noon));
    }

    static Own own() {
        Own own = new Own();
        own.become(HUB, "700000000000000001");
        own.owns(WEBHOOK);
        return own;
    }
}
