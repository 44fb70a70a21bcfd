package lyceum.community.members.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.community.members.Directory;
import lyceum.community.members.Directory.Known;
import lyceum.community.members.access.BreakerTable.Stand;
import lyceum.community.members.access.Difference.Change;
import lyceum.community.members.access.Difference.Given;
import lyceum.community.members.access.Difference.Look;
import lyceum.community.members.access.Difference.State;
import lyceum.community.members.access.DoorTable.Knock;
import lyceum.community.members.access.Ledger.Held;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnAccess.DecideJoin;
import lyceum.kernel.effect.OnAccess.Grant;
import lyceum.kernel.effect.OnAccess.Revoke;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Perk.Role;
import lyceum.kernel.effect.Perk.Seat;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.RoomId;

/** Makes what people have into what they should have. */
final class Doors {
    static final String DUE = Access.NAME + ":due";
    /** Who asked to come in and has no right to waits so long for one. */
    private static final Duration PATIENCE = Duration.ofDays(1);
    /** Where the hub can write to somebody who did not write first. */
    static final List<String> PRIVATE = List.of("telegram", "discord");

    private final AccessSettings settings;
    private final Directory directory;
    private final BookTable books;
    private final DoorTable doors;
    private final BreakerTable breaker;

    Doors(AccessSettings settings, Directory directory, Tables tables) {
        this.settings = settings;
        this.directory = directory;
        this.books = tables.books();
        this.doors = tables.doors();
        this.breaker = tables.breaker();
    }

    /** The tables, each once. */
    record Tables(BookTable books, DoorTable doors, BreakerTable breaker) {}

    /**
     * Everybody, also for what was refused or got lost before.
     *
     * @param people all accounts, with whose they are
     */
    List<Effect> everybody(Map<AuthorId, MemberId> people, Tx tx) {
        Difference difference = Difference.between(
                people, books.all(tx.read()), doors.all(tx.read()), new Look(settings.plans(), tx.now(), true));
        List<Effect> effects = carryOut(difference, true, tx);
        effects.addAll(atTheDoor(tx));
        effects.addAll(due(tx));
        return effects;
    }

    /**
     * These people.
     *
     * @param lapse whether it is time or a source that takes something, rather than the person
     */
    List<Effect> settle(Set<AuthorId> anyAccounts, boolean lapse, Tx tx) {
        Map<AuthorId, MemberId> people = new HashMap<>();
        Set<Known> known = new HashSet<>();
        anyAccounts.forEach(account -> directory.find(tx.read(), account).ifPresent(known::add));
        known.forEach(person -> person.accounts().forEach(account -> people.put(account, person.member())));
        Set<AuthorId> accounts = people.keySet();
        Difference difference = Difference.between(
                people,
                books.of(tx.read(), accounts),
                doors.of(tx.read(), accounts),
                new Look(settings.plans(), tx.now(), false));
        List<Effect> effects = carryOut(difference, lapse, tx);
        known.forEach(person -> effects.addAll(warnings(person, tx)));
        effects.addAll(atTheDoor(tx));
        effects.addAll(due(tx));
        return effects;
    }

    /**
     * Gives an account once more the roles that it should have: who left a platform and came back has lost them there, and the platform
     * does not say so.
     */
    List<Effect> again(AuthorId account, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (Given given : doors.of(tx.read(), Set.of(account))) {
            if (given.perk() instanceof Role && (given.state() == State.HAS || given.state() == State.FAILED)) {
                doors.put(tx.write(), new Given(account, given.perk(), State.ASKED), null, tx.now());
                effects.add(new Grant(account, given.perk(), Access.NAME + ":give"));
            }
        }
        return effects;
    }

    private List<Effect> carryOut(Difference difference, boolean lapse, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (Change change : difference.give()) {
            doors.put(tx.write(), new Given(change.account(), change.perk(), State.ASKED), null, tx.now());
            effects.add(new Grant(change.account(), change.perk(), Access.NAME + ":give"));
        }
        Map<MemberId, List<Change>> losses = new LinkedHashMap<>();
        difference
                .take()
                .forEach(change -> losses.computeIfAbsent(change.member(), _ -> new ArrayList<>())
                        .add(change));
        if (!losses.isEmpty() && (!lapse || mayTake(losses.keySet(), effects, tx))) {
            losses.values().forEach(changes -> effects.addAll(take(changes, lapse, tx)));
        }
        return effects;
    }

    /** What one person loses. */
    private List<Effect> take(List<Change> changes, boolean lapse, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (Change change : changes) {
            doors.put(tx.write(), new Given(change.account(), change.perk(), State.LEAVING), null, tx.now());
            effects.add(new Revoke(change.account(), change.perk(), Access.NAME + ":take"));
        }
        if (lapse) {
            breaker.loses(tx.write(), changes.getFirst().member(), tx.now());
            directory
                    .find(tx.read(), changes.getFirst().account())
                    .ifPresent(person -> effects.addAll(
                            said(person, AccessCard.lost(settings, books.of(tx.read(), person.accounts())), "lost")));
        }
        return effects;
    }

    /** Too many at once are asked about first. */
    private boolean mayTake(Set<MemberId> members, List<Effect> effects, Tx tx) {
        Stand stand = breaker.stand(tx.read());
        if (tx.now().isBefore(stand.freeUntil())) {
            return true;
        }
        if (stand.stopped() && tx.now().isBefore(stand.keptUntil())) {
            return false;
        }
        Set<MemberId> losers = breaker.losers(tx.read(), tx.now());
        int holders = breaker.holders(tx.read());
        losers.addAll(members);
        if (!Breaker.trips(losers.size(), holders)) {
            return true;
        }
        breaker.put(tx.write(), new Stand(true, tx.now().plus(Duration.ofDays(1)), Instant.EPOCH));
        for (RoomId room : settings.rooms()) {
            effects.add(new Post(
                    room,
                    AccessCard.tripped(losers.size(), holders),
                    settings.language(room),
                    null,
                    null,
                    Access.NAME + ":breaker"));
        }
        return false;
    }

    /** A creator decided: take it, or let everybody keep it for a day. */
    List<Effect> decided(boolean take, Tx tx) {
        breaker.put(
                tx.write(),
                take
                        ? new Stand(false, Instant.EPOCH, tx.now().plus(Breaker.WINDOW))
                        : new Stand(true, tx.now().plus(Duration.ofDays(1)), Instant.EPOCH));
        return take ? everybody(directory.everybody(tx.read()), tx) : List.of();
    }

    /** Who is told that something ends, once for each end. */
    private List<Effect> warnings(Known person, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (Held held : Ledger.held(books.of(tx.read(), person.accounts()), settings.plans(), tx.now())) {
            if (held.grace()
                    && breaker.first(
                            tx.write(),
                            "grace:" + held.because().account() + ":"
                                    + held.plan().name() + ":" + held.until(),
                            tx.now())) {
                effects.addAll(said(person, AccessCard.ends(held, person.zone()), "grace"));
            }
        }
        return effects;
    }

    /** Lets those in who wait and may; who waited long enough is answered. */
    private List<Effect> atTheDoor(Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (Knock knock : doors.knocks(tx.read())) {
            boolean may = may(knock.account(), knock.room(), tx);
            if (may || tx.now().isAfter(knock.at().plus(PATIENCE))) {
                doors.answered(tx.write(), knock);
                effects.add(new DecideJoin(knock.account(), knock.room(), may, Access.NAME + ":join"));
            }
        }
        return effects;
    }

    boolean may(AuthorId account, RoomId room, Tx tx) {
        return directory
                .find(tx.read(), account)
                .map(person -> Ledger.held(books.of(tx.read(), person.accounts()), settings.plans(), tx.now()).stream()
                        .anyMatch(held -> held.plan().gives().contains(new Seat(room))))
                .orElse(false);
    }

    private List<Effect> due(Tx tx) {
        return settings.plans().stream()
                .flatMap(plan -> books.next(tx.read(), plan, tx.now()).stream())
                .min(Instant::compareTo)
                .<List<Effect>>map(next -> List.of(new SetTimer(DUE, next, "")))
                .orElse(List.of());
    }

    /** Writes to a person in private, where that is possible and wished. */
    List<Effect> said(Known person, Document document, String ref) {
        Optional<AuthorId> account = PRIVATE.stream()
                .flatMap(platform -> person.accounts().stream()
                        .filter(each -> each.platform().value().equals(platform)))
                .findFirst();
        if (account.isEmpty() || person.quiet()) {
            return List.of();
        }
        return List.of(new Post(
                RoomId.privateWith(account.get()), document, person.language(), null, null, Access.NAME + ":" + ref));
    }
}
