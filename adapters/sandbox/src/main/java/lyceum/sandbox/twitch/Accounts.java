package lyceum.sandbox.twitch;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lyceum.sandbox.world.People;
import lyceum.sandbox.world.Person;

/** Every account there is: the people's, and two for programs. */
record Accounts(People people) {
    static final Account HUB = new Account("690000001", "lyceum", "lyceum", true);
    static final Account GUEST = new Account("690000002", "guest", "guest", true);
    /** In whose name Twitch shows what somebody gives who stays unknown. */
    static final Account UNKNOWN_GIVER = new Account("274598607", "ananonymousgifter", "AnAnonymousGifter", false);

    private static final List<Account> PROGRAMS = List.of(HUB, GUEST);
    private static final long FIRST_PERSON = 600_000_000L;

    static Account of(Person person) {
        return new Account(
                Long.toString(FIRST_PERSON + person.number()), person.login().replace('.', '_'), person.name(), false);
    }

    /** The person of that name; someone unknown joins by being named. */
    Account named(String who) {
        return program(who).orElseGet(() -> of(people.named(who)));
    }

    Optional<Account> withLogin(String login) {
        String wanted = login.toLowerCase(Locale.ROOT);
        return program(wanted)
                .or(() -> people.all().stream()
                        .map(Accounts::of)
                        .filter(account -> account.login().equals(wanted))
                        .findFirst());
    }

    Optional<Account> withId(String id) {
        return PROGRAMS.stream()
                .filter(account -> account.id().equals(id))
                .findFirst()
                .or(() -> people.all().stream()
                        .map(Accounts::of)
                        .filter(account -> account.id().equals(id))
                        .findFirst());
    }

    private static Optional<Account> program(String login) {
        return PROGRAMS.stream()
                .filter(account -> account.login().equals(login))
                .findFirst();
    }
}
