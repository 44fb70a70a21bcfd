package lyceum.program.settings;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lyceum.config.Secret;
import lyceum.web.room.RoomSettings;

/**
 * The hub's own live rooms.
 *
 * @param linesPerMinute how much one fan may say
 * @param redis joins the hub with other processes that serve viewers; absent is off
 */
public record Live(List<Place> places, int linesPerMinute, Optional<Secret> redis) {
    private static final int MOST_A_MINUTE = 100_000;

    public Live {
        Set<String> names = new HashSet<>();
        for (Place place : places) {
            if (!names.add(place.name())) {
                throw new IllegalArgumentException(
                        "places has two with the name '%s'; give each its own\nplaces 中有两个都叫“%1$s”；请各起一个名字"
                                .formatted(place.name()));
            }
        }
        if (places.isEmpty()) {
            throw new IllegalArgumentException(
                    "places names no room; write, for example, `places: [{name: class}]`\nplaces 中没有房间；例如请写 `places: [{name: class}]`");
        }
        if (linesPerMinute < 1 || linesPerMinute > MOST_A_MINUTE) {
            throw new IllegalArgumentException(
                    "lines-per-minute is from 1 to %d\nlines-per-minute 是 1 到 %1$d".formatted(MOST_A_MINUTE));
        }
        if (redis.filter(url -> !url.reveal().matches("rediss?://[^/\\s]+(/[0-9]+)?"))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "redis is an address such as redis://:PASSWORD@HOST:6379/0\nredis 是地址，例如 redis://:密码@主机:6379/0");
        }
    }

    /** The rooms as they are opened. */
    public List<RoomSettings.Place> opened() {
        return places.stream()
                .map(place -> new RoomSettings.Place(place.name, place.title.orElse(place.name), place.player))
                .toList();
    }

    static Live defaults() {
        return new Live(List.of(new Place("class", Optional.empty(), Optional.empty())), 60, Optional.empty());
    }

    /**
     * One room.
     *
     * @param title what people read above it; its name where there is none
     * @param player the address of the video's page
     */
    public record Place(String name, Optional<String> title, Optional<URI> player) {
        public Place {
            if (!name.matches("[a-z0-9-]{1,32}")) {
                throw new IllegalArgumentException(
                        "name is 1 to 32 lower-case letters, digits or dashes\nname 是 1 到 32 个小写字母、数字或短横线");
            }
            if (player.filter(url -> !url.toString().matches("https?://[^/@\"' ]+/.*"))
                    .isPresent()) {
                throw new IllegalArgumentException(
                        "player is the address of a page that may be embedded, such as https://www.youtube.com/embed/ID\nplayer 是可以嵌入的页面地址，例如 https://www.youtube.com/embed/ID");
            }
        }
    }
}
