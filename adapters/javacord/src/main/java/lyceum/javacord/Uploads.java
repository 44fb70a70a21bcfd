package lyceum.javacord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.platform.Files;
import okhttp3.RequestBody;

/**
 * A post with the files that go along with it.
 *
 * @param post its document names only the files that do not go along
 */
record Uploads(Post post, List<Requests.Upload> files) {
    /** What a bot may attach in a guild that nobody boosts. */
    static final long MOST = 10L << 20;

    private static final int MOST_FILES = 10;

    /** Fetches the files of a post; blocks. */
    static Uploads of(Post post, Files source) {
        List<Requests.Upload> files = new ArrayList<>();
        List<Block> named = new ArrayList<>();
        for (Block block : post.document().blocks()) {
            Optional<byte[]> bytes = block instanceof Block.File file && files.size() < MOST_FILES
                    ? source.fetch(file, MOST)
                    : Optional.empty();
            if (bytes.isPresent() && block instanceof Block.File file) {
                files.add(new Requests.Upload(file.name(), RequestBody.create(bytes.get())));
            } else {
                named.add(block);
            }
        }
        return files.isEmpty()
                ? new Uploads(post, files)
                : new Uploads(
                        post.withDocument(new Document(named, post.document().choices())), files);
    }
}
