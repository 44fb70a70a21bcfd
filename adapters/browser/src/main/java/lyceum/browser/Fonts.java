package lyceum.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Chinese glyphs and emoji for a machine that lacks them, by a configuration for fontconfig that only the browser sees. */
final class Fonts {
    private static final NpmPackage CHINESE = new NpmPackage(
            "@expo-google-fonts/noto-sans-sc",
            "0.4.3",
            "f6b0307454c51db3bfbba0acd208f68d96d6ef84c62226853509d7607dace700"
                    + "356f3564c1b6af88be2df18515eb8d9e1988e0f3a787e8390011099f3470e771",
            "(400Regular|700Bold)/.*[.]ttf");
    private static final NpmPackage EMOJI = new NpmPackage(
            "@expo-google-fonts/noto-color-emoji",
            "0.4.6",
            "da901a90591af1e48308707977a34da7fed6ace64089561cc9c3aa01b71c3ddf"
                    + "0ff336965157d0d0ddf2f389cd3e6842413f6acccf5ba438ba72032ee9f44a12",
            ".*[.]ttf");

    private Fonts() {}

    /** What the browser's environment needs; empty where the machine can write both. */
    static Map<String, String> environment() throws IOException {
        if (!System.getProperty("os.name").equals("Linux")) {
            return Map.of();
        }
        List<Path> folders = new ArrayList<>();
        if (!machineHas("zh-cn")) {
            folders.add(CHINESE.folder());
        }
        if (!machineHas("und-zsye")) {
            folders.add(EMOJI.folder());
        }
        return folders.isEmpty()
                ? Map.of()
                : Map.of("FONTCONFIG_FILE", configuration(folders).toString());
    }

    private static Path configuration(List<Path> folders) throws IOException {
        StringBuilder dirs = new StringBuilder();
        folders.forEach(folder -> dirs.append("<dir>").append(folder).append("</dir>"));
        Path file = folders.getFirst().resolve("fonts.conf");
        Files.writeString(file, """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
                <fontconfig>
                  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
                  %s
                  <cachedir>%s</cachedir>
                </fontconfig>
                """.formatted(dirs, folders.getFirst().resolve("cache")));
        return file;
    }

    /** @param language in fontconfig's way; und-zsye are emoji */
    private static boolean machineHas(String language) {
        try {
            Process process = new ProcessBuilder("fc-list", ":lang=" + language, "family")
                    .redirectErrorStream(true)
                    .start();
            String found = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0 && !found.isBlank();
        } catch (IOException e) {
            return false; // without fc-list nobody knows, and a font too many does no harm
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
