package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lyceum.program.bench.Crowd;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each of the four places hears each other: fifty lines said in all of them at the same time, whole, once, in order, with the name. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PairsJourney {
    private static final int SAID = 50;
    private static final Map<String, String> SPEAKERS =
            Map.of("discord", "ann", "telegram", "bob", "twitch", "carla", "room", "小明");
    private static final List<String> PLACES = List.of("discord", "telegram", "twitch", "room");

    private Town town;

    @BeforeAll
    void everybodyTalksAtOnce(@TempDir Path folder) throws InterruptedException {
        town = new Town(folder, SandboxSettings.passingWithoutLimits());
        List<Thread> talking = PLACES.stream()
                .map(place -> Thread.ofVirtual().start(() -> talk(place)))
                .toList();
        for (Thread thread : talking) {
            thread.join();
        }
    }

    @AfterAll
    void stop() {
        town.close();
    }

    private void talk(String place) {
        IntStream.rangeClosed(1, SAID).forEach(i -> town.crowd().say(place, SPEAKERS.get(place), text(place, i)));
    }

    private static String text(String place, int number) {
        return "I am on " + place + "，第 " + number + " 条";
    }

    static Stream<Arguments> pairs() {
        return PLACES.stream()
                .flatMap(from -> PLACES.stream().filter(to -> !to.equals(from)).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} is read in {1}")
    @MethodSource("pairs")
    void whatIsSaidInOnePlaceIsReadInTheOther(String from, String to) {
        town.await(Duration.ofSeconds(60), () -> copies(from, to).size() >= SAID);

        assertThat(copies(from, to))
                .isEqualTo(IntStream.rangeClosed(1, SAID)
                        .mapToObj(i -> SPEAKERS.get(from) + ": " + text(from, i))
                        .toList());
    }

    /** The copies as {@code NAME: TEXT}: on Discord the name is that of the webhook's message, elsewhere it stands before the text. */
    private List<String> copies(String from, String to) {
        return town.crowd().room(to).stream()
                .filter(line -> line.bot() && line.text().contains("I am on " + from))
                .map(line -> to.equals("discord") ? line.who() + ": " + line.text() : line.text())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("places")
    void nobodyReadsTheirOwnWordsASecondTime(String place) {
        assertThat(town.crowd().room(place).stream()
                        .filter(Crowd.Line::bot)
                        .filter(line -> line.text().contains("I am on " + place)))
                .isEmpty();
    }

    static Stream<String> places() {
        return PLACES.stream();
    }
}
