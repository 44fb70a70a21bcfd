package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One person, one subscription, everywhere: gained in seconds, lost only when it has truly ended, and back at once. */
class AccessJourney {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int BURSTS = 2;
    private static final int AT_ONCE = 10;
    private static final Pattern CODE = Pattern.compile("/link ([A-Z0-9]{6})");
    private static final Pattern ADDRESS = Pattern.compile("https://t\\.me/\\+\\w+");

    @TempDir
    Path folder;

    private final Http http = new Http();

    /** carla had both before there was a hub; dora comes new. */
    @ParameterizedTest
    @ValueSource(strings = {"carla", "dora"})
    void whoSubscribesOnTwitchHasRoleAndSeatUntilItHasEndedAndIsWelcomeBack(String who) {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            String sandbox = town.sandbox();
            http.post(sandbox + "/sandbox/discord/general/join", Map.of("who", who));
            http.post(sandbox + "/sandbox/telegram/private/join", Map.of("who", who));
            http.post(sandbox + "/sandbox/twitch/ada/subscribe", Map.of("who", who, "tier", "1000"));
            link(sandbox, who, "telegram/general");
            link(sandbox, who, "twitch/ada");
            town.await(SOON, () -> discord(sandbox, who).contains("Subscriber"));
            if (!telegram(sandbox, who).contains("subscribers")) {
                enter(town, sandbox, who);
            }
            town.await(SOON, () -> telegram(sandbox, who).contains("subscribers"));

            http.post(sandbox + "/sandbox/twitch/ada/unsubscribe", Map.of("who", who));
            town.await(SOON, () -> told(sandbox, who).contains("Nothing changes for you until"));
            assertThat(discord(sandbox, who)).contains("Subscriber");
            Instant now = Instant.parse(
                    http.get(sandbox + "/sandbox/clock").path("now").asText());
            http.put(
                    sandbox + "/sandbox/clock",
                    Map.of("now", now.plus(Duration.ofDays(3)).toString()));
            town.await(SOON, () -> !discord(sandbox, who).contains("Subscriber"));
            town.await(SOON, () -> !telegram(sandbox, who).contains("subscribers"));
            town.await(SOON, () -> told(sandbox, who).contains("has ended, so what it gives is gone now"));

            http.post(sandbox + "/sandbox/twitch/ada/subscribe", Map.of("who", who, "tier", "1000"));
            town.await(SOON, () -> discord(sandbox, who).contains("Subscriber"));
            enter(town, sandbox, who);
            town.await(SOON, () -> telegram(sandbox, who).contains("subscribers"));

            JsonNode forwarded = http.post(
                    sandbox + "/sandbox/telegram/subscribers/join",
                    Map.of("who", "mallory", "link", address(sandbox, who)));
            assertThat(forwarded.path("joined").asBoolean()).isFalse();
            assertThat(telegram(sandbox, "mallory")).doesNotContain("subscribers");
        }
    }

    private void link(String sandbox, String who, String place) {
        JsonNode asked = http.post(
                sandbox + "/sandbox/discord/general/command",
                Map.of("who", who, "command", "link", "options", Map.of()));
        Matcher code = CODE.matcher(asked.path("reply").path("text").asText());
        assertThat(code.find()).as(asked.toString()).isTrue();
        http.post(
                sandbox + "/sandbox/" + place + "/command",
                Map.of("who", who, "command", "link", "options", Map.of("code", code.group(1))));
    }

    /** With both platforms' documented limits; ten subscribe at the same time. */
    @Test
    void whoSubscribesInABurstHasRoleSeatAndBadgeWithinSeconds(TestReporter reporter) {
        List<String> fans =
                IntStream.range(0, BURSTS * AT_ONCE).mapToObj(i -> "fan" + i).toList();
        List<Long> waits = new ArrayList<>();
        try (Town town = new Town(folder, SandboxSettings.passing())) {
            for (String who : fans) {
                http.post(town.sandbox() + "/sandbox/discord/general/join", Map.of("who", who));
                http.post(town.sandbox() + "/sandbox/telegram/private/join", Map.of("who", who));
                link(town.sandbox(), who, "telegram/private");
                link(town.sandbox(), who, "twitch/ada");
                link(town.sandbox(), who, "room/class");
            }
            for (int first = 0; first < fans.size(); first += AT_ONCE) {
                waits.addAll(burst(town, fans.subList(first, first + AT_ONCE)));
            }
        }
        waits.sort(Long::compareTo);
        long p95 = waits.get(waits.size() * 95 / 100);
        reporter.publishEntry("event to role, seat and badge, p95 of " + waits.size() + " ms", String.valueOf(p95));
        assertThat(p95).isLessThanOrEqualTo(5_000);
    }

    /** How long each waits for each of the three, in milliseconds. */
    private List<Long> burst(Town town, List<String> fans) {
        Map<String, Predicate<String>> places = Map.of(
                "role", who -> discord(town.sandbox(), who).contains("Subscriber"),
                "seat", who -> entered(town.sandbox(), who),
                "badge", who -> badged(town.sandbox(), who));
        List<Long> waits = new ArrayList<>();
        Map<List<String>, Long> since = new HashMap<>();
        for (String who : fans) {
            places.keySet().forEach(place -> since.put(List.of(who, place), System.nanoTime()));
            http.post(town.sandbox() + "/sandbox/twitch/ada/subscribe", Map.of("who", who, "tier", "1000"));
        }
        town.await(SOON, () -> {
            since.entrySet()
                    .removeIf(one ->
                            has(places, one.getKey()) && waits.add((System.nanoTime() - one.getValue()) / 1_000_000));
            return since.isEmpty();
        });
        return waits;
    }

    /** @param wanted who, and what */
    private static boolean has(Map<String, Predicate<String>> places, List<String> wanted) {
        return Objects.requireNonNull(places.get(wanted.getLast())).test(wanted.getFirst());
    }

    /** Goes in by the link, as soon as it came in the private chat. */
    private boolean entered(String sandbox, String who) {
        String address = address(sandbox, who);
        return !address.isEmpty()
                && http.post(sandbox + "/sandbox/telegram/subscribers/join", Map.of("who", who, "link", address))
                        .path("joined")
                        .asBoolean();
    }

    /** Says something in the live room, and reads how it stands there. */
    private boolean badged(String sandbox, String who) {
        String line = http.post(sandbox + "/sandbox/room/class/say", Map.of("who", who, "text", "hello from " + who))
                .path("message")
                .asText();
        return http.get(sandbox + "/sandbox/room/class/messages")
                .valueStream()
                .filter(each -> each.path("message").asText().equals(line))
                .anyMatch(each -> each.path("badges").path(0).asText().equals("Subscriber"));
    }

    private void enter(Town town, String sandbox, String who) {
        town.await(SOON, () -> !address(sandbox, who).isEmpty());
        http.post(sandbox + "/sandbox/telegram/subscribers/join", Map.of("who", who, "link", address(sandbox, who)));
    }

    private String address(String sandbox, String who) {
        Matcher address = ADDRESS.matcher(told(sandbox, who));
        return address.find() ? address.group() : "";
    }

    private String told(String sandbox, String who) {
        return http.get(sandbox + "/sandbox/telegram/private/" + who + "/messages")
                .toString();
    }

    private String discord(String sandbox, String who) {
        return http.get(sandbox + "/sandbox/discord/people/" + who)
                .path("roles")
                .toString();
    }

    private String telegram(String sandbox, String who) {
        return http.get(sandbox + "/sandbox/telegram/people/" + who)
                .path("memberships")
                .toString();
    }
}
