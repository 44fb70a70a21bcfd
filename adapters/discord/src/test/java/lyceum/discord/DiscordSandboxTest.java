package lyceum.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import lyceum.contract.Ears;
import lyceum.contract.Log;
import lyceum.contract.SandboxStage;
import lyceum.contract.Scene;
import lyceum.contract.Shown;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Money.EntitlementChanged;
import lyceum.kernel.event.Place.RoomChanged;
import lyceum.kernel.feature.Command;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.kernel.platform.Responds;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.world.Limits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class DiscordSandboxTest {
    private static final Command ASK =
            new Command("ask", List.of("提问"), Phrase.of("contract.rehearse"), List.of(), Standing.FAN);
    private static final Voice BOB = new Voice("bob", null);

    private final List<Runnable> toClose = new ArrayList<>();
    private @Nullable SandboxGuild open;

    @AfterEach
    void close() {
        toClose.forEach(Runnable::run);
        if (open != null) {
            open.close();
        }
    }

    @Test
    void whatIsBoughtIsHeardAtOnceAndAfterDowntime() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passingWithoutLimits());
        entitles("ann", "gold", "true");
        EntitlementChanged bought = scene.ears().hear(EntitlementChanged.class, _ -> true);
        scene.leave();
        entitles("ann", "gold", "false");
        for (int i = 0; i < 120; i++) {
            entitles("fan" + i, "gold", "true");
        }

        scene.comeBack();

        assertThat(bought.until()).isNull();
        EntitlementChanged ended = scene.ears().hear(EntitlementChanged.class, each -> each.until() != null);
        assertThat(ended.entitlement()).isEqualTo(bought.entitlement());
        assertThat(ended.kept()).isTrue();
        await().until(() -> scene.ears().all(EntitlementChanged.class).stream()
                        .map(EntitlementChanged::entitlement)
                        .distinct()
                        .count()
                == 121);
    }

    @Test
    void whoPointsAtAMessageSaysWhichOne() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passingWithoutLimits());
        ((Menus) scene.platform()).publish(List.of(ASK.pointing()));
        String rude = scene.stage().say("bob", "rude");

        var _ = CompletableFuture.runAsync(() ->
                calls("general/command", "{\"who\":\"ann\",\"command\":\"Ask\",\"message\":\"%s\"}".formatted(rude)));

        CommandInvoked asked = scene.ears().hear(CommandInvoked.class, _ -> true);
        assertThat(asked.command()).isEqualTo("ask");
        assertThat(asked.about()).isEqualTo(new MessageId(scene.room(), rude));
    }

    /** Somebody buys something of the application, or it ends. */
    private void entitles(String who, String sku, String on) {
        calls("entitle", "{\"who\":\"%s\",\"sku\":\"%s\",\"on\":%s}".formatted(who, sku, on));
    }

    private void calls(String verb, String json) {
        URI call = URI.create(Objects.requireNonNull(open).sandbox().url() + "/sandbox/discord/" + verb);
        try (HttpClient http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    HttpRequest.newBuilder(call)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(json))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theDocumentedRatesAreKeptWithoutOneRefusal() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passing());
        RoomId questions = room(scene, "questions");
        List<String> lines = IntStream.range(0, 12).mapToObj(i -> "paced " + i).toList();

        CompletableFuture<Void> elsewhere = CompletableFuture.runAsync(() -> lines.forEach(
                line -> scene.deliver(new Post(questions, Document.of(Text.of(line)), Language.EN, null, null, ""))));
        lines.forEach(line -> scene.deliver(scene.post(Document.of(Text.of(line)), BOB)));
        elsewhere.join();

        assertThat(scene.standing("paced").stream().map(Shown::text)).isEqualTo(lines);
        Log log = scene.stage().log();
        assertThat(log.given429()).isZero();
        assertThat(log.brokenLimits()).isZero();
    }

    @Test
    void roomsAreToldByNameAtEveryStart() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passingWithoutLimits());

        assertThat(scene.ears().all(RoomChanged.class))
                .extracting(RoomChanged::name)
                .contains("general", "questions", "announcements", "moderators");
        assertThat(scene.ears().all(RoomChanged.class)).contains(new RoomChanged(scene.room(), "general"));
    }

    @Test
    void aMenuThatIsPublishedAlreadyIsNotWrittenAgain() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passingWithoutLimits());

        for (int i = 0; i < 3; i++) {
            scene.as(Menus.class).publish(List.of(ASK));
        }

        assertThat(scene.stage().log().requests())
                .filteredOn(request -> request.method().equals("PUT"))
                .hasSize(1);
    }

    @Test
    void oneWebhookServesARoomForEver() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passingWithoutLimits());
        scene.deliver(scene.post(Document.of(Text.of("first")), BOB));

        scene.leave();
        scene.comeBack();
        scene.deliver(scene.post(Document.of(Text.of("second")), BOB));
        scene.stage().say("ann", "after both");

        scene.ears().hear("after both");
        assertThat(scene.ears().words("first")).isEmpty();
        assertThat(scene.ears().words("second")).isEmpty();
        assertThat(scene.stage().log().requests())
                .filteredOn(request ->
                        request.method().equals("POST") && request.path().endsWith("/webhooks"))
                .hasSize(1);
    }

    @Test
    void aCommandIsAnsweredAlsoAfterARestart() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passingWithoutLimits());
        scene.as(Menus.class).publish(List.of(ASK));
        CompletableFuture<@Nullable Shown> seen =
                CompletableFuture.supplyAsync(() -> scene.stage().command("ann", "ask", Map.of()));
        CommandInvoked asked = scene.ears().hear(CommandInvoked.class, _ -> true);

        scene.leave();
        scene.comeBack();
        scene.insist(platform -> ((Responds) platform).respond(answer(asked, "still here"), scene.nonce()));

        assertThat(seen.join()).isNotNull().extracting(Shown::text).isEqualTo("still here");
    }

    @Test
    void anAnswerAfterFifteenMinutesIsRefused() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passingWithoutLimits());
        scene.as(Menus.class).publish(List.of(ASK));
        var unseen = CompletableFuture.supplyAsync(() -> scene.stage().command("ann", "ask", Map.of()));
        CommandInvoked asked = scene.ears().hear(CommandInvoked.class, _ -> true);
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofMinutes(16));
        Discord late = new Discord(SandboxGuild.settings(sandbox(), SandboxGuild.TOKEN), later, Phrases.of("contract"));

        assertThat(late.respond(answer(asked, "too late"), scene.nonce())).isInstanceOf(Outcome.Refused.class);
        scene.insist(platform -> ((Responds) platform).respond(answer(asked, "in time"), scene.nonce()));
        assertThat(unseen.join()).isNotNull();
    }

    @Test
    void aLongAnswerIsSeenWhole() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passingWithoutLimits());
        scene.as(Menus.class).publish(List.of(ASK));
        var seen = CompletableFuture.supplyAsync(() -> scene.stage().command("ann", "ask", Map.of()));
        CommandInvoked asked = scene.ears().hear(CommandInvoked.class, _ -> true);

        scene.insist(platform ->
                ((Responds) platform).respond(answer(asked, "many words ".repeat(500)), scene.nonce()));

        seen.join();
        assertThat(scene.stage().messages("ann").stream()
                        .mapToInt(shown -> shown.text().split("many", -1).length - 1)
                        .sum())
                .isEqualTo(500);
    }

    @Test
    void aWrongTokenIsRefusedWithTheClickThatMendsIt() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits())) {
            Discord discord = SandboxGuild.discord(sandbox, "MTAwMDAwMDAwMDAwMDAwMDAx.wrong.token");

            assertThatThrownBy(() -> discord.start(new Ears()))
                    .isInstanceOf(PlatformRefused.class)
                    .hasMessageContaining("Reset Token");
            assertThat(discord.health().up()).isFalse();
        }
    }

    @Test
    void aGuildThatTheBotIsNotInIsRefused() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits())) {
            DiscordSettings elsewhere = new DiscordSettings(
                    SandboxGuild.TOKEN, "42", Set.of(), "Moderator", "Creator", sandbox.url() + "/discord/api/v10");
            Discord discord = new Discord(elsewhere, InstantSource.system(), Phrases.of());

            assertThatThrownBy(() -> discord.start(new Ears()))
                    .isInstanceOf(PlatformRefused.class)
                    .hasMessageContaining("invite link");
        }
    }

    @Test
    void anotherHubIsHeardAsABot() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passingWithoutLimits());
        Discord guest = SandboxGuild.discord(sandbox(), "MTAwMDAwMDAwMDAwMDAwMDAy.sandbox.guest");
        guest.start(new Ears());

        Outcome outcome = guest.post(scene.post(Text.of("from the other side")), scene.nonce());
        guest.close();

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(scene.ears().hear("from the other side").speaker().bot()).isTrue();
    }

    @Test
    void aSessionThatCannotBeResumedIsCaughtUp(@TempDir Path data) throws PlatformRefused {
        int port;
        Ears ears = new Ears();
        try (Sandbox first = Sandbox.start(new SandboxSettings(0, 0, data, Limits.OFF))) {
            port = first.port();
            Discord discord = SandboxGuild.discord(first, SandboxGuild.TOKEN);
            toClose.add(discord::close);
            discord.start(ears);
            stage(first, "general").say("ann", "before the storm");
            ears.hear("before the storm");
        }

        Sandbox second = Sandbox.start(new SandboxSettings(port, 0, data, Limits.OFF));
        toClose.add(second::close);
        stage(second, "general").say("ann", "while nobody listened");
        stage(second, "questions").say("bob", "in a room never heard before");

        await().atMost(Duration.ofSeconds(45))
                .untilAsserted(() -> assertThat(ears.words(""))
                        .containsExactlyInAnyOrder(
                                "before the storm", "while nobody listened", "in a room never heard before"));
    }

    @Test
    void whatIsSaidAfterAHubThatHadHeardNothingInARoomIsHeardByTheNext() throws PlatformRefused {
        Scene scene = scene(SandboxSettings.passingWithoutLimits());
        SandboxStage questions = stage(sandbox(), "questions");

        scene.leave();
        List<String> said =
                IntStream.range(0, 130).mapToObj(i -> "unheard " + i).toList();
        said.forEach(line -> questions.say("ann", line));
        scene.comeBack();

        await().untilAsserted(() -> assertThat(scene.ears().words("unheard")).isEqualTo(said));
    }

    private static Respond answer(CommandInvoked asked, String words) {
        return new Respond(asked.reply(), Document.of(Text.of(words)), Language.EN, true, "");
    }

    private RoomId room(Scene scene, String name) {
        stage(sandbox(), name).say("ann", "where is " + name);
        return scene.ears().hear("where is " + name).message().room();
    }

    private SandboxStage stage(Sandbox sandbox, String room) {
        SandboxStage stage = new SandboxStage(URI.create(sandbox.url()), "discord", room);
        toClose.add(stage::close);
        return stage;
    }

    private Scene scene(SandboxSettings settings) throws PlatformRefused {
        open = new SandboxGuild(settings);
        return open.scene();
    }

    private Sandbox sandbox() {
        if (open == null) {
            throw new IllegalStateException("no scene yet");
        }
        return open.sandbox();
    }
}
