package lyceum.community.qna;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;

/**
 * Where questions are heard.
 *
 * @param talks rooms that hear each other are one talk; the first is where those are asked who ask elsewhere
 * @param language of rooms whose language is not known
 * @param languages of rooms in which another is spoken
 * @param zone in which days are written in rooms
 * @param careful matters that are left to people
 * @param staff rooms that read each morning what nobody has answered
 */
public record QnaSettings(
        List<Talk> talks,
        Language language,
        Map<RoomId, Language> languages,
        ZoneId zone,
        Set<Topic> careful,
        List<RoomId> staff) {
    public QnaSettings {
        talks = List.copyOf(talks);
        languages = Map.copyOf(languages);
        careful = Set.copyOf(careful);
        staff = List.copyOf(staff);
    }

    /** Without anybody who reads what nobody has answered. */
    public QnaSettings(
            List<Talk> talks, Language language, Map<RoomId, Language> languages, ZoneId zone, Set<Topic> careful) {
        this(talks, language, languages, zone, careful, List.of());
    }

    /** Rooms that hear each other, under one name. */
    public record Talk(String name, List<RoomId> rooms) {
        public Talk {
            rooms = List.copyOf(rooms);
        }
    }

    Optional<Talk> talk(RoomId room) {
        return talks.stream().filter(talk -> talk.rooms().contains(room)).findFirst();
    }

    Optional<Talk> talk(String name) {
        return talks.stream().filter(talk -> talk.name().equals(name)).findFirst();
    }

    /** That of the room, or the first for those who ask elsewhere. */
    Optional<Talk> heard(RoomId room) {
        return talk(room).or(() -> talks.stream().findFirst());
    }

    Language language(RoomId room) {
        return languages.getOrDefault(room, language);
    }
}
