package lyceum.program;

import java.util.List;
import lyceum.config.Settings;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Row;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.feature.Page;
import lyceum.kernel.person.Standing;
import lyceum.program.settings.HubSettings;

/** The settings as they hold, without secrets, for the creator. */
final class SettingsPage {
    private SettingsPage() {}

    static Page of(HubSettings settings) {
        Document document = document(Settings.inForce(settings));
        return new Page("settings", Phrase.of("running.page-settings"), Standing.CREATOR, (_, _) -> document);
    }

    private static Document document(List<Settings.Line> lines) {
        return Document.of(Phrase.of("running.about-settings")).plus(table(lines));
    }

    private static Block table(List<Settings.Line> lines) {
        return new Block.Table(
                List.of(Phrase.of("running.setting"), Phrase.of("running.value")),
                lines.stream()
                        .map(line -> Row.of(line.path(), Text.of(line.path()), Text.of(line.value())))
                        .toList(),
                Text.EMPTY);
    }
}
