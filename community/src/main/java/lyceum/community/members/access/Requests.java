package lyceum.community.members.access;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.community.members.Directory;
import lyceum.community.members.Directory.Known;
import lyceum.community.members.access.Fact.Paid;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import org.jspecify.annotations.Nullable;

/** What is answered to {@code /access} and its kin. */
final class Requests {
    static final String PERSON = "person";
    static final String PLAN = "plan";
    static final String DAYS = "days";
    private static final int FACTS = 12;
    private static final int MOST_DAYS = 3_660;

    private final AccessSettings settings;
    private final Directory directory;
    private final BookTable books;
    private final DoorTable doors;

    Requests(AccessSettings settings, Directory directory, BookTable books, DoorTable doors) {
        this.settings = settings;
        this.directory = directory;
        this.books = books;
        this.doors = doors;
    }

    /** What came of a wish to give something: a fact, or null where there is none to book. */
    record Granting(Document answer, @Nullable Fact fact) {}

    Document mine(AuthorId account, Tx tx) {
        return directory
                .find(tx.read(), account)
                .map(person -> AccessCard.mine(settings, standing(person, tx)))
                .orElseGet(() -> Document.of(Phrase.of("access.nothing")));
    }

    Document why(Map<String, String> options, Tx tx) {
        List<Known> people = directory.meant(tx.read(), options.getOrDefault(PERSON, ""));
        if (people.size() != 1) {
            return unclear(options, people);
        }
        Known person = people.getFirst();
        return AccessCard.why(standing(person, tx), books.lines(tx.read(), person.accounts(), FACTS));
    }

    Granting grant(CommandInvoked asked, Tx tx) {
        Map<String, String> options = asked.options();
        List<Known> people = directory.meant(tx.read(), options.getOrDefault(PERSON, ""));
        Optional<Plan> plan = Plan.named(settings.plans(), options.getOrDefault(PLAN, ""));
        String days = options.getOrDefault(DAYS, "").strip();
        if (people.size() != 1) {
            return new Granting(unclear(options, people), null);
        }
        if (plan.isEmpty()) {
            return new Granting(AccessCard.noPlan(settings, options.getOrDefault(PLAN, "")), null);
        }
        if (!days.matches("[0-9]{1,4}") || Integer.parseInt(days) < 1 || Integer.parseInt(days) > MOST_DAYS) {
            return new Granting(Document.of(Phrase.of("access.days", Integer.toString(MOST_DAYS))), null);
        }
        Known person = people.getFirst();
        AuthorId account = person.accounts().stream()
                .min(Comparator.comparing(AuthorId::toString))
                .orElseThrow();
        Paid fact = new Paid(
                account,
                "manual",
                asked.key().nativeId(),
                plan.get().name(),
                tx.now().plus(Duration.ofDays(Integer.parseInt(days))),
                true,
                tx.now());
        Document answer = Document.of(Phrase.of(
                "access.granted", AccessCard.name(person), Text.of(plan.get().title()), Text.of(days)));
        return new Granting(answer, fact);
    }

    private AccessCard.Stands standing(Known person, Tx tx) {
        return new AccessCard.Stands(
                person,
                Ledger.held(books.of(tx.read(), person.accounts()), settings.plans(), tx.now()),
                doors.of(tx.read(), person.accounts()),
                room -> doors.address(tx.read(), room).orElse(""));
    }

    private static Document unclear(Map<String, String> options, List<Known> people) {
        return AccessCard.who(options.getOrDefault(PERSON, ""), people);
    }
}
