package lyceum.community.bridge;

import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/** Tells the people of a room that it is joined with others. */
final class Notices {
    private final BridgeSettings settings;

    Notices(BridgeSettings settings) {
        this.settings = settings;
    }

    /** In the room's language; in both where none is named. */
    List<Effect> of(RoomId room) {
        Language known = settings.languages().get(room);
        List<Language> languages = known == null ? List.of(Language.values()) : List.of(known);
        List<Effect> posts = new ArrayList<>();
        for (Language language : languages) {
            Document document = Document.of(Phrase.of("bridge.notice", names(room)));
            posts.add(new Post(room, document, language, null, null, Bridge.NAME + ":notice"));
        }
        return posts;
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

    private static Say name(Named named) {
        Say place = switch (named.platform().value()) {
            case "discord", "telegram", "twitch", "room" -> Phrase.of("bridge.on-" + named.platform());
            default -> Text.of(named.platform().value());
        };
        return Phrase.of("bridge.room-on", Text.of(named.link()), place);
    }

    private record Named(String link, PlatformName platform) {}
}
