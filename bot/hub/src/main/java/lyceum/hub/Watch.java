package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Platform;

/**
 * Sees what the hub cannot mend by itself: a platform that is not connected, a lane whose first message does not get away, a room
 * that refuses messages. Each trouble is told once, and once that it is over. Lane's thread only, in an open transaction.
 */
final class Watch {
    private static final Duration DOWN_FOR = Duration.ofMinutes(2);
    private static final Duration STUCK_FOR = Duration.ofMinutes(5);

    private final List<Platform> platforms;
    private final Outbox outbox;
    private final TroubleTable troubles;
    private final RoomNames names;
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<RoomId, Phrase> refused = new LinkedHashMap<>();
    private final Set<RoomId> taken = new LinkedHashSet<>();

    Watch(List<Platform> platforms, Outbox outbox, TroubleTable troubles, RoomNames names) {
        this.names = names;
        this.platforms = platforms;
        this.outbox = outbox;
        this.troubles = troubles;
    }

    /** The same state of the same thing, and since when: the number of a lane's first row, or that a platform is down. */
    private record Seen(String state, Instant since) {}

    /** A try of an effect has ended; at once, since whoever can mend it should not have to wait. */
    void sees(OnPlatform effect, End end) {
        RoomId room = effect.room();
        switch (end) {
            case End.Barred barred -> troubled(room, "hub.room-barred", barred.why());
            case End.Impossible impossible
            when effect instanceof Post -> troubled(room, "hub.room-refuses", impossible.why());
            case End.Stood _
            when effect instanceof Post -> {
                refused.remove(room);
                taken.add(room);
            }
            default -> {}
        }
    }

    private void troubled(RoomId room, String phrase, Say reason) {
        refused.put(room, Phrase.of(phrase, names.of(room), reason));
        taken.remove(room);
    }

    /** What began and what ended since the last look. */
    List<Phrase> look(Instant now) {
        List<Phrase> news = new ArrayList<>();
        platforms.forEach(platform -> look(platform, now, news));
        lookAtLanes(now, news);
        lookAtRefusals(now, news);
        return news;
    }

    private void look(Platform platform, Instant now, List<Phrase> news) {
        String name = platform.name().value();
        Health health = platform.health();
        String trouble = "platform " + name;
        if (health.up()) {
            seen.remove(trouble);
            if (troubles.end(trouble)) {
                news.add(Phrase.of("hub.connected-again", name));
            }
        } else if (lasts(trouble, "down", now, DOWN_FOR) && troubles.begin(trouble, "down", now)) {
            news.add(Phrase.of("hub.not-connected", Text.of(name), health.detail()));
        }
    }

    private void lookAtLanes(Instant now, List<Phrase> news) {
        Map<String, Outbox.First> firsts = outbox.firsts();
        firsts.forEach((lane, first) -> {
            String trouble = "lane " + lane;
            String state = String.valueOf(first.id());
            boolean told = refused.containsKey(roomOf(lane));
            if (!told && lasts(trouble, state, now, STUCK_FOR) && troubles.begin(trouble, state, now)) {
                news.add(Phrase.of(
                        "hub.lane-stuck",
                        names.ofLane(lane),
                        Text.of(String.valueOf(first.waiting())),
                        first.reason()));
            }
        });
        seen.keySet()
                .removeIf(name -> name.startsWith("lane ") && !firsts.containsKey(name.substring("lane ".length())));
        troubles.open("lane ").forEach((lane, state) -> {
            Outbox.First first = firsts.get(lane);
            if (first == null || !state.equals(String.valueOf(first.id()))) {
                troubles.end("lane " + lane);
                news.add(Phrase.of("hub.lane-moves", names.ofLane(lane)));
            }
        });
    }

    private void lookAtRefusals(Instant now, List<Phrase> news) {
        refused.forEach((room, what) -> {
            if (troubles.begin("room " + room, what.key(), now)) {
                news.add(what);
            }
        });
        for (RoomId room : taken) {
            if (troubles.end("room " + room)) {
                news.add(Phrase.of("hub.room-takes", names.of(room)));
            }
        }
        taken.clear();
    }

    private static RoomId roomOf(String lane) {
        int purpose = lane.indexOf('/');
        return RoomId.parse(purpose < 0 ? lane : lane.substring(0, purpose));
    }

    private boolean lasts(String name, String state, Instant now, Duration patience) {
        Seen before = seen.get(name);
        if (before == null || !before.state().equals(state)) {
            seen.put(name, new Seen(state, now));
            return false;
        }
        return !before.since().plus(patience).isAfter(now);
    }
}
