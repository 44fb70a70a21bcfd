package lyceum.kernel.feature;

import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Say;

/**
 * Pages that anybody may read without signing in, one for each number: {@code /giveaways/7}, with its files below it.
 *
 * @param path one lower-case word
 */
public record OpenPage(String path, Source source) {
    public OpenPage {
        if (!path.matches("[a-z][a-z0-9-]{0,31}")) {
            throw new IllegalArgumentException("not a page's path: " + path);
        }
    }

    /** What stands on such pages. Called beside the lane, from any thread and for many readers at once; reads only. */
    public interface Source {
        /** Empty where there is nothing of that number. */
        Optional<Shown> page(long id, ReadTx tx);

        /** One of the files of a page by its name; empty where there is none. */
        Optional<File> file(long id, String name, ReadTx tx);
    }

    /**
     * One page.
     *
     * @param framed the name of the file that is shown within the page; empty where none is
     */
    public record Shown(Say title, Document document, Optional<String> framed) {}

    /**
     * A file of a page. A page of HTML among them works alone: it reaches no network, and nothing of this site.
     *
     * @param type without a character set: {@code application/json}
     */
    public record File(String type, String text) {}
}
