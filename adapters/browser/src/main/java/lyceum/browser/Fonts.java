package lyceum.browser;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Chinese glyphs for a machine that has none, by a configuration for fontconfig that only the browser sees. */
final class Fonts {
    private static final NpmPackage PACKAGE = new NpmPackage(
            "@fontsource-variable/noto-sans-sc",
            "5.3.1",
            "501f7a249d7b1f20f97a1114ec49b4843761edfbd3301e01e07ce6ab973841a3"
                    + "70c122ea4eb74cd92f9ca3249e06a0a45f08740f1a974f46f4c0cae6ce8ac5a5");

    private Fonts() {}

    /** What the browser's environment needs; empty where the machine can write Chinese. */
    static Map<String, String> environment() throws IOException {
        if (!System.getProperty("os.name").equals("Linux") || machineHasChinese()) {
            return Map.of();
        }
        Path folder = PACKAGE.folder();
        Path file = folder.resolve("fonts.conf");
        Files.writeString(file, """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
                <fontconfig>
                  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
                  <dir>%1$s/files</dir>
                  <cachedir>%1$s/cache</cachedir>
                </fontconfig>
                """.formatted(folder));
        return Map.of("FONTCONFIG_FILE", file.toString());
    }

    private static boolean machineHasChinese() {
        try {
            Process process = new ProcessBuilder("fc-list", ":lang=zh-cn", "family")
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
