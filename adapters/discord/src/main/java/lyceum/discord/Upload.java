package lyceum.discord;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.platform.Files;
import okhttp3.RequestBody;

/** A file that goes along with a message. */
record Upload(String name, RequestBody content) {
    /** What a bot may attach in a guild that nobody boosts. */
    static final long MOST = 10L << 20;

    private static final int MOST_FILES = 10;

    /** A post whose document names only the files that do not go along. */
    record Laden(Post post, List<Upload> files) {}

    /** Fetches the files of a post; blocks. */
    static Laden of(Post post, Files source) {
        if (post.document().files().isEmpty()) {
            return new Laden(post, List.of());
        }
        List<Upload> files = new ArrayList<>();
        List<Block> rest = new ArrayList<>();
        for (Block block : post.document().blocks()) {
            Optional<Upload> upload = block instanceof Block.File file && files.size() < MOST_FILES
                    ? source.fetch(file, MOST).map(bytes -> new Upload(file.name(), RequestBody.create(bytes, null)))
                    : Optional.empty();
            upload.ifPresentOrElse(files::add, () -> rest.add(block));
        }
        return new Laden(post.withDocument(new Document(rest, post.document().choices())), files);
    }
}
