package lyceum.scheduler.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lyceum.hub.World;
import lyceum.kernel.person.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who asks for the address of their calendar. */
class CalendarsTest {
    @TempDir
    Path folder;

    @Test
    void theAddressIsSaidWhereNobodyElseReadsIt() {
        Cast cast = new Cast();
        cast.has(7, "UTC", Language.EN, "discord:ann", "telegram:ann");
        Calendars calendars = new Calendars(
                member -> "https://class.example/calendar/" + member + ".ics",
                asked -> asked.room().platform().value().equals("discord"));

        try (World world = World.open(folder, World.Cast.of(List.of(cast, calendars), "hub", "classes"))) {
            assertThat(world.commands("discord:general", "ann", "class-calendar", Map.of()))
                    .endsWith("https://class.example/calendar/7.ics");
            assertThat(world.commands("telegram:main", "ann", "class-calendar", Map.of()))
                    .startsWith("The address of your calendar is yours alone");
        }
    }
}
