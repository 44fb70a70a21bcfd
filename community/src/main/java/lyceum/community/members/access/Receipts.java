package lyceum.community.members.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lyceum.community.members.Directory;
import lyceum.community.members.access.Difference.Given;
import lyceum.community.members.access.Difference.State;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnAccess;
import lyceum.kernel.effect.OnAccess.DecideJoin;
import lyceum.kernel.effect.OnAccess.Grant;
import lyceum.kernel.effect.OnAccess.Inspect;
import lyceum.kernel.effect.OnAccess.Revoke;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Perk;
import lyceum.kernel.effect.Perk.Role;
import lyceum.kernel.effect.Perk.Seat;
import lyceum.kernel.event.Answer;
import lyceum.kernel.event.Answer.Delivered;
import lyceum.kernel.event.Answer.Undeliverable;
import lyceum.kernel.event.People;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.event.People.MemberLeft;
import lyceum.kernel.event.People.SeatOffered;
import lyceum.kernel.event.People.SeatSeen;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;

/** Keeps what the platforms tell of roles and seats, so that what people have is known. */
final class Receipts {
    private final AccessSettings settings;
    private final Directory directory;
    private final DoorTable doors;
    private final BreakerTable told;

    Receipts(AccessSettings settings, Directory directory, DoorTable doors, BreakerTable told) {
        this.settings = settings;
        this.directory = directory;
        this.doors = doors;
        this.told = told;
    }

    List<Effect> heard(Answer answer, Tx tx) {
        if (answer instanceof Delivered delivered && delivered.what() instanceof OnAccess access) {
            done(access, tx);
        } else if (answer instanceof Undeliverable refused && refused.what() instanceof OnAccess access) {
            return refused(access, refused.reason(), tx);
        }
        return List.of();
    }

    List<Effect> heard(People event, Tx tx) {
        return switch (event) {
            case MemberJoined joined -> {
                joined(joined.speaker().id(), new Seat(joined.room()), tx);
                yield List.of();
            }
            case MemberLeft left -> {
                left(left.speaker().id(), new Seat(left.room()), tx);
                yield List.of();
            }
            case SeatOffered offered -> offered(offered, tx);
            case SeatSeen seen -> {
                if (seen.in()) {
                    joined(seen.account(), new Seat(seen.room()), tx);
                } else {
                    left(seen.account(), new Seat(seen.room()), tx);
                }
                yield List.of();
            }
            default -> List.of();
        };
    }

    private void done(OnAccess access, Tx tx) {
        AuthorId account = access.account();
        switch (access) {
            case Grant grant -> {
                Perk perk = grant.perk();
                if (doors.state(tx.read(), account, perk)
                        .filter(State.ASKED::equals)
                        .isPresent()) {
                    put(account, perk, perk instanceof Role ? State.HAS : State.OFFERED, tx);
                }
            }
            case Revoke revoke -> {
                if (doors.state(tx.read(), account, revoke.perk())
                        .filter(State.LEAVING::equals)
                        .isPresent()) {
                    doors.drop(tx.write(), account, revoke.perk());
                }
            }
            case DecideJoin join -> {
                if (join.admitted()) {
                    joined(account, new Seat(join.room()), tx);
                }
            }
            case Inspect _ -> {
                /* what was seen is told apart */
            }
        }
    }

    /** Told once for each reason: a missing permission is the same for everybody. */
    private List<Effect> refused(OnAccess access, Say reason, Tx tx) {
        if (access instanceof Inspect) {
            return List.of(); // what cannot be seen stays as it was
        }
        Perk perk = switch (access) {
            case Grant grant -> grant.perk();
            case Revoke revoke -> revoke.perk();
            case DecideJoin join -> new Seat(join.room());
            case Inspect look -> new Seat(look.room());
        };
        if (doors.state(tx.read(), access.account(), perk).isPresent()) {
            doors.put(tx.write(), new Given(access.account(), perk, State.FAILED), written(reason), tx.now());
        }
        List<Effect> effects = new ArrayList<>();
        if (told.first(tx.write(), "refused:" + PerkText.write(perk) + ":" + written(reason), tx.now())) {
            for (RoomId room : settings.rooms()) {
                effects.add(new Post(
                        room,
                        AccessCard.refused(perk, reason),
                        settings.language(room),
                        null,
                        null,
                        Access.NAME + ":refused"));
            }
        }
        return effects;
    }

    /** The same reason is written the same in every language. */
    private static String written(Say reason) {
        return switch (reason) {
            case Text text -> text.plain();
            case Phrase(String key, List<Say> args) ->
                args.stream().map(Receipts::written).collect(Collectors.joining(", ", key + "(", ")"));
        };
    }

    private void joined(AuthorId account, Seat seat, Tx tx) {
        doors.state(tx.read(), account, seat)
                .filter(state -> state != State.LEAVING && state != State.HAS)
                .ifPresent(_ -> put(account, seat, State.HAS, tx));
    }

    /** Who went by themselves may come back. */
    private void left(AuthorId account, Seat seat, Tx tx) {
        doors.state(tx.read(), account, seat)
                .filter(State.HAS::equals)
                .ifPresent(_ -> put(account, seat, State.OFFERED, tx));
    }

    private List<Effect> offered(SeatOffered offered, Tx tx) {
        doors.opens(tx.write(), offered.room(), offered.address());
        Seat seat = new Seat(offered.room());
        if (doors.state(tx.read(), offered.account(), seat)
                .filter(State.ASKED::equals)
                .isEmpty()) {
            return List.of();
        }
        put(offered.account(), seat, State.OFFERED, tx);
        return directory
                .find(tx.read(), offered.account())
                .filter(person -> !person.quiet())
                .<List<Effect>>map(person -> List.of(new Post(
                        RoomId.privateWith(offered.account()),
                        AccessCard.offered(offered.address()),
                        person.language(),
                        null,
                        null,
                        Access.NAME + ":offered")))
                .orElse(List.of());
    }

    private void put(AuthorId account, Perk perk, State state, Tx tx) {
        doors.put(tx.write(), new Given(account, perk, state), null, tx.now());
    }
}
