package lyceum.program.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.community.giveaways.draw.Verification;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Giveaways that a beacon decides, of a hub that is killed on the way: drawn as was published before, and told once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BeaconJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> PLACES = List.of("discord", "telegram", "twitch", "room");
    private static final Map<String, String> FANS = Map.of("ann", "discord", "小明", "telegram", "dora", "room");
    private static final Pattern COMMIT = Pattern.compile("\\b[0-9a-f]{64}\\b");
    private static final Pattern FROZEN = Pattern.compile("their hash is ([0-9a-f]{64})\\. Round ([0-9]+)");

    private Town town;
    private Instant set = Instant.now();
    private Instant world = set;
    private int giveaways;

    /** Where the hub is killed. */
    enum Death {
        MADE(Step.MAKE, When.AT_ONCE),
        MADE_AND_SHOWN(Step.MAKE, When.AFTER),
        ENTERED(Step.ENTER, When.AT_ONCE),
        ENTERED_AND_SETTLED(Step.ENTER, When.AFTER),
        CLOSED_WHILE_DOWN(Step.CLOSE, When.BEFORE),
        CLOSED(Step.CLOSE, When.AT_ONCE),
        FROZEN_AND_TOLD(Step.CLOSE, When.AFTER),
        ROUND_CAME_WHILE_DOWN(Step.ROUND, When.BEFORE),
        ROUND_CAME(Step.ROUND, When.AT_ONCE),
        DRAWN_AND_TOLD(Step.ROUND, When.AFTER),
        CLAIMED(Step.CLAIM, When.AT_ONCE),
        CLAIMED_AND_OVER(Step.CLAIM, When.AFTER);

        private final Step step;
        private final When when;

        Death(Step step, When when) {
            this.step = step;
            this.when = when;
        }
    }

    private enum Step {
        MAKE,
        ENTER,
        CLOSE,
        ROUND,
        CLAIM
    }

    private enum When {
        BEFORE,
        AT_ONCE,
        AFTER
    }

    @BeforeAll
    void start(@TempDir Path folder) {
        town = new Town(folder, SandboxSettings.passingWithoutLimits());
    }

    @AfterAll
    void stop() {
        town.close();
    }

    @Test
    void itWaitsForItsRoundThroughAKillAndIsDrawnByIt() {
        isDrawnAsPublished(Death.FROZEN_AND_TOLD);
    }

    @Tag("soak")
    @ParameterizedTest
    @EnumSource
    void whereverItIsKilledItIsDrawnAsPublishedAndToldOnce(Death death) {
        isDrawnAsPublished(death);
    }

    private void isDrawnAsPublished(Death death) {
        giveaways++;
        String prize =
                "Prize " + giveaways + " " + death.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        for (Step step : Step.values()) {
            if (death.step == step && death.when == When.BEFORE) {
                town.killHub();
                act(step, prize);
                town.startHub();
            } else {
                act(step, prize);
            }
            if (death.step == step && death.when == When.AT_ONCE) {
                town.killHub();
                town.startHub();
            }
            settles(step, prize);
            if (death.step == step && death.when == When.AFTER) {
                town.killHub();
                town.startHub();
            }
        }
        String bundle = file("bundle.json");
        Verification proof = Verification.of(bundle.getBytes(UTF_8));
        assertThat(proof.faults()).isEmpty();
        assertThat(bundle).contains("\"assurance\":\"BEACON\"").contains("\"commit\":\"" + committed(prize) + "\"");
        Matcher frozen = frozen(prize);
        assertThat(bundle).contains("\"frozen\":\"" + frozen.group(1) + "\"").contains("\"round\":" + frozen.group(2));
        PLACES.forEach(
                place -> assertThat(told(place, prize + " goes to: ")).as(place).hasSize(1));
    }

    private void act(Step step, String prize) {
        switch (step) {
            case MAKE ->
                town.gives(
                        "discord",
                        "ada",
                        "giveaway new",
                        Map.of("prize", prize, "winners", "1", "minutes", "5", "beacon", "yes"));
            case ENTER -> FANS.forEach((fan, place) -> town.gives(place, fan, "enter", Map.of()));
            case CLOSE -> passes(Duration.ofMinutes(5));
            case ROUND -> passes(Duration.ofSeconds(75));
            case CLAIM -> FANS.forEach((fan, place) -> town.presses(place, fan, "Claim"));
        }
    }

    /** Whoever was not answered asks again, as people do. */
    private void settles(Step step, String prize) {
        switch (step) {
            case MAKE -> PLACES.forEach(place -> town.await(PATIENCE, () -> town.stands(place, prize)));
            case ENTER -> act(step, prize);
            case CLOSE ->
                PLACES.forEach(place -> town.await(PATIENCE, () -> town.stands(place, prize + ": entries are closed")));
            case ROUND -> PLACES.forEach(place -> town.await(PATIENCE, () -> town.stands(place, prize + " goes to: ")));
            case CLAIM -> town.await(PATIENCE, () -> file("").contains("Over: drawn"));
        }
    }

    private void passes(Duration time) {
        Instant now = Instant.now();
        world = world.plus(Duration.between(set, now)).plus(time).plusSeconds(2);
        set = now;
        town.crowd().clock(world);
    }

    /** The commitment that the card has shown since before anybody entered. */
    private String committed(String prize) {
        Matcher commit = COMMIT.matcher(told("discord", "Giveaway: " + prize).getFirst());
        assertThat(commit.find()).isTrue();
        return commit.group();
    }

    private Matcher frozen(String prize) {
        Matcher frozen =
                FROZEN.matcher(told("discord", prize + ": entries are closed").getFirst());
        assertThat(frozen.find()).isTrue();
        return frozen;
    }

    /** What was told; on Telegram, where a kill may leave it unknown what stands, the same words count once. */
    private List<String> told(String place, String words) {
        List<String> told = town.crowd().room(place).stream()
                .map(line -> line.text())
                .filter(text -> text.contains(words))
                .toList();
        return place.equals("telegram") ? told.stream().distinct().toList() : told;
    }

    private String file(String name) {
        String path = town.console() + "/giveaways/" + giveaways + (name.isEmpty() ? "" : "/" + name);
        try (InputStream file = URI.create(path).toURL().openStream()) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
