package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import lyceum.program.bench.Crowd;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people change, put on a message, attach and take away in one place is seen in the others. */
class FollowJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void anEditReactionsAFileAndADeletionReachEveryPlaceAlsoAfterAKill() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            String message = say(town, "discord", Map.of("who", "ann", "text", "teh heap"));
            for (String place : List.of("telegram", "twitch", "room")) {
                sees(town, place, line -> text(line).endsWith("teh heap"));
            }
            town.killHub();
            town.startHub();

            town.crowd().act("discord", "edit", Map.of("who", "ann", "message", message, "text", "the heap"));
            sees(
                    town,
                    "telegram",
                    line -> text(line).equals("ann: the heap")
                            && line.path("edited").asBoolean());
            sees(
                    town,
                    "room",
                    line -> text(line).endsWith("the heap")
                            && line.path("edited").asBoolean());
            sees(town, "twitch", line -> text(line).endsWith("(edited) the heap"));

            town.crowd().act("discord", "react", Map.of("who", "bob", "message", message, "emoji", "🎉"));
            sees(town, "telegram", line -> line.path("reactions").has("🎉"));
            String copy = find(town, "telegram", line -> text(line).endsWith("the heap"))
                    .orElseThrow()
                    .path("message")
                    .asText();
            town.crowd().act("telegram", "react", Map.of("who", "carla", "message", copy, "emoji", "👍"));
            sees(town, "discord", line -> line.path("reactions").has("👍"));

            byte[] notes = "lecture one".getBytes(StandardCharsets.UTF_8);
            Map<String, String> file =
                    Map.of("name", "notes.txt", "base64", Base64.getEncoder().encodeToString(notes));
            say(town, "telegram", Map.of("who", "bob", "text", "my notes", "files", List.of(file)));
            sees(
                    town,
                    "discord",
                    line -> text(line).equals("my notes")
                            && line.path("files").toString().contains("notes.txt"));

            say(town, "telegram", Map.of("who", "mei", "text", "/delete", "replyTo", copy));
            for (String place : List.of("discord", "telegram", "room")) {
                town.await(
                        PATIENCE,
                        () -> find(town, place, line -> text(line).endsWith("the heap"))
                                .isEmpty());
            }
        }
    }

    @Test
    void whoIsMentionedInOnePlaceIsCalledInTheOthersWhereTheirAccountsAreLinked() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            say(town, "telegram", Map.of("who", "bob", "text", "hello"));
            String told =
                    town.crowd().command("discord", "bob", "link").path("text").asText();
            Matcher code = Pattern.compile("/link ([A-Z0-9]{6})").matcher(told);
            assertThat(code.find()).as(told).isTrue();
            town.crowd()
                    .act(
                            "telegram",
                            "command",
                            Map.of("who", "bob", "command", "link", "options", Map.of("code", code.group(1))));

            say(town, "telegram", Map.of("who", "ann", "text", "ask @bob about heaps"));
            sees(
                    town,
                    "discord",
                    line -> line.path("html").asText().contains("@bob</span>")
                            && line.path("pings").toString().equals("[\"bob\"]"));
        }
    }

    @Test
    void aThreadOnDiscordIsATopicOnTelegramAndGoesOnAfterAKill() {
        Crowd.Below heaps = new Crowd.Below("Heaps");
        Crowd.Below trees = new Crowd.Below("Heaps and trees");
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            town.crowd().act("discord", heaps, "say", Map.of("who", "ann", "text", "why a heap?"));
            reads(town, "telegram", heaps, "ann: why a heap?");
            sees(town, "room", line -> text(line).equals("ann · Heaps: why a heap?"));
            town.killHub();
            town.startHub();

            town.crowd().act("telegram", heaps, "say", Map.of("who", "bob", "text", "for the array"));
            reads(town, "discord", heaps, "for the array");
            town.crowd().act("discord", heaps, "thread", Map.of("who", "ada", "title", "Heaps and trees"));
            reads(town, "telegram", trees, "ann: why a heap?");
            town.crowd().act("telegram", trees, "thread", Map.of("who", "ada", "open", false));
            town.await(PATIENCE, () -> isShut(town, trees));
        }
    }

    private static void reads(Town town, String place, Crowd.Below thread, String text) {
        town.await(PATIENCE, () -> {
            try {
                return town.crowd()
                        .messages(place, thread)
                        .findValuesAsText("text")
                        .contains(text);
            } catch (IllegalStateException _) {
                return false; // there is no such thread yet
            }
        });
    }

    /** Nobody but those who lead speaks in a closed thread. */
    private static boolean isShut(Town town, Crowd.Below thread) {
        try {
            town.crowd().act("discord", thread, "say", Map.of("who", "carla", "text", "hello?"));
            return false;
        } catch (IllegalStateException _) {
            return true;
        }
    }

    private static String say(Town town, String place, Map<String, Object> what) {
        return town.crowd().act(place, "say", what).path("message").asText();
    }

    private static void sees(Town town, String place, Predicate<JsonNode> line) {
        town.await(PATIENCE, () -> find(town, place, line).isPresent());
    }

    private static Optional<JsonNode> find(Town town, String place, Predicate<JsonNode> line) {
        return StreamSupport.stream(town.crowd().messages(place).spliterator(), false)
                .filter(line)
                .findFirst();
    }

    private static String text(JsonNode line) {
        return line.path("text").asText();
    }
}
