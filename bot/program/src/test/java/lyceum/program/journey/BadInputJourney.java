package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import lyceum.program.bench.Crowd;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people type who mean no good, or whose keyboard does not. */
class BadInputJourney {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    /** Zero-width and right-to-left characters, marks that nobody closes, pings, controls. */
    private static final List<String> ODD = List.of(
            "zero\u200Bwidth\u200D\uFEFF end 1",
            "\u202Ertl override\u202C \u05E9\u05DC\u05D5\u05DD end 2",
            "**bold *both ~~open ||spoiler end 4",
            "```js\nnever closed end 5",
            "@everyone @here <@&400000000000000002> <@500000000000000001> end 6",
            "[click](https://example.org/a_b_(c)) <script>alert(1)</script> &amp; end 7",
            "👩‍👩‍👧‍👦🇨🇳👍🏽 e\u0301\u0323 zalgo\u0300\u0301\u0302\u0303 end 8",
            "=HYPERLINK(\"https://example.org\") \\_escaped\\_ end 9");

    @TempDir
    Path folder;

    @Test
    void oddTextsArriveWholePingNobodyAndStopNothing() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            ODD.forEach(text -> town.crowd().say("telegram", "bob", text));
            ODD.forEach(text -> town.crowd().say("discord", "ann", text));

            for (String platform : List.of("discord", "telegram")) {
                town.await(PATIENCE, () -> ends(town, platform).size() >= ODD.size());
                assertThat(ends(town, platform))
                        .containsExactly("end 1", "end 2", "end 4", "end 5", "end 6", "end 7", "end 8", "end 9");
            }
            for (JsonNode message : town.crowd().messages("discord")) {
                boolean copy = message.path("bot").asBoolean();
                assertThat(copy && !message.path("pings").isEmpty())
                        .as("a copy pings: " + message.path("text").asText())
                        .isFalse();
            }
        }
    }

    @Test
    void aNameThatImitatesOthersIsMadeHonest() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            for (String name : List.of("Lyceum", "@everyone", "\u202Enna", "x".repeat(64), "discord clyde")) {
                town.crowd().say("telegram", name, "I am " + name.length());
            }

            town.await(PATIENCE, () -> copies(town, "discord").size() >= 5);
            List<String> names =
                    copies(town, "discord").stream().map(Crowd.Line::who).toList();
            assertThat(names).noneMatch(name -> name.equalsIgnoreCase("lyceum"));
            assertThat(names).noneMatch(name -> name.contains("@everyone") || name.contains("\u202E"));
            assertThat(names).allMatch(name -> !name.isBlank() && name.length() <= 80);
        }
    }

    @Test
    void theLongestMessageOfAPlatformLosesNoCharacter() {
        String text = "0123456789 你好，世界！ ".repeat(300).substring(0, 4_000) + "END";
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            town.crowd().say("telegram", "bob", text);

            town.await(PATIENCE, () -> joined(town).endsWith("END"));
            assertThat(joined(town)).isEqualToIgnoringWhitespace(text);
        }
    }

    @Test
    void aHundredThousandCharactersAreRefusedWhereTheyAreSaidAndHoldUpNothing() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            for (String platform : List.of("discord", "telegram")) {
                assertThatThrownBy(() -> town.crowd().say(platform, "bob", "long ".repeat(20_000)))
                        .hasMessageContaining("the sandbox answers 4");
                town.crowd().say(platform, "bob", "then end 1");
            }

            for (String platform : List.of("discord", "telegram")) {
                town.await(PATIENCE, () -> ends(town, platform).contains("end 1"));
            }
        }
    }

    private static String joined(Town town) {
        return copies(town, "discord").stream().map(Crowd.Line::text).collect(Collectors.joining());
    }

    private static List<Crowd.Line> copies(Town town, String platform) {
        return town.crowd().room(platform).stream()
                .filter(line -> line.bot() && !line.who().equals("Lyceum"))
                .toList();
    }

    private static List<String> ends(Town town, String platform) {
        return town.crowd().room(platform).stream()
                .filter(Crowd.Line::bot)
                .map(Crowd.Line::text)
                .filter(text -> text.matches("(?s).*end [0-9].*"))
                .map(text -> text.replaceAll("(?s).*(end [0-9]).*", "$1"))
                .toList();
    }
}
