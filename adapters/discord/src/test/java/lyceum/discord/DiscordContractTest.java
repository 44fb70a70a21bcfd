package lyceum.discord;

import lyceum.contract.ComingsContract;
import lyceum.contract.CompletesContract;
import lyceum.contract.DeletesContract;
import lyceum.contract.EditsContract;
import lyceum.contract.FilesContract;
import lyceum.contract.FormattingContract;
import lyceum.contract.HearsDeletionsContract;
import lyceum.contract.HearsTypingContract;
import lyceum.contract.MentionsContract;
import lyceum.contract.MenusContract;
import lyceum.contract.NonceContract;
import lyceum.contract.PlatformContract;
import lyceum.contract.PrivateAnswersContract;
import lyceum.contract.ReactsContract;
import lyceum.contract.RemembersContract;
import lyceum.contract.RespondsContract;
import lyceum.contract.RestrictsContract;
import lyceum.contract.Scene;
import lyceum.contract.SchedulesContract;
import lyceum.contract.SettlesContract;
import lyceum.contract.ShowsTypingContract;
import lyceum.contract.ThreadsContract;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DiscordContractTest
        implements PlatformContract,
                RemembersContract,
                FormattingContract,
                EditsContract,
                DeletesContract,
                ReactsContract,
                FilesContract,
                HearsDeletionsContract,
                MenusContract,
                CompletesContract,
                RespondsContract,
                RestrictsContract,
                MentionsContract,
                ThreadsContract,
                ComingsContract,
                HearsTypingContract,
                ShowsTypingContract,
                PrivateAnswersContract,
                SettlesContract,
                SchedulesContract,
                NonceContract {
    private final SandboxGuild guild;

    DiscordContractTest() throws PlatformRefused {
        guild = new SandboxGuild(SandboxSettings.passingWithoutLimits());
    }

    @AfterAll
    void close() {
        guild.close();
    }

    @Override
    public Noticed noticed() {
        return new SandboxEvents(guild.sandbox());
    }

    @Override
    public Scene scene() {
        return guild.scene();
    }
}
