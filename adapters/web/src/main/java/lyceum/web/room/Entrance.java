package lyceum.web.room;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;

/** Who comes in as whom: a stranger, somebody with a pass, or somebody with a link. Any thread. */
final class Entrance {
    /** Somebody who is staff elsewhere asks for a new link after so long. */
    private static final Duration STAFF_FOR = Duration.ofHours(12);

    private final InstantSource clock;
    private final Accounts accounts;
    private final Passes passes;
    private final Invitations invitations;
    private final Nicknames nicknames = new Nicknames();
    private final String room;
    private volatile URI hub = URI.create("http://127.0.0.1/");

    /** @param room into which links lead */
    Entrance(Accounts accounts, InstantSource clock, String room) {
        this.clock = clock;
        this.accounts = accounts;
        this.passes = new Passes(accounts, clock);
        this.invitations = new Invitations(clock);
        this.room = room;
    }

    /** Who comes, and why not as they wished, if there is a reason. */
    record Arrival(Guest guest, Optional<Phrase> but) {}

    void standsAt(URI address) {
        hub = address;
    }

    Nicknames nicknames() {
        return nicknames;
    }

    /** What proves to this hub that somebody is this member, for so long; a secret of theirs. */
    String pass(AuthorId id, String name, Standing standing, Duration lasts) {
        return passes.write(member(id, name, standing, lasts));
    }

    String pass(Guest guest) {
        return passes.write(guest);
    }

    /** A link with which the person who asks for it is the same person here, on one device, once. */
    URI link(Speaker asks) {
        String visible = Nicknames.clean(asks.name());
        String name = visible.isEmpty() ? accounts.of(asks.id()) : visible;
        Guest member = member(asks.id(), name, asks.standing(), STAFF_FOR);
        return hub.resolve("/room/" + room + "#code=" + invitations.invite(member));
    }

    private Guest member(AuthorId id, String name, Standing standing, Duration lasts) {
        Guest member = passes.member(id, name, standing, clock.instant().plus(lasts));
        nicknames.belongsTo(member);
        return member;
    }

    /** Lets in whoever says hello. A link counts more than a pass, and a name only where the hub knows none. */
    Arrival arrives(Message hello) {
        String code = hello.text("code");
        Optional<Guest> invited = invitations.redeem(code);
        Optional<Phrase> used =
                code.isEmpty() || invited.isPresent() ? Optional.empty() : Optional.of(Phrase.of("room.link-used"));
        Guest guest = invited.or(() -> passes.read(hello.text("pass"))).orElseGet(passes::stranger);
        if (guest.member()) {
            nicknames.belongsTo(guest);
            return new Arrival(guest, used);
        }
        String wanted = Nicknames.clean(hello.text("name"));
        Optional<Phrase> taken = wanted.isEmpty() ? Optional.empty() : nicknames.take(guest.account(), wanted);
        boolean named = !wanted.isEmpty() && taken.isEmpty();
        return new Arrival(named ? guest.named(wanted) : guest, used.or(() -> taken));
    }

    /**
     * Who speaks at another process, by the pass that they were given and the name that they took; empty where this hub did not give it.
     *
     * @param name empty for somebody who only reads; a member's is in the pass
     */
    Optional<Guest> speaks(String pass, String name) {
        Optional<Guest> known = passes.read(pass);
        known.filter(Guest::member).ifPresent(nicknames::belongsTo);
        return known.map(guest -> guest.member()
                        || name.isEmpty()
                        || nicknames.take(guest.account(), name).isPresent()
                ? guest
                : guest.named(name));
    }

    /** The same person as they are now: nobody is staff for longer than was said. */
    Guest now(Guest guest) {
        return passes.now(guest);
    }
}
