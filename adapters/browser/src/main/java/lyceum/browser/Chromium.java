package lyceum.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A browser that can be started.
 *
 * @param environment what it needs beside this process's own
 */
record Chromium(Path program, Map<String, String> environment) {
    private static final NpmPackage PACKAGE = new NpmPackage(
            "@sparticuz/chromium",
            "147.0.2",
            "a2a5f23c094642e4fdc1d64085cc789e685e855804b0373669d2fff85957f2ab"
                    + "0b87f6323a097d190a7c74f30320146692dc6003d735412349210523d9478785",
            "bin/.*");
    private static final String NAMED = "LYCEUM_BROWSER";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome");
    private static final List<String> APPLICATIONS = List.of(
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");
    private static final long PATIENCE_SECONDS = 30;

    /**
     * The one that the environment names, else the machine's, else one that is fetched.
     *
     * @throws IOException if there is none for this machine; the message says what to install
     */
    static Chromium find() throws IOException {
        Map<String, String> fonts = Fonts.environment();
        Optional<Path> known = candidates().filter(Chromium::starts).findFirst();
        return known.isPresent() ? new Chromium(known.get(), fonts) : fetched(fonts);
    }

    private static Stream<Path> candidates() {
        String named = System.getenv(NAMED);
        if (named != null && !named.isBlank()) {
            return Stream.of(Path.of(named));
        }
        Stream<Path> onPath = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .filter(folder -> folder.startsWith("/"))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(onPath, APPLICATIONS.stream().map(Path::of));
    }

    private static Chromium fetched(Map<String, String> fonts) throws IOException {
        String machine = System.getProperty("os.name") + " " + System.getProperty("os.arch");
        if (!machine.equals("Linux amd64")) {
            throw new IOException("no Chromium or Chrome was found; install one, or name its program in " + NAMED);
        }
        Path folder = PACKAGE.folder().resolve("bin");
        Path program = folder.resolve("chromium");
        if (!program.toFile().setExecutable(true)) {
            throw new IOException(program + " cannot be made a program");
        }
        if (starts(program)) {
            return new Chromium(program, fonts);
        }
        Map<String, String> environment = new TreeMap<>(fonts);
        environment.put("LD_LIBRARY_PATH", folder.resolve("al2023/lib").toString());
        return new Chromium(program, environment);
    }

    /** A file of that name may be a wrapper around nothing, or lack its libraries. */
    private static boolean starts(Path program) {
        if (!Files.isExecutable(program)) {
            return false;
        }
        try {
            Process process = new ProcessBuilder(program.toString(), "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    && process.exitValue() == 0
                    && said.matches("(?s).*Chrom(e|ium).*");
        } catch (IOException e) {
            return false; // what cannot be started is no browser
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How it is started, with a profile of its own. */
    ProcessBuilder start(Path profile) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--no-zygote",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--no-default-browser-check",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--force-color-profile=srgb",
                "--hide-scrollbars",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder;
    }
}
