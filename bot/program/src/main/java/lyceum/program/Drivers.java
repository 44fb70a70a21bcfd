package lyceum.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import lyceum.discord.JdaDriver;
import lyceum.kernel.platform.Driver;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;

/**
 * The drivers for Discord: the program's own, and those in jars of a folder {@code drivers}, in the data folder or beside the program.
 * Jars are looked for and opened only when the settings name a driver that the program has not.
 */
final class Drivers {
    private static final String FOLDER = "drivers";

    private final Path own;
    private final List<Path> folders;

    /** @param data the folder where the hub keeps what it knows */
    Drivers(Path data) {
        this.own = data.resolve(FOLDER);
        this.folders =
                Stream.concat(Stream.of(own), besideTheProgram().stream()).toList();
    }

    /**
     * The platform, not connected yet.
     *
     * @throws Refusal where there is no such driver, or it does not take the account
     */
    Platform open(String name, Driver.Account account, Driver.Surroundings around) throws Refusal {
        try {
            return named(name).open(account, around);
        } catch (PlatformRefused e) {
            throw new Refusal("running.platform-refused", e.why());
        }
    }

    private Driver named(String name) throws Refusal {
        Driver jda = new JdaDriver();
        if (jda.name().equals(name)) {
            return jda;
        }
        for (Driver driver : ServiceLoader.load(Driver.class, jars())) {
            if (driver.name().equals(name)) {
                return driver;
            }
        }
        throw new Refusal("running.no-driver", name, own.toAbsolutePath().toString());
    }

    /** Stays open as long as the program runs: a driver loads its classes when it needs them. */
    private ClassLoader jars() {
        List<URL> jars = new ArrayList<>();
        for (Path folder : folders) {
            if (Files.isDirectory(folder)) {
                jars.addAll(jarsIn(folder));
            }
        }
        return new URLClassLoader("drivers", jars.toArray(URL[]::new), Drivers.class.getClassLoader());
    }

    private static List<URL> jarsIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> jars = new ArrayList<>();
            for (Path jar : files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(jar.toUri().toURL());
            }
            return jars;
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the program runs from its jar, that is the first of the class path. */
    private static Optional<Path> besideTheProgram() {
        String first = System.getProperty("java.class.path", "").split(File.pathSeparator, 2)[0];
        return first.endsWith(".jar")
                ? Optional.of(Path.of(first).toAbsolutePath().resolveSibling(FOLDER))
                : Optional.empty();
    }
}
