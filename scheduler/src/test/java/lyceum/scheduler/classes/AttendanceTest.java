package lyceum.scheduler.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lyceum.hub.World;
import lyceum.kernel.event.People.PresenceChanged;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.scheduler.certificate.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class is held in four places at once; who was there is what the script of it says, person by person. */
class AttendanceTest {
    private static final String DISCORD = "discord:general";
    private static final String TELEGRAM = "telegram:main";
    private static final String CHAT = "twitch:ada";
    private static final String LIVE = "room:class";
    private static final List<String> SPOKEN_IN = List.of(DISCORD, TELEGRAM, CHAT);
    private static final Instant GATHERS = Instant.parse("2026-03-08T10:50:00Z");
    private static final Instant STARTS = Instant.parse("2026-03-08T11:00:00Z");
    private static final Instant ENDS = Instant.parse("2026-03-08T12:00:00Z");
    private static final int PEOPLE = 40;

    @TempDir
    Path folder;

    private final Cast cast = new Cast();
    private final Set<Integer> there = new TreeSet<>();
    private final List<Scene> script = new ArrayList<>();

    /** Something that happens at an instant. */
    private record Scene(Instant at, Runnable happens) {}

    @Test
    void whoWasThereIsWhatTheScriptOfFourPlacesSays() {
        cast.has(1, "Asia/Shanghai", Language.EN, "discord:ada");
        for (int i = 0; i < PEOPLE; i++) {
            cast.has(i + 10, "UTC", Language.EN, "discord:p" + i, "telegram:p" + i, "twitch:p" + i, "room:p" + i);
        }
        ClassesSettings settings = new ClassesSettings(
                "Algorithm School",
                Stream.of(DISCORD, TELEGRAM, CHAT, LIVE).map(RoomId::parse).toList(),
                Language.EN,
                Map.of(),
                Map.of());
        Classes classes = new Classes(settings, Signer.of(folder.resolve("certificate.key")), (_, _, _) -> List.of());
        World.Cast played =
                World.Cast.of(List.of(cast, classes), "hub", "classes").withStreamChat();
        try (World world = World.open(folder, played)) {
            world.commands(
                    DISCORD,
                    "ada",
                    "class-new",
                    Map.of("title", "Graphs", "start", "2026-03-08T19:00", "zone", "Asia/Shanghai"));
            write(world, new Random(20_260_308));
            script.stream().sorted(Comparator.comparing(Scene::at)).forEach(scene -> {
                world.passes(Duration.between(world.now(), scene.at()));
                scene.happens().run();
            });
            world.passes(Duration.ofHours(3));

            Set<Integer> seen = new TreeSet<>();
            Map<String, String> one = new HashMap<>(Map.of("id", "1"));
            for (int i = 0; i < PEOPLE; i++) {
                if (!world.commands(TELEGRAM, "p" + i, "class-certificate", one).contains("You were not seen")) {
                    seen.add(i);
                }
            }
            assertThat(seen).isEqualTo(there);
            assertThat(there).hasSizeBetween(PEOPLE / 4, PEOPLE - 5);
        }
    }

    /** Most do one thing, some nothing, and some several things in different places. */
    private void write(World world, Random chance) {
        for (int i = 0; i < PEOPLE; i++) {
            for (int deed = chance.nextInt(3); deed > 0; deed--) {
                Instant at = GATHERS.minus(Duration.ofMinutes(40)).plusSeconds(chance.nextInt(3 * 3_600));
                if (chance.nextInt(3) == 0) {
                    watches(world, i, at, at.plusSeconds(60L + chance.nextInt(5_400)));
                } else {
                    acts(world, i, at, SPOKEN_IN.get(chance.nextInt(3)), chance.nextBoolean());
                }
            }
        }
    }

    private void acts(World world, int person, Instant at, String room, boolean answersQuiz) {
        script.add(new Scene(at, () -> {
            if (answersQuiz && !room.equals(CHAT)) {
                world.commands(room, "p" + person, "vote", Map.of("choice", "2"));
            } else {
                world.says(room, "p" + person, "here");
            }
        }));
        if (!at.isBefore(GATHERS) && !at.isAfter(ENDS)) {
            there.add(person);
        }
    }

    private void watches(World world, int person, Instant from, Instant until) {
        script.add(new Scene(from, () -> world.hears(presence(person, true, from, from))));
        script.add(new Scene(until, () -> world.hears(presence(person, false, from, until))));
        if (!from.isAfter(ENDS) && !until.isBefore(STARTS)) {
            there.add(person);
        }
    }

    private static PresenceChanged presence(int person, boolean here, Instant since, Instant at) {
        AuthorId account = AuthorId.parse("room:p" + person);
        Speaker speaker = new Speaker(account, "p" + person, null, Standing.FAN, false, null);
        return new PresenceChanged(speaker, RoomId.parse(LIVE), here, since, at);
    }
}
