package lyceum.community.members.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.community.members.Directory;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Place.Subscriber;
import lyceum.kernel.event.Place.SubscribersListed;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Outcome;

/**
 * A town whose platform fails in every way it can, a score of people at a time: events come twice, late or never, lists are empty or do not
 * come, roles meet limits, refusals and silence. Afterwards all is well again, and what has ended must go in time.
 */
final class FaultyTown implements AutoCloseable {
    static final RoomId CHANNEL = RoomId.parse("twitch:ada");
    static final Duration GRACE = Duration.ofMinutes(20);
    private static final String DISCORD = "discord:general";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LISTS = Duration.ofMinutes(11);
    /** Few enough that the breaker, which is tested elsewhere, has nothing to say. */
    private static final int AT_ONCE = 20;

    private static final int STEADY = 420;
    private static final int STEPS = 4;

    private final Random random;
    private final World world;
    private final Map<String, Townsman> people = new HashMap<>();
    private final List<Event> late = new ArrayList<>();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean faulty;
    private int faults;
    private int ends;
    private int born;

    /** What came of the runs: how many there were, what failed on purpose, how often something truly ended, and what was wrong. */
    record Tally(int runs, int faults, int ends, List<String> wrong) {}

    FaultyTown(Path folder, long seed) {
        random = new Random(seed);
        MembersSettings settings = new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of());
        Plan plan = new Plan(
                "subscriber",
                "Subscriber",
                "",
                "",
                Set.of("shop:*", "twitch:*"),
                List.of(new Perk.Role(new PlatformName("discord"), "Subscriber")),
                GRACE);
        AccessSettings access = new AccessSettings(List.of(plan), List.of(), Language.EN, Map.of(), _ -> false);
        world = World.open(
                folder,
                World.Cast.of(
                        List.of(new Members(settings), new Access(access, new Directory(settings))),
                        "hub",
                        "members",
                        "access"));
        world.mishaps().atTheDoors(DISCORD, this::answered);
        world.hasRoom(DISCORD, "general");
        world.hearsAll(IntStream.range(0, STEADY)
                .mapToObj(i -> newcomer(false))
                .map(one -> one.pays(world.now(), null))
                .toList());
    }

    Tally runs(int count) {
        int runs = 0;
        while (runs < count && wrong.isEmpty()) {
            wave();
            runs += AT_ONCE;
        }
        return new Tally(runs, faults, ends, List.copyOf(wrong));
    }

    private void wave() {
        List<Townsman> wave = IntStream.range(0, AT_ONCE)
                .mapToObj(_ -> newcomer(random.nextBoolean()))
                .toList();
        world.hearsAll(wave.stream().flatMap(one -> one.arrives(world.now())).toList());
        faulty = true;
        for (int step = 0; step < STEPS; step++) {
            hears(wave.stream().flatMap(this::lives).toList());
            listed();
            passes(Duration.ofMinutes(1 + random.nextInt(14)));
        }
        faulty = false;
        twoLists();
        passes(Duration.ofMinutes(16));
        wave.forEach(this::mustHaveWhatLasts);
        everythingEnds(wave);
        world.hearsAll(wave.stream().map(one -> one.isForgotten(world.now())).toList());
        wave.forEach(one -> people.remove(one.account()));
        late.clear();
        passes(Duration.ofMinutes(11));
    }

    private Townsman newcomer(boolean streams) {
        Townsman one = new Townsman("p" + ++born, streams);
        people.put(one.account(), one);
        return one;
    }

    /** Pays or is paid back, or subscribes or ends it; of what Twitch tells a third never comes. */
    private Stream<Event> lives(Townsman one) {
        Instant now = world.now();
        if (one.streams()) {
            Event told = one.turns(now);
            boolean lost = random.nextInt(3) == 0;
            one.told(!lost);
            return lost ? Stream.empty() : often(told);
        }
        return often(
                random.nextInt(3) == 0
                        ? one.isPaidBack(now)
                        : one.pays(now, now.plus(Duration.ofMinutes(random.nextInt(60)))));
    }

    private Stream<Event> often(Event told) {
        if (random.nextInt(3) == 0) {
            late.add(told);
        }
        return Stream.of(told);
    }

    /** In any order, and with some of what was heard before. */
    private void hears(List<Event> events) {
        List<Event> all = new ArrayList<>(events);
        late.forEach(event -> all.add(Townsman.again(event, random.nextInt())));
        Collections.shuffle(all, random);
        world.hearsAll(all);
        look();
    }

    /** The list of subscribers: whole, of nobody, or none because a page failed. */
    private void listed() {
        int how = faulty ? random.nextInt(3) : 0;
        if (how == 0) {
            List<Subscriber> all = new ArrayList<>(people.values().stream()
                    .filter(Townsman::subscribes)
                    .map(one -> new Subscriber(one.channelAccount(), "1000"))
                    .toList());
            all.add(new Subscriber(Townsman.ALWAYS, "1000"));
            world.hears(new SubscribersListed(CHANNEL, all, world.now()));
            people.values().forEach(one -> one.told(true));
        } else {
            faults++;
            if (how == 1) {
                world.hears(new SubscribersListed(CHANNEL, List.of(), world.now()));
            }
        }
        look();
    }

    private void twoLists() {
        passes(Duration.ofMinutes(6));
        listed();
        passes(BETWEEN_LISTS);
        listed();
    }

    private void passes(Duration time) {
        world.passes(time);
        look();
    }

    /** Every second of those who still subscribe ends it untold; then nothing is left but to lose it in time. */
    private void everythingEnds(List<Townsman> wave) {
        Instant end = world.now();
        Instant missed = end.plus(Duration.ofMinutes(6));
        List<Event> told = new ArrayList<>();
        for (Townsman one : wave) {
            boolean silent = random.nextBoolean();
            one.subscriptionEnds(end, silent ? missed : end)
                    .filter(_ -> !silent)
                    .ifPresent(told::add);
        }
        world.hearsAll(told);
        twoLists();
        Instant last = wave.stream().map(Townsman::ends).max(Instant::compareTo).orElse(end);
        Duration rest = Duration.between(world.now(), last.plus(GRACE).plus(SOON));
        passes(rest.isNegative() ? Duration.ZERO : rest);
        wave.forEach(one -> mustHaveLost(one, end));
    }

    private void mustHaveWhatLasts(Townsman one) {
        if (one.has() != one.lasts(world.now()) && !one.isInGrace(world.now())) {
            wrong.add(one + " has " + one.has() + " at " + world.now());
        }
    }

    private void mustHaveLost(Townsman one, Instant well) {
        Instant due = one.ends().plus(GRACE);
        Instant lost = one.lost();
        if (one.has()) {
            wrong.add(one + " still has it, due " + due);
        } else if (lost != null) {
            ends++;
            if (lost.isAfter(well) && lost.isAfter(due.plus(SOON))) {
                wrong.add(one + " lost it at " + lost + ", due " + due);
            }
        }
    }

    /** What the platform does: it fails, or does it. */
    private synchronized Optional<Outcome> answered(String what) {
        Townsman one = people.get(what.split(" ", 3)[1]);
        boolean takes = what.startsWith("revoke");
        if (one != null && one.isAskedToLose(takes) && one.mustKeep(world.now())) {
            wrong.add(one + " is taken it at " + world.now());
        }
        if (faulty && random.nextInt(5) < 3) {
            faults++;
            return switch (random.nextInt(8)) {
                case 0, 1 -> Optional.of(new Outcome.Later(Duration.ofSeconds(random.nextInt(5)), Text.of("429")));
                case 2, 3 -> Optional.of(new Outcome.Later(Duration.ofSeconds(1), Text.of("500")));
                case 4 -> Optional.of(new Outcome.Refused(Text.of("no permission")));
                default -> throw new UncheckedIOException(new IOException("no answer"));
            };
        }
        if (one != null) {
            one.has(what.startsWith("grant"), world.now());
        }
        return Optional.empty();
    }

    /** Nobody is being parted from what they hold. */
    private void look() {
        world.reads("select account from access_given where state = 'LEAVING'").stream()
                .map(people::get)
                .filter(one -> one != null && one.mustKeep(world.now()))
                .forEach(one -> wrong.add(one + " is losing it at " + world.now()));
    }

    @Override
    public void close() {
        world.close();
    }
}
