package lyceum.twitch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.event.People.MemberLeft;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Inbox;

/**
 * Tells who comes to the chat and who leaves it. The chat gives names alone, in bursts; whose they are is asked for many at a time, on
 * a thread of its own, so that it holds up no talk. Who cannot be found out is left out.
 */
final class Comings implements AutoCloseable {
    private static final int AT_ONCE = 100;
    /** What is not told by then says nothing any more. */
    private static final int MOST_WAITING = 5_000;

    private static final int REMEMBERED = 10_000;

    private final Place place;
    private final Helix helix;
    private final Inbox inbox;
    private final InstantSource clock;
    private final BlockingQueue<Coming> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final LinkedHashMap<String, Speaker> known = new LinkedHashMap<>();
    private final Thread teller = Thread.ofVirtual().name("twitch-comings").unstarted(this::run);

    Comings(Place place, Helix helix, Inbox inbox, InstantSource clock) {
        this.place = place;
        this.helix = helix;
        this.inbox = inbox;
        this.clock = clock;
    }

    private record Coming(String login, boolean came, Instant at) {}

    void start() {
        teller.start();
    }

    /** A line of the chat; any but JOIN and PART says nothing here. Returns at once. */
    void heard(IrcLine line) {
        boolean came = line.command().equals("JOIN");
        String login = line.nick();
        if ((came || line.command().equals("PART"))
                && !login.isEmpty()
                && !login.equals(place.self().login())) {
            var _ = waiting.offer(new Coming(login, came, clock.instant()));
        }
    }

    private void run() {
        List<Coming> burst = new ArrayList<>();
        try {
            while (true) {
                burst.add(waiting.take());
                waiting.drainTo(burst, AT_ONCE - 1);
                Map<String, Speaker> people = people(burst);
                burst.forEach(coming -> tell(coming, people));
                burst.clear();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<String, Speaker> people(List<Coming> burst) {
        List<String> strangers = burst.stream()
                .map(Coming::login)
                .filter(login -> !known.containsKey(login))
                .distinct()
                .toList();
        Map<String, Speaker> people = new HashMap<>();
        if (!strangers.isEmpty() && helix.users(strangers) instanceof Reply.Ok(var body)) {
            body.path("data").forEach(user -> {
                String login = user.path("login").asText();
                String name = user.path("display_name").asText(login);
                known.put(
                        login,
                        new Speaker(Ids.author(user.path("id").asText()), name, null, Standing.FAN, false, null));
            });
        }
        burst.forEach(coming -> {
            Speaker person = known.get(coming.login());
            if (person != null) {
                people.put(coming.login(), person);
            }
        });
        while (known.size() > REMEMBERED) {
            known.pollFirstEntry();
        }
        return people;
    }

    private void tell(Coming coming, Map<String, Speaker> people) {
        Speaker person = people.get(coming.login());
        if (person != null) {
            String what = (coming.came() ? "joined-" : "left-") + coming.at().toEpochMilli();
            var key = Ids.key(person.id().value(), what);
            Event event = coming.came()
                    ? new MemberJoined(key, person, place.ids().room(), coming.at())
                    : new MemberLeft(key, person, place.ids().room(), coming.at());
            var _ = inbox.accept(event);
        }
    }

    @Override
    public void close() {
        teller.interrupt();
    }
}
