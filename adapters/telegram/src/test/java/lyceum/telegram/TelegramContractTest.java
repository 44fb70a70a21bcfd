package lyceum.telegram;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import lyceum.contract.ComingsContract;
import lyceum.contract.CompletesContract;
import lyceum.contract.DeletesContract;
import lyceum.contract.EditsContract;
import lyceum.contract.FilesContract;
import lyceum.contract.FormattingContract;
import lyceum.contract.MentionsContract;
import lyceum.contract.MenusContract;
import lyceum.contract.Payers;
import lyceum.contract.PinsContract;
import lyceum.contract.PlatformContract;
import lyceum.contract.ReactsContract;
import lyceum.contract.RemembersContract;
import lyceum.contract.RespondsContract;
import lyceum.contract.RestrictsContract;
import lyceum.contract.SandboxStage;
import lyceum.contract.Scene;
import lyceum.contract.SellsContract;
import lyceum.contract.ShowsTypingContract;
import lyceum.contract.ThreadsContract;
import lyceum.contract.VoicedRepliesContract;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Pins;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Telegram passes the laws of its abilities on the sandbox's wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TelegramContractTest
        implements PlatformContract,
                RemembersContract,
                FormattingContract,
                EditsContract,
                DeletesContract,
                ReactsContract,
                FilesContract,
                RespondsContract,
                RestrictsContract,
                MentionsContract,
                ThreadsContract,
                ComingsContract,
                ShowsTypingContract,
                MenusContract,
                CompletesContract,
                VoicedRepliesContract,
                SellsContract,
                PinsContract {
    private static final String HUB = "1000:sandbox-hub";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final SandboxStage stage = new SandboxStage(URI.create(sandbox.url()), "telegram", "general");
    private final SandboxPins pins = new SandboxPins(settings(HUB), "-1001000000001");
    private final Telegram guest = new Telegram(settings("1001:sandbox-guest"), InstantSource.system(), Phrases.of());
    private final Scene scene;

    TelegramContractTest() throws PlatformRefused {
        scene = Scene.open(
                stage,
                () -> new Telegram(
                        settings(HUB), InstantSource.system(), Phrases.of("contract"), FilesContract.files()));
    }

    @Override
    public Scene scene() {
        return scene;
    }

    @Override
    public List<String> pinned() {
        return pins.newest();
    }

    @Override
    public void unpinByHand(String message) {
        pins.unpin(message);
    }

    @Override
    public Pins powerless() {
        return guest;
    }

    @Override
    public Payers payers() {
        return stage;
    }

    @Override
    public String currency() {
        return "XTR";
    }

    @AfterAll
    void close() {
        scene.close();
        guest.close();
        pins.close();
        stage.close();
        sandbox.close();
    }

    private TelegramSettings settings(String token) {
        return new TelegramSettings(
                token,
                Set.of(RoomId.parse("telegram:-1001000000001")),
                URI.create(sandbox.url() + "/telegram"),
                TelegramSettings.Pace.OFF);
    }
}
