package lyceum.community.members.access;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.People.AccountVouched;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import org.jspecify.annotations.Nullable;

/** Somebody who pays, and the plain truth of what they have paid for. */
final class Townsman {
    static final AuthorId ALWAYS = AuthorId.parse("twitch:always");
    private static final RoomId SHOP = RoomId.parse("shop:payments");
    private static final RoomId SQUARE = RoomId.parse("discord:general");
    private static final Instant NEVER = Instant.MAX.minus(Duration.ofDays(1));

    private final String name;
    private final boolean streams;
    /** Until when each payment that was kept counts. */
    private final Map<Integer, Instant> paid = new LinkedHashMap<>();

    private boolean subscribes;
    /** Whether anybody was told of what they did last. */
    private boolean told = true;

    private Instant stopped = Instant.MIN;
    private Instant known = Instant.MIN;
    private int count;
    private boolean has;
    private @Nullable Instant lost;
    private boolean leaving;

    /** @param streams whether they subscribe to the channel, rather than pay in the shop */
    Townsman(String name, boolean streams) {
        this.name = name;
        this.streams = streams;
    }

    boolean streams() {
        return streams;
    }

    String account() {
        return "discord:" + name;
    }

    AuthorId channelAccount() {
        return AuthorId.parse("twitch:" + name);
    }

    /** Whether the hub can know of what they did last. */
    void told(boolean isTold) {
        told = isTold;
    }

    boolean subscribes() {
        return subscribes;
    }

    Stream<Event> arrives(Instant now) {
        Event joined = new MemberJoined(key("join"), Subscribers.speaker(account()), SQUARE, now);
        return streams
                ? Stream.of(
                        joined,
                        new AccountVouched(
                                key("vouch"),
                                Subscribers.speaker(channelAccount().toString()),
                                AuthorId.parse(account()),
                                now))
                : Stream.of(joined);
    }

    /** @param until null for ever */
    Event pays(Instant now, @Nullable Instant until) {
        paid.put(++count, until == null ? NEVER : until);
        return payment(count, until, true, now);
    }

    /** What was paid for last, or else nothing that anybody knows. */
    Event isPaidBack(Instant now) {
        int which = paid.isEmpty() ? ++count : paid.keySet().stream().reduce(0, (_, last) -> last);
        paid.remove(which);
        return payment(which, now, false, now);
    }

    private Event payment(int which, @Nullable Instant until, boolean kept, Instant now) {
        return new PaymentMade(
                key("pay" + which + kept),
                Subscribers.speaker(account()),
                SHOP,
                name + which,
                "monthly",
                499,
                "USD",
                until,
                "",
                kept,
                now);
    }

    /** Begins to subscribe, or ends it; a beginning of which nobody was told is none that had to be kept. */
    Event turns(Instant now) {
        subscribes = !subscribes;
        if (!subscribes && told) {
            stopped = now;
            known = now;
        }
        return subscription(now);
    }

    /** @param learned when it can be known at the latest */
    Optional<Event> subscriptionEnds(Instant now, Instant learned) {
        if (!subscribes) {
            return Optional.empty();
        }
        subscribes = false;
        stopped = now;
        known = learned;
        return Optional.of(subscription(now));
    }

    private Event subscription(Instant now) {
        return new SubscriptionChanged(
                key("sub"),
                Subscribers.speaker(channelAccount().toString()),
                FaultyTown.CHANNEL,
                "1000",
                subscribes,
                null,
                now);
    }

    Event isForgotten(Instant now) {
        return new CommandInvoked(
                key("forget"),
                Subscribers.speaker(account()),
                SQUARE,
                "forget",
                Map.of("whom", "me"),
                null,
                new ReplyToken(SQUARE, name),
                now);
    }

    /** The same news under another name. */
    static Event again(Event event, int number) {
        return switch (event) {
            case PaymentMade paid ->
                new PaymentMade(
                        new Key(SHOP.platform(), paid.payment() + "again" + number, ""),
                        paid.speaker(),
                        paid.room(),
                        paid.payment(),
                        paid.product(),
                        paid.amount(),
                        paid.currency(),
                        paid.until(),
                        paid.note(),
                        paid.kept(),
                        paid.at());
            case SubscriptionChanged changed ->
                new SubscriptionChanged(
                        new Key(changed.room().platform(), changed.speaker().name() + "again" + number, ""),
                        changed.speaker(),
                        changed.room(),
                        changed.tier(),
                        changed.active(),
                        null,
                        changed.at());
            default -> event;
        };
    }

    /** Whether they must not lose it, by all that anybody was told: it goes on, or ended so short a time ago that it is kept. */
    boolean mustKeep(Instant now) {
        Instant since = now.minus(FaultyTown.GRACE);
        return (subscribes && told)
                || stopped.isAfter(since)
                || paid.values().stream().anyMatch(since::isBefore);
    }

    /** Whether it goes on. */
    boolean lasts(Instant now) {
        return subscribes || paid.values().stream().anyMatch(now::isBefore);
    }

    /** Whether it ended so short a time ago that it is kept; what never was heard of may be missing all the same. */
    boolean isInGrace(Instant now) {
        Instant since = now.minus(FaultyTown.GRACE);
        return !lasts(now) && (stopped.isAfter(since) || paid.values().stream().anyMatch(since::isBefore));
    }

    /** When the last of it ends, as far as it can be known. */
    Instant ends() {
        return Stream.concat(Stream.of(known), paid.values().stream())
                .max(Instant::compareTo)
                .orElse(known);
    }

    /** Whether it begins just now that it is taken from them, and was not tried before. */
    synchronized boolean isAskedToLose(boolean takes) {
        boolean begins = takes && !leaving;
        leaving = takes;
        return begins;
    }

    synchronized boolean has() {
        return has;
    }

    synchronized void has(boolean now, Instant at) {
        if (has && !now) {
            lost = at;
        }
        has = now;
        leaving = false;
    }

    /** When it was taken last; null where it never was. */
    synchronized @Nullable Instant lost() {
        return lost;
    }

    private Key key(String what) {
        return new Key(SHOP.platform(), name + "." + what + "." + ++count, "");
    }

    @Override
    public String toString() {
        return name + (streams ? " (streams) " : " ") + paid.values();
    }
}
