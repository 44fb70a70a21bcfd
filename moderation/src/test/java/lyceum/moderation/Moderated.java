package lyceum.moderation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.moderation.policy.Policy;

/** A community with a gate whose word lists remove {@code scam} and hold {@code free nitro}. */
final class Moderated {
    static final String ROOM = "discord:general";
    static final String GROUP = "telegram:general";
    static final String MODS = "discord:moderators";

    private static final WordLists WORDS = new WordLists(List.of("scam"), List.of("free nitro"));

    private Moderated() {}

    static World open(Path folder, Later later) {
        return open(folder, later, settings -> settings);
    }

    static World open(Path folder, Later later, UnaryOperator<ModerationSettings> changed) {
        ModerationSettings settings = new ModerationSettings(
                List.of(RoomId.parse(MODS)),
                List.of(RoomId.parse(ROOM), RoomId.parse(GROUP)),
                Duration.ofMinutes(15),
                ZoneOffset.UTC,
                Language.EN,
                Map.of());
        Screen screen = new Screen(Policy.RELAXED, WORDS, Engine.Limit.NONE);
        Gate gate = new Gate(
                changed.apply(settings),
                new Remembering(Policy.RELAXED, Engine.Limit.NONE),
                new Audit(new byte[32]),
                new BackTest(screen));
        World world = World.open(
                folder,
                World.Cast.of(List.of(new Everybody(), gate, later), "hub", "moderation")
                        .scoring(screen)
                        .withStreamChat());
        world.hasRoom(ROOM, "general");
        return world;
    }
}
