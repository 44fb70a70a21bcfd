package lyceum.program.settings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.kernel.id.AuthorId;

/**
 * Which rooms hear each other.
 *
 * @param repeatEdits whether changed words are said once more where a message, once said, cannot be changed
 * @param showJoins whether who comes into a room, and who leaves it, is told in the others
 * @param showTyping whether it is shown in the others that somebody types
 * @param bots other people's bots and webhooks whose words are carried over as people's are
 */
public record Bridge(List<Link> links, boolean repeatEdits, boolean showJoins, boolean showTyping, Set<Bot> bots) {
    public Bridge {
        Map<Room, String> taken = new HashMap<>();
        Set<String> names = new HashSet<>();
        for (Link link : links) {
            if (!names.add(link.name())) {
                throw new IllegalArgumentException(
                        "links has two with the name '%s'; give each its own\nlinks 中有两条都叫“%1$s”；请各起一个名字"
                                .formatted(link.name()));
            }
            for (Room room : link.rooms()) {
                String other = taken.putIfAbsent(room, link.name());
                if (other != null) {
                    throw new IllegalArgumentException(
                            "links has %s in both '%s' and '%s'; a room is in one link only\nlinks 中 %1$s 同时属于“%2$s”和“%3$s”；一个房间只能属于一条链接"
                                    .formatted(room, other, link.name()));
                }
            }
        }
    }

    /** Whose words are carried over although they are no people. */
    public Set<AuthorId> carried() {
        return bots.stream().map(Bot::id).collect(Collectors.toSet());
    }

    static Bridge defaults() {
        return new Bridge(List.of(), true, false, false, Set.of());
    }

    /** Rooms that hear each other. */
    public record Link(String name, Set<Room> rooms) {
        public Link {
            if (name.isBlank()) {
                throw new IllegalArgumentException("name is empty; write a short word\nname 是空的；请写一个简短的词");
            }
            if (rooms.size() < 2) {
                throw new IllegalArgumentException(
                        "rooms needs two or more rooms; one alone has nobody to hear\nrooms 需要两个或更多房间");
            }
        }
    }
}
