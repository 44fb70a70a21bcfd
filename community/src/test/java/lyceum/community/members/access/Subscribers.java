package lyceum.community.members.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lyceum.community.members.Directory;
import lyceum.community.members.Members;
import lyceum.community.members.MembersSettings;
import lyceum.hub.World;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.EntitlementChanged;
import lyceum.kernel.event.Money.PaymentAsked;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.People.JoinRequested;
import lyceum.kernel.event.Place.Subscriber;
import lyceum.kernel.event.Place.SubscribersListed;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/** People of a small community who subscribe, buy and pay, and what it sells. */
final class Subscribers implements AutoCloseable {
    static final String DISCORD = "discord:general";
    static final String TELEGRAM = "telegram:general";
    static final String MODERATORS = "discord:moderators";
    static final RoomId CHANNEL = RoomId.parse("twitch:ada");
    static final RoomId GROUP = RoomId.parse("telegram:subscribers");
    static final Duration GRACE = Duration.ofDays(3);
    private static final Pattern CODE = Pattern.compile("/link ([A-Z0-9]{6})");

    final World world;
    private long count;

    Subscribers(Path folder) {
        MembersSettings people = new MembersSettings(ZoneId.of("UTC"), Language.EN, Map.of());
        Plan plan = new Plan(
                "subscriber",
                "Subscriber",
                "4.99 a month",
                "twitch.tv/ada",
                Set.of("twitch:*", "discord:700"),
                List.of(new Perk.Role(new PlatformName("discord"), "Subscriber"), new Perk.Seat(GROUP)),
                GRACE,
                new Stars(250, Stars.MONTH, true),
                "Patron");
        AccessSettings settings = new AccessSettings(
                List.of(plan),
                List.of(RoomId.parse(MODERATORS)),
                Language.EN,
                Map.of(),
                asked -> asked.room().value().startsWith("@"));
        Access access = new Access(settings, new Directory(people));
        List<RoomId> joined = List.of(RoomId.parse(DISCORD), RoomId.parse(TELEGRAM), CHANNEL);
        world = World.open(
                folder,
                World.Cast.of(List.of(new Members(people), access.posts(joined), access), "hub", "members", "access")
                        .withStreamChat());
    }

    @Override
    public void close() {
        world.close();
    }

    void subscribes(String who, boolean active) {
        subscribes(who, active, Duration.ZERO);
    }

    /** @param ahead how far the clock of the channel runs ahead */
    void subscribes(String who, boolean active, Duration ahead) {
        world.passes(Duration.ofSeconds(1));
        world.hears(new SubscriptionChanged(
                new Key(CHANNEL.platform(), "sub" + ++count, ""),
                speaker("twitch:" + who),
                CHANNEL,
                "1000",
                active,
                null,
                world.now().plus(ahead)));
    }

    /** The channel's list of subscribers comes; these are in it, and somebody who always is. */
    void listed(String... names) {
        List<Subscriber> all = Stream.concat(Stream.of("always"), Stream.of(names))
                .map(name -> new Subscriber(AuthorId.parse("twitch:" + name), "1000"))
                .toList();
        world.hears(new SubscribersListed(CHANNEL, all, world.now()));
    }

    void pays(String account, String note) {
        world.hears(new PaymentMade(
                new Key(CHANNEL.platform(), "pay" + ++count, ""),
                speaker(account),
                CHANNEL,
                "payment" + count,
                "monthly",
                499,
                "USD",
                world.now().plus(Duration.ofDays(31)),
                note,
                true,
                world.now()));
    }

    void buys(String entitlement, @Nullable Instant until, boolean kept) {
        buys(entitlement, until, kept, "700");
    }

    void buys(String entitlement, @Nullable Instant until, boolean kept, String sku) {
        RoomId shop = RoomId.parse("discord:entitlements");
        AuthorId bob = AuthorId.parse("discord:bob");
        world.passes(Duration.ofSeconds(1));
        world.hears(new EntitlementChanged(
                new Key(shop.platform(), entitlement + "." + ++count, ""),
                new Speaker(bob, "", null, Standing.FAN, false, null),
                shop,
                entitlement,
                sku,
                until,
                kept,
                world.now()));
    }

    void asks(String product, long stars) {
        RoomId room = RoomId.parse("telegram:@bob");
        String id = "checkout" + ++count;
        world.hears(new PaymentAsked(
                new Key(room.platform(), id, ""),
                speaker("telegram:bob"),
                room,
                product,
                stars,
                "XTR",
                new ReplyToken(room, id),
                world.now()));
    }

    void stars(String payment, @Nullable Instant until, boolean kept) {
        RoomId room = RoomId.parse("telegram:@bob");
        world.hears(new PaymentMade(
                new Key(room.platform(), payment + ++count, ""),
                speaker("telegram:bob"),
                room,
                payment,
                "subscriber/month",
                250,
                "XTR",
                until,
                "",
                kept,
                world.now()));
    }

    void knocks(String who) {
        world.hears(new JoinRequested(
                new Key(GROUP.platform(), "join" + ++count, ""), speaker("telegram:" + who), GROUP, world.now()));
    }

    /** All three places. */
    void link(String who) {
        String code = code(world.commands(DISCORD, who, "link", Map.of()));
        world.commands(TELEGRAM, who, "link", Map.of("code", code));
        String other = code(world.commands(DISCORD, who, "link", Map.of()));
        world.hears(new CommandInvoked(
                new Key(CHANNEL.platform(), "link" + ++count, ""),
                speaker("twitch:" + who),
                CHANNEL,
                "link",
                Map.of("code", other),
                null,
                new ReplyToken(CHANNEL, "none"),
                world.now()));
    }

    static String code(String answer) {
        Matcher matcher = CODE.matcher(answer);
        assertThat(matcher.find()).as(answer).isTrue();
        return matcher.group(1);
    }

    static Speaker speaker(String account) {
        AuthorId id = AuthorId.parse(account);
        return new Speaker(id, id.value(), null, Standing.FAN, false, null);
    }
}
