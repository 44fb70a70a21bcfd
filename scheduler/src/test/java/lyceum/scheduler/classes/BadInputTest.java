package lyceum.scheduler.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.scheduler.certificate.Signer;
import lyceum.scheduler.recurrence.Recurrence;
import lyceum.scheduler.recurrence.Refused;
import lyceum.scheduler.recurrence.Rule;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What cannot be a class is refused soon, in the words of whoever asked, and leaves nothing behind. */
@Timeout(20)
class BadInputTest {
    private static final String ENGLISH = "discord:general";
    private static final String CHINESE = "telegram:main";

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private World world;

    @BeforeEach
    void open() {
        cast.has(1, "UTC", Language.EN, "discord:ada");
        cast.has(2, "UTC", Language.ZH, "telegram:ada");
        ClassesSettings settings = new ClassesSettings(
                "Algorithm School", List.of(RoomId.parse(ENGLISH)), Language.EN, Map.of(), Map.of());
        Classes classes = new Classes(settings, Signer.of(folder.resolve("certificate.key")), (_, _, _) -> List.of());
        world = World.open(folder, World.Cast.of(List.of(cast, classes), "hub", "classes"));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-30T19:00|UTC|''|does not exist in the calendar|日历上没有",
                "2026-13-01T19:00|UTC|''|does not exist in the calendar|日历上没有",
                "2026-03-08T25:00|UTC|''|does not exist in the calendar|日历上没有",
                "tomorrow|UTC|''|is no date and time|不是",
                "2026-03-08T19:00+08:00|UTC|''|is not a local time|不是",
                "2026-03-08T19:00|Asia/Beijing|''|is no time zone that I know; did you mean|时区",
                "2026-03-08T19:00|Mars/Olympus|''|is no time zone that I know|时区",
                "2026-03-08T19:00|UTC|FREQ=SECONDLY|less than 15 minutes apart|不到 15 分钟",
                "2026-03-08T19:00|UTC|FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30|gives no date after|再也没有日期",
                "2026-03-08T19:00|UTC|FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=31|gives no date after|再也没有日期",
                "2026-03-08T19:00|UTC|FREQ=SOMETIMES|is no value for|不能作为"
            })
    void itIsRefusedInBothLanguages(String start, String zone, String rule, String english, String chinese) {
        Map<String, String> options = new HashMap<>(Map.of("title", "Graphs", "start", start, "zone", zone));
        if (!rule.isEmpty()) {
            options.put("rrule", rule);
        }

        assertThat(world.commands(ENGLISH, "ada", "class-new", options)).contains(english);
        assertThat(world.commands(CHINESE, "ada", "class-new", options)).contains(chinese);
        assertThat(world.room(ENGLISH)).isEmpty();
    }

    @Test
    void aRuleThatIsAsLongAsABookIsRefused() {
        String book = "FREQ=DAILY;BYMINUTE=" + "1,".repeat(500_000) + "1";

        assertThat(world.commands(
                        ENGLISH,
                        "ada",
                        "class-new",
                        Map.of("title", "Graphs", "start", "2026-03-08T19:00", "zone", "UTC", "rrule", book)))
                .contains("longer than")
                .hasSizeLessThan(300);
    }

    @Test
    void aClassWithAThousandExceptionsTakesNoMore() throws Refused {
        LiveClass crowded = hourly(1_000);
        hourly(999).needRoomForException();

        assertThatThrownBy(crowded::needRoomForException)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.phrase().key()).isEqualTo("classes.many-exceptions"));
        assertThat(crowded.next(Instant.parse("2026-03-08T00:00:00Z"))).isPresent();
    }

    @Test
    void tenThousandDatesLeftOutAreRefused() throws Refused {
        Set<LocalDateTime> without = hourly(10_000).exceptions().keySet();
        Recurrence crowded = new Recurrence(
                LocalDateTime.parse("2026-03-08T19:00"),
                ZoneId.of("UTC"),
                Rule.parse("FREQ=HOURLY"),
                without,
                Set.of());

        assertThatThrownBy(crowded::shortestGap)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.phrase().key()).isEqualTo("classes.many-exceptions"));
    }

    private static LiveClass hourly(int exceptions) throws Refused {
        LocalDateTime start = LocalDateTime.parse("2026-03-08T19:00");
        Map<LocalDateTime, Optional<LocalDateTime>> cancelled = new HashMap<>();
        for (int i = 0; i < exceptions; i++) {
            cancelled.put(start.plusHours(i), Optional.empty());
        }
        Recurrence recurrence = new Recurrence(start, ZoneId.of("UTC"), Rule.parse("FREQ=HOURLY"), Set.of(), Set.of());
        return new LiveClass(
                1,
                "Graphs",
                recurrence,
                30,
                RoomId.parse(ENGLISH),
                new LiveClass.State(0, false, Instant.EPOCH, Instant.EPOCH),
                cancelled);
    }
}
