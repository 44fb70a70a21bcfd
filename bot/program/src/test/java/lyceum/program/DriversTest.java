package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import lyceum.kernel.platform.Driver;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which driver is taken, and what is said where it is not there. */
class DriversTest {
    private static final Phrases PHRASES = Phrases.of("running");

    @TempDir
    Path data;

    private lyceum.kernel.platform.Platform open(String name) throws Refusal {
        return new Drivers(data)
                .open(
                        name,
                        new Driver.Account("token", "1", Set.of(), "Moderator", "Creator", null),
                        new Driver.Surroundings(InstantSource.system(), PHRASES, new Files()));
    }

    @Test
    void jdaIsInTheProgram() throws Refusal {
        assertThat(open("jda")).isInstanceOf(Edits.class);
    }

    @Test
    void nothingOfJavacordIsOnTheProgramsClassPath() {
        ClassLoader program = Drivers.class.getClassLoader();

        assertThat(program.getResource("org/javacord/api/DiscordApi.class")).isNull();
        assertThat(program.getResource("lyceum/javacord/JavacordDriver.class")).isNull();
        assertThat(program.getResource("META-INF/services/lyceum.kernel.platform.Driver"))
                .isNull();
    }

    @Test
    void aDriverThatIsNotThereIsAnsweredWithTheCommandAndTheFolder() {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> open("elsewhere"));

        String folder = data.resolve("drivers").toString();
        assertThat(PHRASES.render(refusal.phrase(), Language.EN).plain())
                .contains("./lyceum driver elsewhere", "lyceum-elsewhere.jar", folder, "is not here");
        assertThat(PHRASES.render(refusal.phrase(), Language.ZH).plain())
                .contains("./lyceum driver elsewhere", "lyceum-elsewhere.jar", folder, "没有");
    }
}
