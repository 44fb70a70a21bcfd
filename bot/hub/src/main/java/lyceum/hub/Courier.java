package lyceum.hub;

import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.effect.OnAccess;
import lyceum.kernel.effect.OnAccess.DecideJoin;
import lyceum.kernel.effect.OnAccess.Grant;
import lyceum.kernel.effect.OnAccess.Inspect;
import lyceum.kernel.effect.OnAccess.Revoke;
import lyceum.kernel.effect.OnMoney;
import lyceum.kernel.effect.OnPlatform;
import lyceum.kernel.effect.OnPlatform.ChangeThread;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.OpenThread;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Perk.Role;
import lyceum.kernel.effect.Perk.Seat;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.effect.Schedule;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Holds;
import lyceum.kernel.platform.Memberships;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Pins;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.Reacts;
import lyceum.kernel.platform.Responds;
import lyceum.kernel.platform.Restricts;
import lyceum.kernel.platform.Roles;
import lyceum.kernel.platform.Schedules;
import lyceum.kernel.platform.Sells;
import lyceum.kernel.platform.Settles;
import lyceum.kernel.platform.Settles.Attempt;
import lyceum.kernel.platform.Threads;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries effects to the ability that does them. Blocks; called on the rooms' threads. */
final class Courier {
    private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

    private final Map<PlatformName, Platform> platforms = new HashMap<>();
    private final Map<PlatformName, CountDownLatch> connecting = new ConcurrentHashMap<>();
    private final String installation;

    Courier(List<Platform> platforms, String installation) {
        platforms.forEach(platform -> {
            this.platforms.put(platform.name(), platform);
            connecting.put(platform.name(), new CountDownLatch(1));
        });
        this.installation = installation;
    }

    @Nullable
    Platform platform(OnPlatform effect) {
        return platforms.get(effect.room().platform());
    }

    /** As many as the platform needs, in order. */
    List<Post> fit(Post post) {
        Platform platform = platform(post);
        return platform == null ? List.of(post) : platform.fit(post);
    }

    boolean can(RoomId room, Class<?> ability) {
        return ability.isInstance(platforms.get(room.platform()));
    }

    boolean settles(OnPlatform effect) {
        return platform(effect) instanceof Settles;
    }

    /** A platform has started: what waits for it may go out. Any thread. */
    void connected(PlatformName platform) {
        CountDownLatch latch = connecting.get(platform);
        if (latch != null) {
            latch.countDown();
        }
    }

    /** Returns when the platform of this effect has started; at once where there is none. */
    void awaitConnected(OnPlatform effect) throws InterruptedException {
        CountDownLatch latch = connecting.get(effect.room().platform());
        if (latch != null) {
            latch.await();
        }
    }

    End carry(Row row) {
        try {
            End end = end(perform(row.effect(), nonce(row)));
            boolean severalRefused =
                    end instanceof End.Impossible && !row.together().isEmpty();
            return severalRefused ? new End.Apart(end.reason()) : end;
        } catch (UncheckedIOException e) {
            return End.Unknown.of(e);
        } catch (RuntimeException e) {
            LOG.error("the adapter failed on effect {} for {}", row.id().value(), row.lane(), e);
            return new End.Defect(e.getClass().getName());
        }
    }

    /**
     * Which of these rows of one lane stand already, in the same order.
     *
     * @throws UncheckedIOException if that cannot be found out now
     */
    List<Optional<MessageId>> settle(List<Row> rows, @Nullable MessageId after) {
        Post first = (Post) rows.getFirst().effect();
        if (!(platform(first) instanceof Settles settles)) {
            throw new IllegalStateException("nothing settles " + first.room().platform());
        }
        List<Attempt> attempts = rows.stream()
                .map(row -> new Attempt((Post) row.effect(), nonce(row)))
                .toList();
        return settles.settle(first.room(), after, attempts);
    }

    private Nonce nonce(Row row) {
        return Nonce.of(installation, row.id());
    }

    private Outcome perform(OnPlatform effect, Nonce nonce) {
        Platform platform = platform(effect);
        if (platform == null) {
            return new Outcome.Refused(Phrase.of(
                    "hub.switched-off", RoomNames.platform(effect.room().platform())));
        }
        return switch (effect) {
            case Post post -> platform.post(post, nonce);
            case Edit edit -> platform instanceof Edits edits ? edits.edit(edit) : unable(platform, "hub.cannot-edit");
            case Delete delete ->
                platform instanceof Deletes deletes ? deletes.delete(delete) : unable(platform, "hub.cannot-delete");
            case React react ->
                platform instanceof Reacts reacts ? reacts.react(react) : unable(platform, "hub.cannot-react");
            case OpenThread open ->
                platform instanceof Threads threads ? threads.open(open) : unable(platform, "hub.cannot-open-threads");
            case ChangeThread change ->
                platform instanceof Threads threads
                        ? threads.change(change)
                        : unable(platform, "hub.cannot-change-threads");
            case Respond respond ->
                platform instanceof Responds responds
                        ? responds.respond(respond, nonce)
                        : unable(platform, "hub.cannot-answer");
            case Restrict restrict ->
                platform instanceof Restricts restricts
                        ? restricts.restrict(restrict)
                        : unable(platform, "hub.cannot-restrict");
            case DecideHold hold ->
                platform instanceof Holds holds ? holds.decide(hold) : unable(platform, "hub.cannot-decide-holds");
            case Pin pin -> platform instanceof Pins pins ? pins.pin(pin) : unable(platform, "hub.cannot-pin");
            case Schedule schedule ->
                platform instanceof Schedules schedules
                        ? schedules.schedule(schedule)
                        : unable(platform, "hub.cannot-schedule");
            case OnAccess access -> admit(platform, access);
            case OnMoney money ->
                platform instanceof Sells sells ? sell(sells, money) : unable(platform, "hub.cannot-sell");
        };
    }

    private static Outcome sell(Sells sells, OnMoney money) {
        return switch (money) {
            case OnMoney.Offer offer -> sells.offer(offer);
            case OnMoney.DecidePayment decision -> sells.decide(decision);
        };
    }

    private static Outcome admit(Platform platform, OnAccess access) {
        return switch (access) {
            case Grant grant ->
                switch (grant.perk()) {
                    case Role role ->
                        platform instanceof Roles roles
                                ? roles.grant(grant.account(), role)
                                : unable(platform, "hub.cannot-give-roles");
                    case Seat seat ->
                        platform instanceof Memberships rooms
                                ? rooms.seat(grant.account(), seat.room())
                                : unable(platform, "hub.cannot-let-in");
                };
            case Revoke revoke ->
                switch (revoke.perk()) {
                    case Role role ->
                        platform instanceof Roles roles
                                ? roles.revoke(revoke.account(), role)
                                : unable(platform, "hub.cannot-take-roles");
                    case Seat seat ->
                        platform instanceof Memberships rooms
                                ? rooms.unseat(revoke.account(), seat.room())
                                : unable(platform, "hub.cannot-put-out");
                };
            case DecideJoin join ->
                platform instanceof Memberships rooms
                        ? rooms.decide(join.account(), join.room(), join.admitted())
                        : unable(platform, "hub.cannot-let-in");
            case Inspect look ->
                platform instanceof Memberships rooms
                        ? rooms.inspect(look.account(), look.room())
                        : unable(platform, "hub.cannot-inspect");
        };
    }

    private static Outcome unable(Platform platform, String phrase) {
        return new Outcome.Refused(Phrase.of(phrase, RoomNames.platform(platform.name())));
    }

    private static End end(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> new End.Stood(done.messages());
            case Outcome.Later later -> new End.Postponed(later.delay(), later.reason());
            case Outcome.Barred barred -> new End.Barred(barred.reason());
            case Outcome.Refused refused -> new End.Impossible(refused.reason());
        };
    }
}
