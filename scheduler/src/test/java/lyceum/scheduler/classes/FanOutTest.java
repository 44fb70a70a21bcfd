package lyceum.scheduler.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.hub.World;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.scheduler.certificate.Signer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A crowd is reminded in time, each person once over all their accounts, at a pace that Telegram takes. */
class FanOutTest {
    private static final String ROOM = "telegram:main";
    private static final Instant STARTS = Instant.parse("2026-03-08T11:00:00Z");
    private static final Duration STEP = Duration.ofSeconds(10);
    private static final int TELEGRAM_A_SECOND = 30;

    @TempDir
    Path folder;

    @Test
    void aHundredPeopleAreRemindedInTimeAndOnce() {
        everybodyIsReminded(100);
    }

    @Test
    @Tag("soak")
    void tenThousandPeopleAreRemindedInTimeAndOnce() {
        everybodyIsReminded(10_000);
    }

    private void everybodyIsReminded(int people) {
        Cast cast = new Cast();
        cast.has(1, "Asia/Shanghai", Language.EN, "telegram:ada");
        for (int i = 0; i < people; i++) {
            cast.has(i + 10, "Europe/Berlin", Language.EN, "telegram:p" + i, "discord:p" + i);
        }
        ClassesSettings settings = new ClassesSettings(
                "Algorithm School",
                List.of(RoomId.parse(ROOM)),
                Language.EN,
                Map.of(),
                ClassesSettings.DOCUMENTED_PACE);
        Classes classes = new Classes(settings, Signer.of(folder.resolve("certificate.key")), (_, _, _) -> List.of());
        try (World world = World.open(folder, World.Cast.of(List.of(cast, classes), "hub", "classes"))) {
            world.commands(
                    ROOM,
                    "ada",
                    "class-new",
                    Map.of("title", "Graphs", "start", "2026-03-08T19:00", "zone", "Asia/Shanghai"));
            for (int i = 0; i < people; i++) {
                world.commands(ROOM, "p" + i, "class-remind", Map.of("id", "1", "before", "5m"));
            }
            world.passes(Duration.between(world.now(), STARTS.minus(Duration.ofMinutes(30))));
            long told = 0;
            long most = 0;
            Instant last = world.now();
            while (world.now().isBefore(STARTS)) {
                world.passes(STEP);
                long now = IntStream.range(0, people)
                        .mapToLong(i -> world.room("telegram:@p" + i).size())
                        .sum();
                most = Math.max(most, now - told);
                last = now > told ? world.now() : last;
                told = now;
            }

            assertThat(told).isEqualTo(people);
            assertThat(IntStream.range(0, people).boxed())
                    .allMatch(i -> Stream.of("telegram:@p", "discord:@p")
                                    .mapToInt(place -> world.room(place + i).size())
                                    .sum()
                            == 1);
            assertThat(most).isLessThanOrEqualTo(TELEGRAM_A_SECOND * STEP.toSeconds());
            assertThat(last).isBefore(STARTS.minus(Duration.ofMinutes(2)));
        }
    }
}
