package lyceum.program.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;

/** Which module may know which other, and which may know which library. */
final class Rooms {
    private static final String HOUSE = "lyceum.";
    private static final Set<String> ALONE = Set.of("kernel", "config", "sandbox");

    /** Only these modules know these libraries; what is not listed is everybody's. */
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            Map.entry("net.dv8tion.", Set.of("discord")),
            Map.entry("org.telegram.", Set.of("telegram")),
            Map.entry("org.quartz.", Set.of("scheduler")),
            Map.entry("org.sqlite.", Set.of("sqlite")),
            Map.entry("org.flywaydb.", Set.of("sqlite")),
            Map.entry("org.apache.lucene.", Set.of("lucene")),
            Map.entry("io.javalin.", Set.of("web", "sandbox")),
            Map.entry("org.eclipse.jetty.", Set.of("web", "sandbox")),
            Map.entry("picocli.", Set.of("program")),
            Map.entry("org.snakeyaml.", Set.of("config")),
            Map.entry("redis.", Set.of("redis")),
            Map.entry("org.javacord.", Set.of("javacord")));

    private Rooms() {}

    static ArchCondition<JavaClass> starCondition() {
        return dependencies("know only the kernel and its own module", Rooms::known);
    }

    static ArchCondition<JavaClass> libraryCondition() {
        return dependencies("leave each library to its own module", Rooms::allowed);
    }

    private static boolean known(String from, JavaClass to) {
        String other = module(to);
        return other.isEmpty()
                || other.equals(from)
                || from.equals("program")
                || (other.equals("kernel") && !ALONE.contains(from));
    }

    private static boolean allowed(String from, JavaClass to) {
        return LIBRARIES.entrySet().stream()
                .noneMatch(library -> to.getName().startsWith(library.getKey())
                        && !library.getValue().contains(from));
    }

    /** The part of the package's name after the house; empty for what is not ours. */
    static String module(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.startsWith(HOUSE) ? name.substring(HOUSE.length()).split("\\.", 2)[0] : "";
    }

    private static ArchCondition<JavaClass> dependencies(String rule, BiPredicate<String, JavaClass> allowed) {
        return new ArchCondition<>(rule) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                String from = module(type);
                type.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> !allowed.test(from, dependency.getTargetClass()))
                        .forEach(dependency ->
                                events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription())));
            }
        };
    }
}
