package lyceum.kernel.platform;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import lyceum.kernel.document.Block;
import lyceum.kernel.id.PlatformName;

/** Where an adapter gets the bytes of a file that another platform brought. Any thread. */
public final class Files {
    private static final int TRIES = 2;

    private final Map<PlatformName, Fetches> sources = new ConcurrentHashMap<>();

    /** From now on files of this platform can be had. */
    public void from(PlatformName platform, Fetches source) {
        sources.put(platform, source);
    }

    /** Blocks. Empty where the bytes cannot be had, also because nobody answers twice, or are more than {@code most}. */
    public Optional<byte[]> fetch(Block.File file, long most) {
        String source = file.source();
        int colon = source == null ? -1 : source.indexOf(':');
        if (source == null || colon < 1 || !file.fits(most)) {
            return Optional.empty();
        }
        Fetches from = sources.get(new PlatformName(source.substring(0, colon)));
        int failures = 0;
        while (from != null && failures < TRIES) {
            try {
                return from.fetch(source, most);
            } catch (UncheckedIOException _) {
                failures++;
            }
        }
        return Optional.empty();
    }
}
