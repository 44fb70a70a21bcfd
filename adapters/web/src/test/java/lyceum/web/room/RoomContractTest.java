package lyceum.web.room;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import lyceum.contract.ComingsContract;
import lyceum.contract.DeletesContract;
import lyceum.contract.EditsContract;
import lyceum.contract.FittingContract;
import lyceum.contract.HearingContract;
import lyceum.contract.HearsDeletionsContract;
import lyceum.contract.HearsTypingContract;
import lyceum.contract.MenusContract;
import lyceum.contract.NonceContract;
import lyceum.contract.PrivateAnswersContract;
import lyceum.contract.RespondsContract;
import lyceum.contract.SandboxStage;
import lyceum.contract.Scene;
import lyceum.contract.ShowsTypingContract;
import lyceum.contract.SpeakingContract;
import lyceum.contract.VoicedRepliesContract;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The live room passes the laws of its abilities on its own wire, with the sandbox's people as its viewers. What is said while the
 * hub is away is not taken, so the law of absences is not among them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomContractTest
        implements HearingContract,
                SpeakingContract,
                FittingContract,
                EditsContract,
                DeletesContract,
                HearsDeletionsContract,
                RespondsContract,
                MenusContract,
                ComingsContract,
                HearsTypingContract,
                ShowsTypingContract,
                NonceContract,
                PrivateAnswersContract,
                VoicedRepliesContract {
    private static final int UNHURRIED = 100_000;

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final SandboxStage stage = new SandboxStage(URI.create(sandbox.url()), "room", "class");
    private final SmallHub hub;
    private final Scene scene;

    RoomContractTest() throws PlatformRefused, IOException, InterruptedException {
        Path folder = Files.createTempDirectory("room");
        hub = new SmallHub(folder.resolve("lyceum.db"), 0, UNHURRIED);
        register();
        scene = Scene.open(stage, () -> hub);
    }

    private void register() throws IOException, InterruptedException {
        String body = "{\"url\":\"%s\",\"rooms\":[],\"passes\":{\"ada\":\"%s\",\"mei\":\"%s\",\"ann\":\"%s\"}}"
                .formatted(
                        hub.address().resolve("/").toString().replaceAll("/$", ""),
                        hub.room().pass("ada", "ada", Standing.CREATOR),
                        hub.room().pass("mei", "mei", Standing.MODERATOR),
                        hub.room().pass("ann", "ann", Standing.FAN));
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/room"))
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            http.send(request, BodyHandlers.discarding());
        }
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @AfterAll
    void close() {
        scene.close();
        stage.close();
        sandbox.close();
    }
}
