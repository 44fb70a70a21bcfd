package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is paid for on Telegram or Discord counts everywhere, and survives the death of the hub. */
class PaymentJourney {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("/link ([A-Z0-9]{6})");

    @TempDir
    Path folder;

    private final Http http = new Http();

    @Test
    void starsBuyTheRoleOnDiscordAndTheirReturnTakesItBack() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            String sandbox = town.sandbox();
            http.post(sandbox + "/sandbox/discord/general/join", Map.of("who", "dora"));
            http.post(sandbox + "/sandbox/telegram/private/say", Map.of("who", "dora", "text", "hello"));
            link(sandbox, "dora", "telegram/private");
            String invoice = invoice(sandbox, "dora");

            JsonNode paid = http.post(sandbox + "/sandbox/telegram/pay", Map.of("who", "dora", "invoice", invoice));

            assertThat(paid.path("paid").asBoolean()).as(paid.toString()).isTrue();
            town.await(SOON, () -> discord(sandbox, "dora").contains("Subscriber"));
            town.await(SOON, () -> told(sandbox, "dora").contains("Thank you! Subscriber is yours until"));
            http.post(sandbox + "/sandbox/telegram/refund", Map.of("who", "dora", "invoice", invoice));
            town.await(SOON, () -> !discord(sandbox, "dora").contains("Subscriber"));
            town.await(SOON, () -> told(sandbox, "dora").contains("The money for your Subscriber went back"));
        }
    }

    @Test
    void aPaymentOutlivesTheDeathOfTheHub() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            String sandbox = town.sandbox();
            http.post(sandbox + "/sandbox/telegram/private/say", Map.of("who", "erin", "text", "hello"));
            String invoice = invoice(sandbox, "erin");

            CompletableFuture<JsonNode> paying = CompletableFuture.supplyAsync(
                    () -> http.post(sandbox + "/sandbox/telegram/pay", Map.of("who", "erin", "invoice", invoice)));
            town.killHub();
            town.startHub();
            boolean paid = paying.join().path("paid").asBoolean();
            if (!paid) {
                http.post(sandbox + "/sandbox/telegram/pay", Map.of("who", "erin", "invoice", invoice));
            }

            town.await(SOON, () -> told(sandbox, "erin").contains("Thank you! Subscriber is yours until"));
            assertThat(told(sandbox, "erin").split("\"text\":\"Thank you!", -1)).hasSize(2);
        }
    }

    @Test
    void whatIsBoughtOnDiscordCountsAlsoWhenTheHubWasAway() {
        try (Town town = new Town(folder, SandboxSettings.passingWithoutLimits())) {
            String sandbox = town.sandbox();
            http.post(sandbox + "/sandbox/discord/general/join", Map.of("who", "dora"));
            http.post(sandbox + "/sandbox/discord/general/join", Map.of("who", "erin"));
            http.post(sandbox + "/sandbox/discord/entitle", Map.of("who", "dora", "sku", "gold", "on", true));
            town.await(SOON, () -> discord(sandbox, "dora").contains("Subscriber"));
            town.killHub();
            http.post(sandbox + "/sandbox/discord/entitle", Map.of("who", "erin", "sku", "gold", "on", true));
            http.post(sandbox + "/sandbox/discord/entitle", Map.of("who", "dora", "sku", "gold", "on", false));
            town.startHub();

            town.await(SOON, () -> discord(sandbox, "erin").contains("Subscriber"));
            assertThat(discord(sandbox, "dora")).contains("Subscriber");
            Instant now = Instant.parse(
                    http.get(sandbox + "/sandbox/clock").path("now").asText());
            http.put(
                    sandbox + "/sandbox/clock",
                    Map.of("now", now.plus(Duration.ofDays(3)).toString()));
            town.await(SOON, () -> !discord(sandbox, "dora").contains("Subscriber"));
            assertThat(discord(sandbox, "erin")).contains("Subscriber");
        }
    }

    /** Asks for the price list, presses the button below it, and answers the message that then stands. */
    private String invoice(String sandbox, String who) {
        JsonNode asked = http.post(
                sandbox + "/sandbox/telegram/private/command",
                Map.of("who", who, "command", "access", "options", Map.of()));
        JsonNode pressed = http.post(
                sandbox + "/sandbox/telegram/private/click",
                Map.of("who", who, "message", asked.at("/reply/message").asText(), "button", "Subscriber: ⭐ 250"));
        assertThat(labels(pressed)).as(pressed.toString()).containsExactly("⭐ 250");
        return pressed.at("/reply/message").asText();
    }

    private static List<String> labels(JsonNode answer) {
        return StreamSupport.stream(answer.at("/reply/buttons").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
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

    private String told(String sandbox, String who) {
        return http.get(sandbox + "/sandbox/telegram/private/" + who + "/messages")
                .toString();
    }

    private String discord(String sandbox, String who) {
        return http.get(sandbox + "/sandbox/discord/people/" + who)
                .path("roles")
                .toString();
    }
}
