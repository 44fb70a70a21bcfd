package lyceum.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
        Map<String, List<Settings.Line>> sections = lines.stream()
                .collect(Collectors.groupingBy(
                        line -> line.path().replaceFirst("[.\\[].*", ""), LinkedHashMap::new, Collectors.toList()));
        Document document = Document.of(Phrase.of("running.about-settings"));
        for (Map.Entry<String, List<Settings.Line>> section : sections.entrySet()) {
            document = document.plus(new Block.Title(Text.of(section.getKey()))).plus(table(section.getValue()));
        }
        return document;
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
