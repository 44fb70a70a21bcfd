package lyceum.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A folder with the real launcher among a Maven, JDKs and sources that are only scripts and names, run with an empty environment. */
final class Checkout {
    final Path folder;
    final Path root;
    private final Map<String, String> environment = new HashMap<>();

    Checkout(Path folder) throws IOException {
        this.folder = folder.toRealPath();
        root = Files.createDirectories(this.folder.resolve("check out"));
        Path launcher = Path.of(System.getProperty("lyceum.root")).resolve("lyceum");
        script(root.resolve("lyceum"), Files.readString(launcher));
        age(root.resolve("lyceum"), 60);
        source("pom.xml");
        source("kernel/src/main/java/A.java");
        set("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        set("LYCEUM_JDK_FOLDERS", folder.resolve("jdks").toString());
        set("LYCEUM_AOT", "off");
        maven(
                "echo ran >>\"$0.log\"; echo '[INFO] Building kernel: the shared words 0.1.0     [2/3]'; for a; do case $a in"
                        + " -Dlyceum.jar=*) echo jar >\"${a#*=}\";; esac; done");
    }

    Checkout set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    /** A JDK whose java says which it is and repeats its arguments, one a line. */
    Path jdk(String place, String version) throws IOException {
        Path home = folder.resolve(place);
        script(home.resolve("bin/javac"), "");
        script(
                home.resolve("bin/java"),
                "for a; do case $a in -XX:AOTCacheOutput=*) echo cache >\"${a#*=}\";; esac; done\n" + "echo 'java "
                        + version + "'; printf '%s\\n' \"$@\"\n");
        Files.writeString(
                home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\nOS_NAME=\"Linux\"\n");
        return home;
    }

    void maven(String body) throws IOException {
        script(folder.resolve("bin/mvn"), body);
    }

    int builds() throws IOException {
        Path log = folder.resolve("bin/mvn.log");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    Path jar() {
        return root.resolve("bot/program/target/lyceum.jar");
    }

    /** A file of the checkout; its time lies a minute in the past, so that what is made now is newer. */
    Path source(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, name);
        age(file, 60);
        age(file.resolveSibling("."), 60);
        return file;
    }

    static void age(Path file, int seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    /** Starts the launcher and leaves it running. */
    Running start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(root.resolve("lyceum").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        return new Running(
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }

    Ended run(String... arguments) throws IOException, InterruptedException {
        return start(arguments).end();
    }

    static void script(Path file, String body) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, body.startsWith("#!") ? body : "#!/bin/sh\n" + body + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A launcher that runs. */
    record Running(Process process, Path out, Path err) {
        Ended end() throws IOException, InterruptedException {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the launcher did not end: " + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        }
    }

    /** What a run of the launcher came to. */
    record Ended(int status, String out, String err) {}
}
