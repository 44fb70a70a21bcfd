package lyceum.program.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lyceum.community.astray.AstrayManager;
import lyceum.community.lost.Lost;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The classes of all modules keep the rules of the house, and each rule notices who does not. */
class ShapeTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("-tests.jar"))
            .importPackages("lyceum");
    private static final JavaClasses SAMPLE = new ClassFileImporter().importClasses(AstrayManager.class, Lost.class);

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        return Rules.all().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.sentence(), () -> rule.check().check(HOUSE)));
    }

    /** A driver is on nobody's class path; what was built of it keeps the rules too. */
    @TestFactory
    Stream<DynamicTest> everyRuleHoldsInTheDrivers() {
        JavaClasses drivers = new ClassFileImporter()
                .importPaths(Path.of(System.getProperty("lyceum.root"), "adapters/javacord/target/classes"));
        return Rules.all().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.sentence(),
                        () -> rule.check().allowEmptyShould(true).check(drivers)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleNoticesTheSample() {
        return Rules.all().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.sentence(),
                        () -> assertThat(rule.check().evaluate(SAMPLE).hasViolation())
                                .isTrue()));
    }

    @Test
    void allModulesAreLookedAt() {
        Set<String> modules = HOUSE.stream().map(Rooms::module).collect(Collectors.toSet());

        assertThat(modules)
                .contains("kernel", "config", "moderation", "scheduler", "community", "sandbox", "sqlite")
                .contains("discord", "telegram", "web", "hub", "program")
                .doesNotContain("");
    }
}
