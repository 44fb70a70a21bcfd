package lyceum.hub;

import java.util.List;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.feature.Page;
import lyceum.kernel.person.Standing;

/** What the hub shows of itself in the console. */
final class HubPages {
    private HubPages() {}

    static List<Page> of(Overview overview, RoomsPage rooms, OutboxPage outbox, LettersPage letters) {
        return List.of(
                page("overview", overview::view),
                page("rooms", rooms::view),
                page("outbox", outbox::view),
                page("letters", letters::view));
    }

    private static Page page(String path, Page.View view) {
        return new Page(path, Phrase.of("hub.page-" + path), Standing.MODERATOR, view);
    }
}
