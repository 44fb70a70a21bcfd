package lyceum.sandbox.world;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Everyone who lives in the sandbox: six from the beginning, others from the moment they are named. */
public final class People implements AutoCloseable {
    public static final Person ADA = new Person(1, "ada", "ada");
    public static final Person MEI = new Person(2, "mei", "mei");
    public static final Person ANN = new Person(3, "ann", "ann");
    public static final Person BOB = new Person(4, "bob", "bob");
    public static final Person CARLA = new Person(5, "carla", "carla");
    public static final Person XIAOMING = new Person(6, "xiaoming", "小明");
    private static final List<Person> FIRST = List.of(ADA, MEI, ANN, BOB, CARLA, XIAOMING);

    private final Chronicle chronicle;
    private final Map<String, Person> byName = new ConcurrentHashMap<>();
    private final List<Person> all = new CopyOnWriteArrayList<>();

    private People(Chronicle chronicle) {
        this.chronicle = chronicle;
        FIRST.forEach(this::admit);
        chronicle.replay(line -> admit(new Person(
                line.path("number").asInt(),
                line.path("login").asText(),
                line.path("name").asText())));
    }

    static People open(Chronicle chronicle) {
        return new People(chronicle);
    }

    /** The person of that name or login; someone unknown joins by being named. */
    public Person named(String who) {
        if (who.isBlank()) {
            throw Refused.badRequest("who: give a person's name");
        }
        Person known = byName.get(who);
        return known != null ? known : join(who);
    }

    private synchronized Person join(String who) {
        Person known = byName.get(who);
        if (known != null) {
            return known;
        }
        int number = all.size() + 1;
        boolean latin = who.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '.'));
        Person person = new Person(number, latin ? who.toLowerCase(Locale.ROOT) : "person" + number, who);
        admit(person);
        ObjectNode line = Json.object();
        line.put("number", number).put("login", person.login()).put("name", who);
        chronicle.write(line);
        return person;
    }

    private void admit(Person person) {
        all.add(person);
        byName.put(person.name(), person);
        byName.putIfAbsent(person.login(), person);
    }

    /** Whoever came as that one, from 1; null where nobody did. */
    public @Nullable Person numbered(long number) {
        return number < 1 || number > all.size() ? null : all.get((int) number - 1);
    }

    /** Everyone, in the order in which they came. */
    public List<Person> all() {
        return new ArrayList<>(all);
    }

    @Override
    public void close() {
        chronicle.close();
    }
}
