package lyceum.browser;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.brotli.dec.BrotliInputStream;

/**
 * A package of the npm registry in one version, known by its checksum.
 *
 * @param sha512 of the package's file, in hexadecimal digits
 * @param wanted a regular expression for the files of it that are kept
 */
record NpmPackage(String name, String version, String sha512, String wanted) {
    private static final String REGISTRY = "https://registry.npmjs.org";
    private static final String INSIDE = "package/";
    private static final String PACKED = ".br";
    private static final String TAR = ".tar";
    private static final int TENTHS = 10;
    private static final int TRIES = 3;

    /**
     * The folder of the unpacked package; it is fetched the first time. Files that end in {@code .br} are unpacked as well, and
     * {@code .tar.br} become folders.
     *
     * @throws IOException if it cannot be fetched, or is not what the checksum says
     */
    Path folder() throws IOException {
        Path cache = cache();
        Path folder = cache.resolve(name.replace('/', '_') + "-" + version);
        Files.createDirectories(cache);
        try (FileChannel channel =
                        FileChannel.open(cache.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (!Files.isDirectory(folder)) {
                Path making = cache.resolve("making");
                remove(making);
                unpack(fetch(cache.resolve("fetched.tgz")), making);
                Files.move(making, folder, StandardCopyOption.ATOMIC_MOVE);
                Files.delete(cache.resolve("fetched.tgz"));
            }
        }
        return folder.resolve(INSIDE);
    }

    private static Path cache() {
        String set = System.getenv("XDG_CACHE_HOME");
        Path base = set == null || set.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(set);
        return base.resolve("lyceum").resolve("browser");
    }

    private URI address() {
        return URI.create(
                REGISTRY + "/" + name + "/-/" + name.substring(name.indexOf('/') + 1) + "-" + version + ".tgz");
    }

    private Path fetch(Path file) throws IOException {
        IOException last = new IOException(address() + " cannot be fetched");
        for (int i = 0; i < TRIES; i++) {
            try {
                fetchOnce(file);
                return file;
            } catch (IOException e) {
                e.addSuppressed(last);
                last = e;
                say(e + "; trying again");
            }
        }
        throw last;
    }

    /** By HTTP/1.1, since proxies of companies cut long streams of HTTP/2. */
    private void fetchOnce(Path file) throws IOException {
        MessageDigest digest = digest();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            HttpResponse<InputStream> answer =
                    client.send(HttpRequest.newBuilder(address()).build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IOException(address() + " answers " + answer.statusCode());
            }
            long size = answer.headers().firstValueAsLong("Content-Length").orElse(-1);
            try (InputStream in = new DigestInputStream(answer.body(), digest)) {
                copy(in, file, size);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching " + address(), e);
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(sha512)) {
            throw new IOException(address() + " is not what its checksum says");
        }
    }

    private void copy(InputStream in, Path file, long size) throws IOException {
        say("fetching " + name + " " + version
                + (size < 0 ? "" : ", " + size / 1_000_000 + " MB (only the first time)"));
        byte[] buffer = new byte[1 << 16];
        long done = 0;
        long told = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                done += read;
                if (size > 0 && done * TENTHS / size > told) {
                    told = done * TENTHS / size;
                    say(name + ": " + told * TENTHS + " %");
                }
            }
        }
    }

    private void unpack(Path file, Path folder) throws IOException {
        say("unpacking " + name);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file))))) {
            unpack(tar, INSIDE + wanted, folder);
        }
        for (Path packed : filesIn(folder)) {
            String plain = packed.toString();
            if (plain.endsWith(TAR + PACKED)) {
                try (TarArchiveInputStream tar = new TarArchiveInputStream(unpacked(packed))) {
                    unpack(tar, ".*", Path.of(plain.substring(0, plain.length() - (TAR + PACKED).length())));
                }
                Files.delete(packed);
            } else if (plain.endsWith(PACKED)) {
                try (InputStream in = unpacked(packed)) {
                    Files.copy(in, Path.of(plain.substring(0, plain.length() - PACKED.length())));
                }
                Files.delete(packed);
            }
        }
    }

    private static InputStream unpacked(Path file) throws IOException {
        return new BrotliInputStream(new BufferedInputStream(Files.newInputStream(file)), 1 << 20);
    }

    /** Regular files alone, and none outside the folder. */
    private static void unpack(TarArchiveInputStream tar, String wanted, Path folder) throws IOException {
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (!entry.isFile() || !entry.getName().matches(wanted)) {
                continue;
            }
            Path file = folder.resolve(entry.getName()).normalize();
            if (!file.startsWith(folder)) {
                throw new IOException("a package that reaches out of its folder: " + entry.getName());
            }
            Files.createDirectories(file.getParent());
            Files.copy(tar, file);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void say(String line) {
        System.err.println("lyceum: browser for the tests: " + line);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform of today has SHA-512", e);
        }
    }
}
