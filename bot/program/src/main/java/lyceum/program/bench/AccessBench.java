package lyceum.program.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import lyceum.community.members.Directory;
import lyceum.community.members.MembersSettings;
import lyceum.community.members.access.Access;
import lyceum.community.members.access.AccessSettings;
import lyceum.community.members.access.Plan;
import lyceum.hub.Hub;
import lyceum.hub.HubSettings;
import lyceum.hub.Parts;
import lyceum.hub.Store;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.person.Language;
import lyceum.scheduler.clock.QuartzAlarm;
import lyceum.sqlite.Sqlite;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What fifty thousand people should have, compared with what the platforms told that they have: the look of each quarter of an hour. */
final class AccessBench implements Bench {
    private static final int MEMBERS = 50_000;
    private static final int LOOKS = 5;
    private static final PlatformName DISCORD = new PlatformName("discord");
    private static final String ROLE = "Subscriber";
    private static final String SWEEP = "access:sweep";

    @Override
    public String name() {
        return "access";
    }

    @Override
    public List<String> prints() {
        return List.of("access.members", "access.compared.median", "access.compared.slowest");
    }

    @Override
    public void run(Figures out) throws IOException {
        Path folder = Files.createTempDirectory("lyceum-access-");
        QuartzAlarm alarm = QuartzAlarm.start();
        try (Sqlite sqlite = Sqlite.open(folder.resolve("lyceum.db"))) {
            fill(sqlite.writer());
            out.count("access.members", MEMBERS);
            try (Hub hub = hub(sqlite, alarm)) {
                look(hub);
                double[] seconds = new double[LOOKS];
                for (int i = 0; i < LOOKS; i++) {
                    seconds[i] = look(hub);
                }
                Arrays.sort(seconds);
                out.number("access.compared.median", seconds[LOOKS / 2], "s");
                out.number("access.compared.slowest", seconds[LOOKS - 1], "s");
            }
        } finally {
            alarm.close();
        }
    }

    private static double look(Hub hub) {
        long start = System.nanoTime();
        hub.accept(new TimerFired(SWEEP, "", Instant.now(), false)).join();
        return (System.nanoTime() - start) / 1e9;
    }

    private static Hub hub(Sqlite sqlite, QuartzAlarm alarm) {
        MembersSettings people = new MembersSettings(ZoneOffset.UTC, Language.EN, Map.of());
        Plan plan = new Plan(
                "subscriber",
                "Subscriber",
                "",
                "",
                Set.of("twitch:*"),
                List.of(new Perk.Role(DISCORD, ROLE)),
                Duration.ofDays(3));
        AccessSettings settings = new AccessSettings(List.of(plan), List.of(), Language.EN, Map.of(), _ -> false);
        InstantSource clock = InstantSource.system();
        StopWatchPlatform platform = new StopWatchPlatform(clock);
        Hub hub = new Hub(new Parts(
                new Store(sqlite.writer(), Sqlite::outOfRoom),
                List.of(new Access(settings, new Directory(people))),
                List.of(),
                List.of(platform),
                new Parts.Nature(clock, alarm, new Random(1)),
                HubSettings.defaults()));
        hub.start();
        hub.connected(platform.name());
        return hub;
    }

    /** Everybody has an account on Discord and one on Twitch, has subscribed, and has the role. */
    private static void fill(Handle db) {
        db.execute("begin");
        PreparedBatch members = db.prepareBatch("insert into members_member (member, since) values (?, 0)");
        PreparedBatch accounts =
                db.prepareBatch("insert into members_account (account, member, name) values (?, ?, ?)");
        PreparedBatch entitlements =
                db.prepareBatch("insert into access_entitlement (account, source, id, plan, starts, ends, ending, told)"
                        + " values (?, 'twitch', 'twitch:ada', 'subscriber', 0, null, 'NONE', 0)");
        PreparedBatch given = db.prepareBatch("insert into access_given (account, perk, state, since)"
                + " values (?, 'role:discord:Subscriber', 'HAS', 0)");
        for (int i = 1; i <= MEMBERS; i++) {
            members.add(i);
            accounts.add("discord:" + i, i, "p" + i);
            accounts.add("twitch:" + i, i, "p" + i);
            entitlements.add("twitch:" + i);
            given.add("discord:" + i);
        }
        List.of(members, accounts, entitlements, given).forEach(PreparedBatch::execute);
        db.execute("commit");
    }
}
