package lyceum.program.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** The rules themselves, each with the sentence that it keeps. */
final class Rules {
    private static final String[] FEATURES = {"lyceum.community..", "lyceum.moderation.."};
    private static final String WORLD =
            "java\\.(net\\.(?!IDN).*|nio\\.channels|security\\.SecureRandom|util\\.Random|util\\.Timer"
                    + "|util\\.concurrent\\.(ThreadLocalRandom|Executors?|ExecutorService|ForkJoinPool|locks)|lang\\.Thread)"
                    + "([.$].*)?";
    private static final String NOW =
            "java\\.time\\..*\\.now|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)|java\\.lang\\.Math\\.random"
                    + "|java\\.time\\.(Clock|InstantSource)\\.system.*";
    private static final String CHANGING = "java\\.util\\.(concurrent\\..*|\\w*(List|Map|Set|Deque|Queue|Vector|Table))"
            + "|java\\.lang\\.(StringBuilder|ThreadLocal|ScopedValue)";
    private static final List<String> INTERFACES =
            List.of("java.util.List", "java.util.Map", "java.util.Set", "java.util.concurrent.TimeUnit");

    private Rules() {}

    /** One rule, in a sentence. */
    record Rule(String sentence, ArchRule check) {}

    static List<Rule> all() {
        return List.of(
                new Rule("the modules are a star around the kernel", classes().should(Rooms.starCondition())),
                new Rule("each library stays in its module", classes().should(Rooms.libraryCondition())),
                new Rule(
                        "no feature imports another",
                        slices().matching("lyceum.community.(*)..").should().notDependOnEachOther()),
                new Rule(
                        "packages have no cycles",
                        slices().assignedFrom(new Packages()).should().beFreeOfCycles()),
                new Rule("features have no network, threads or dice of their own", noWorld()),
                new Rule("features have no clock of their own", noClock()),
                new Rule("nothing static changes", fields().that().areStatic().should(stayAsTheyAre())),
                new Rule("names are the field's words", noEmptyNames()),
                new Rule("nothing is injected into fields", noInjection()));
    }

    /** The trainer is a tool beside the features: it shuffles by a fixed seed, so that the same data give the same model. */
    private static ArchRule noWorld() {
        return noClasses()
                .that()
                .resideInAnyPackage(FEATURES)
                .and()
                .haveNameNotMatching("lyceum\\.moderation\\.classify\\.Trainer.*")
                .should()
                .dependOnClassesThat(nameMatching(WORLD));
    }

    private static ArchRule noClock() {
        return noClasses()
                .that(resideInAnyPackage(FEATURES))
                .should()
                .callMethodWhere(describe(
                        "the target tells the time",
                        call -> (call.getTargetOwner().getName() + "." + call.getName()).matches(NOW)));
    }

    private static ArchRule noEmptyNames() {
        return noClasses().should().haveNameMatching(".*(Manager|Helper|Utils?|Impl|Service)|(.*[.$])?Abstract[^.$]*");
    }

    private static ArchRule noInjection() {
        return fields().should()
                .notBeAnnotatedWith(describe(
                        "an annotation that injects",
                        annotation ->
                                annotation.getRawType().getName().matches(".*\\.(Inject|Autowired|Resource|Value)")));
    }

    private static ArchCondition<JavaField> stayAsTheyAre() {
        return new ArchCondition<>("be final and of a type that does not change") {
            @Override
            public void check(JavaField field, ConditionEvents events) {
                JavaClass type = field.getRawType();
                boolean changes = type.getName().matches(CHANGING) && !INTERFACES.contains(type.getName());
                if (changes || !field.getModifiers().contains(JavaModifier.FINAL)) {
                    events.add(SimpleConditionEvent.violated(field, field.getFullName() + " can change"));
                }
            }
        };
    }

    /**
     * Each package is a slice. Two pairs are one each: an event tells what became of an effect and an effect may tell an event; the
     * command line starts a bench, which starts the program.
     */
    private static final class Packages implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return switch (name) {
                case "lyceum.kernel.event", "lyceum.kernel.effect" -> SliceIdentifier.of("lyceum.kernel.words");
                case "lyceum.program.bench" -> SliceIdentifier.of("lyceum.program");
                default -> name.startsWith("lyceum.") ? SliceIdentifier.of(name) : SliceIdentifier.ignore();
            };
        }

        @Override
        public String getDescription() {
            return "packages";
        }
    }
}
