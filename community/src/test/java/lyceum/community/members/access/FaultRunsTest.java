package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import lyceum.community.members.Directory;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the platforms answer: nobody loses what they have paid for, and what has truly ended goes. */
class FaultRunsTest {
    private static final int SAMPLE = 40;
    private static final int WHOLE = 10_000;
    private static final int PEOPLE_AT_ONCE = 8;
    private static final String DISCORD = "discord:general";
    private static final RoomId SHOP = RoomId.parse("shop:payments");
    private static final Duration GRACE = Duration.ofMinutes(20);

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final List<Paid> paid = new ArrayList<>();
    private final Set<String> has = new HashSet<>();
    private final List<String> wrong = new ArrayList<>();
    private World world;
    private boolean faulty;
    private int payments;

    private record Paid(String account, int payment, Instant at, Instant until, boolean kept) {}

    @BeforeEach
    void open() {
        MembersSettings people = new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of());
        Plan plan = new Plan(
                "subscriber",
                "Subscriber",
                "",
                "",
                Set.of("shop:*"),
                List.of(new Perk.Role(new PlatformName("discord"), "Subscriber")),
                GRACE);
        AccessSettings settings = new AccessSettings(List.of(plan), List.of(), Language.EN, Map.of());
        world = World.open(
                folder,
                World.Cast.of(
                        List.of(new Members(people), new Access(settings, new Directory(people))),
                        "hub",
                        "members",
                        "access"));
        world.mishaps().atTheDoors(DISCORD, this::answered);
        world.hasRoom(DISCORD, "general");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aFewRunsTakeNothingWrongly() {
        runs(SAMPLE);
    }

    @Test
    @Tag("soak")
    void tenThousandRunsTakeNothingWrongly() {
        runs(WHOLE);
    }

    private void runs(int count) {
        for (int run = 0; run < count; run++) {
            run("p" + run % PEOPLE_AT_ONCE + "r" + run);
            assertThat(wrong).as("run %d", run).isEmpty();
        }
    }

    /** One person pays, some of it goes back, and time passes, while half of all requests fail; then all is well again. */
    private void run(String who) {
        String account = "discord:" + who;
        faulty = true;
        world.says(DISCORD, who, "hello");
        for (int i = random.nextInt(4); i >= 0; i--) {
            tells(account);
            check();
            world.passes(Duration.ofMinutes(random.nextInt(30)));
            check();
        }
        faulty = false;
        world.passes(Duration.ofMinutes(16));
        assertThat(has.contains(account)).as("%s while it lasts", who).isEqualTo(holds(account));
        Duration rest = paid.stream()
                .filter(each -> each.account().equals(account) && each.kept())
                .map(each -> Duration.between(world.now(), each.until().plus(GRACE)))
                .max(Duration::compareTo)
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO);
        world.passes(rest.plusSeconds(60));
        assertThat(has).as("%s a minute after the end", who).doesNotContain(account);
        world.commands(DISCORD, who, "forget", Map.of("whom", "me"));
        paid.removeIf(each -> each.account().equals(account));
    }

    /** A payment for some minutes, or the return of an earlier one; often told twice. */
    private void tells(String account) {
        List<Paid> earlier = paid.stream()
                .filter(each -> each.account().equals(account) && each.kept())
                .toList();
        boolean back = !earlier.isEmpty() && random.nextInt(3) == 0;
        Paid fact = back
                ? new Paid(account, earlier.getLast().payment(), world.now(), world.now(), false)
                : new Paid(
                        account,
                        ++payments,
                        world.now(),
                        world.now().plus(Duration.ofMinutes(random.nextInt(60))),
                        true);
        paid.add(fact);
        for (int i = random.nextInt(2); i >= 0; i--) {
            world.hears(new PaymentMade(
                    new Key(SHOP.platform(), fact.payment() + "." + fact.kept() + "." + i, ""),
                    new Speaker(AuthorId.parse(account), account, null, Standing.FAN, false, null),
                    SHOP,
                    "payment" + fact.payment(),
                    "monthly",
                    499,
                    "USD",
                    fact.kept() ? fact.until() : null,
                    "",
                    fact.kept(),
                    fact.at()));
        }
    }

    /** What the platform does: it fails in every way it can, or does it. */
    private Optional<Outcome> answered(String what) {
        String account = what.split(" ", 3)[1];
        if (faulty && random.nextBoolean()) {
            return switch (random.nextInt(3)) {
                case 0 -> Optional.of(new Outcome.Later(Duration.ofSeconds(random.nextInt(5)), "429"));
                case 1 -> Optional.of(new Outcome.Refused("no permission"));
                default -> throw new UncheckedIOException(new IOException("no answer"));
            };
        }
        if (what.startsWith("revoke")) {
            has.remove(account);
        } else {
            has.add(account);
        }
        return Optional.empty();
    }

    /** Nobody is being parted from what they hold. */
    private void check() {
        world.reads("select account from access_given where state = 'LEAVING'").stream()
                .filter(this::holds)
                .forEach(account -> wrong.add(account + " at " + world.now()));
    }

    /** Straight from what was paid. */
    private boolean holds(String account) {
        Instant now = world.now();
        return paid.stream()
                .filter(each -> each.account().equals(account) && each.kept())
                .filter(each -> paid.stream().noneMatch(back -> !back.kept() && back.payment() == each.payment()))
                .anyMatch(each -> now.isBefore(each.until().plus(GRACE)));
    }
}
