package lyceum.program.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lyceum.kernel.id.PlatformName;
import lyceum.web.WebSettings;

/**
 * The whole file.
 *
 * @param data empty means the folder {@code data} beside the file
 * @param discord absent is off
 * @param telegram absent is off
 * @param twitch absent is off
 * @param room the live rooms; absent is off
 * @param access what there is to have
 * @param hooks absent is off
 */
public record HubSettings(
        Community community,
        Optional<Path> data,
        Optional<Discord> discord,
        Optional<Telegram> telegram,
        Optional<Twitch> twitch,
        Optional<Live> room,
        Bridge bridge,
        Moderation moderation,
        Qna qna,
        Draws draws,
        Notes notes,
        Access access,
        Optional<Hooks> hooks,
        WebSettings web) {
    public HubSettings {
        Set<String> on = new TreeSet<>();
        discord.ifPresent(_ -> on.add("discord"));
        telegram.ifPresent(_ -> on.add("telegram"));
        twitch.ifPresent(_ -> on.add("twitch"));
        room.ifPresent(_ -> on.add("room"));
        if (on.isEmpty()) {
            throw new IllegalArgumentException(
                    "discord, telegram, twitch or room must be here; write at least one of these sections\n"
                            + "discord、telegram、twitch 和 room 至少要有一个；请写上其中一节");
        }
        bridge.links().forEach(link -> link.rooms().forEach(place -> requireOn("bridge", place, on)));
        access.plans().forEach(plan -> plan.gives().forEach(given -> requireOn("access", given.room(), on)));
        moderation.rooms().forEach(place -> requireOn("moderation", place, on));
    }

    private static void requireOn(String section, Room room, Set<String> on) {
        PlatformName platform = room.id().platform();
        if (!on.contains(platform.value())) {
            throw new IllegalArgumentException(
                    "%s names %s, but there is no section `%s:`; add it or take the room away\n%1$s 提到了 %2$s，但没有 `%3$s:` 一节；请添加该节或删去这个房间"
                            .formatted(section, room, platform));
        }
    }
}
