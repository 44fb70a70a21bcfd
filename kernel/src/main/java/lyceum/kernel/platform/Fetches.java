package lyceum.kernel.platform;

import java.io.UncheckedIOException;
import java.util.Optional;

/** The ability to hand out the bytes of files that it brought. */
public interface Fetches {
    /**
     * Blocks. Empty where the file is gone, or longer than {@code most}.
     *
     * @param source as the platform itself wrote it
     * @throws UncheckedIOException when no answer came
     */
    Optional<byte[]> fetch(String source, long most);
}
