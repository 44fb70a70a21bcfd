package lyceum.web.open;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.feature.OpenPage;
import lyceum.kernel.person.Language;
import lyceum.web.Answer;
import lyceum.web.AskedLanguage;
import lyceum.web.Site;
import lyceum.web.console.Live;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The paths of public pages: {@code /giveaways/7}, its files, and the stream that keeps whoever looks on in step. */
public final class OpenSite implements Site {
    private static final Pattern PATH =
            Pattern.compile("/([a-z][a-z0-9-]*)/([0-9]{1,18})(?:/([a-z][a-z0-9.-]{0,80}))?");
    private static final String LIVE = "live";

    private final Offered offered;
    private final Leaf leaf;
    private final Live live;
    private final Drawn drawn;

    public OpenSite(Offered offered) {
        this.offered = offered;
        this.leaf = new Leaf(offered);
        this.live = new Live(offered.changes());
        this.drawn = new Drawn(offered.changes());
    }

    @Override
    public boolean answer(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        Optional<Answer> asset = leaf.asset(path);
        if (asset.isPresent()) {
            asset.get().send(response, callback);
            return true;
        }
        Matcher match = PATH.matcher(path);
        Optional<OpenPage> page = match.matches()
                ? offered.pages().stream()
                        .filter(each -> each.path().equals(match.group(1)))
                        .findFirst()
                : Optional.empty();
        if (page.isEmpty()) {
            return false;
        }
        if (!List.of("GET", "HEAD").contains(request.getMethod())) {
            Leaf.ONLY_READ.send(response, callback);
            return true;
        }
        Place place = new Place(page.get(), Long.parseLong(match.group(2)), AskedLanguage.of(request));
        if (LIVE.equals(match.group(3))) {
            live.stream(request, response, callback, () -> sheet(place));
        } else {
            answer(place, match.group(3)).send(response, callback);
        }
        return true;
    }

    /** One page, and who reads it. */
    record Place(OpenPage page, long id, Language language) {
        String address() {
            return "/" + page.path() + "/" + id;
        }
    }

    private Answer answer(Place place, @org.jspecify.annotations.Nullable String file) {
        if (file == null) {
            return shown(place).map(shown -> leaf.page(place, shown)).orElseGet(() -> leaf.none(place.language()));
        }
        return offered.reading()
                .with(tx -> place.page().source().file(place.id(), file, tx))
                .map(leaf::file)
                .orElseGet(() -> leaf.none(place.language()));
    }

    private Optional<String> sheet(Place place) {
        return drawn.at(
                place.address() + place.language(),
                () -> shown(place).map(shown -> leaf.sheet(place, shown).toString()));
    }

    private Optional<OpenPage.Shown> shown(Place place) {
        return offered.reading().with(tx -> place.page().source().page(place.id(), tx));
    }
}
