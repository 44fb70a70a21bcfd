package lyceum.community.bridge;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Place.HearingGap;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/** Tells the people of a room that it is joined with others, and what cannot be read here of them. */
final class Notices {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final BridgeSettings settings;

    Notices(BridgeSettings settings) {
        this.settings = settings;
    }

    /** In the room's language; in both where none is named. */
    List<Effect> of(RoomId room) {
        return spoken(room, Phrase.of("bridge.notice", names(room)), "notice");
    }

    private List<Effect> spoken(RoomId room, Say say, String what) {
        Language known = settings.languages().get(room);
        List<Language> languages = known == null ? List.of(Language.values()) : List.of(known);
        List<Effect> posts = new ArrayList<>();
        for (Language language : languages) {
            posts.add(new Post(room, Document.of(say), language, null, null, Bridge.NAME + ":" + what));
        }
        return posts;
    }

    /** In all joined rooms, each in its language, in both where none is named: something may be missing, and when it was said. */
    List<Effect> gap(HearingGap gap) {
        List<Effect> posts = new ArrayList<>();
        for (Link link : settings.links()) {
            if (link.rooms().contains(gap.room())) {
                Say missed = name(new Named(link.name(), gap.room().platform()));
                link.rooms().stream()
                        .filter(room -> !room.equals(gap.room()))
                        .forEach(room -> posts.addAll(said(room, missed, gap)));
            }
        }
        return posts;
    }

    private List<Effect> said(RoomId room, Say missed, HearingGap gap) {
        Say from = Text.of(time(gap.from(), gap));
        Say until = Text.of(time(gap.until(), gap));
        return spoken(room, Phrase.of("bridge.gap", missed, from, until), "gap");
    }

    /** The day as well, where the gap is over midnight. */
    private String time(Instant instant, HearingGap gap) {
        ZonedDateTime from = gap.from().atZone(settings.zone());
        boolean oneDay =
                from.toLocalDate().equals(gap.until().atZone(settings.zone()).toLocalDate());
        return instant.atZone(settings.zone()).format(oneDay ? CLOCK : DAY_AND_CLOCK);
    }

    private Say names(RoomId room) {
        return settings.links().stream()
                .filter(link -> link.rooms().contains(room))
                .flatMap(link -> link.rooms().stream()
                        .filter(other -> !other.equals(room))
                        .map(other -> new Named(link.name(), other.platform())))
                .distinct()
                .map(Notices::name)
                .reduce((before, next) -> Phrase.of("bridge.and", before, next))
                .orElse(Text.EMPTY);
    }

    /** What a joined room is called; its id where it is in no link. */
    static Say name(RoomId room, BridgeSettings settings) {
        return settings.links().stream()
                .filter(link -> link.rooms().contains(room))
                .findFirst()
                .map(link -> name(new Named(link.name(), room.platform())))
                .orElseGet(() -> Text.of(room.toString()));
    }

    private static Say name(Named named) {
        Say place = switch (named.platform().value()) {
            case "discord", "telegram", "twitch", "room" -> Phrase.of("bridge.on-" + named.platform());
            default -> Text.of(named.platform().value());
        };
        return Phrase.of("bridge.room-on", Text.of(named.link()), place);
    }

    private record Named(String link, PlatformName platform) {}
}
