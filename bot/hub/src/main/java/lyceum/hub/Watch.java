package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.Undeliverable;
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
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<String, String> refused = new TreeMap<>();
    private final Set<String> taken = new HashSet<>();

    Watch(List<Platform> platforms, Outbox outbox, TroubleTable troubles) {
        this.platforms = platforms;
        this.outbox = outbox;
        this.troubles = troubles;
    }

    /** The same state of the same thing, and since when: the number of a lane's first row, or that a platform is down. */
    private record Seen(String state, Instant since) {}

    void hears(Answer answer) {
        switch (answer) {
            case Undeliverable lost
            when lost.what() instanceof Post post -> {
                refused.put(post.room().toString(), lost.reason());
                taken.remove(post.room().toString());
            }
            case Delivered delivered
            when delivered.what() instanceof Post post -> {
                refused.remove(post.room().toString());
                taken.add(post.room().toString());
            }
            default -> {}
        }
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
            news.add(Phrase.of("hub.not-connected", Text.of(name), Text.of(health.detail())));
        }
    }

    private void lookAtLanes(Instant now, List<Phrase> news) {
        Map<String, Outbox.First> firsts = outbox.firsts();
        firsts.forEach((lane, first) -> {
            String trouble = "lane " + lane;
            String state = String.valueOf(first.id());
            if (lasts(trouble, state, now, STUCK_FOR) && troubles.begin(trouble, state, now)) {
                news.add(Phrase.of(
                        "hub.lane-stuck",
                        Text.of(lane),
                        Text.of(String.valueOf(first.waiting())),
                        Text.of(first.reason())));
            }
        });
        seen.keySet()
                .removeIf(name -> name.startsWith("lane ") && !firsts.containsKey(name.substring("lane ".length())));
        troubles.open("lane ").forEach((lane, state) -> {
            Outbox.First first = firsts.get(lane);
            if (first == null || !state.equals(String.valueOf(first.id()))) {
                troubles.end("lane " + lane);
                news.add(Phrase.of("hub.lane-moves", lane));
            }
        });
    }

    private void lookAtRefusals(Instant now, List<Phrase> news) {
        refused.forEach((room, reason) -> {
            if (troubles.begin("room " + room, "refused", now)) {
                news.add(Phrase.of("hub.room-refuses", Text.of(room), Text.of(reason)));
            }
        });
        for (String room : taken) {
            if (troubles.end("room " + room)) {
                news.add(Phrase.of("hub.room-takes", room));
            }
        }
        taken.clear();
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
