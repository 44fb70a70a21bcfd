package lyceum.program.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How soon a line that is taken back is gone at each viewer, while nothing else is said. */
final class Deletions {
    private static final int LINES = 10;
    private static final Duration AT_MOST = Duration.ofSeconds(5);
    private static final Pattern SAID = Pattern.compile("\"kind\":\"said\",\"id\":\"([^\"]+)\"");
    private static final String DELETED = "\"kind\":\"deleted\"";

    private Deletions() {}

    /** Milliseconds from when it was asked to when a viewer is told; who is not told within five seconds counts as five. */
    static double p99(Audience audience) throws IOException {
        List<Double> millis = new ArrayList<>();
        Audience.Seat speaker = audience.seats().getFirst();
        for (int i = 0; i < LINES; i++) {
            String line = said(audience, speaker, i);
            int before = millis.size();
            long asked = System.nanoTime();
            audience.onFrames((_, text) -> {
                if (StandardCharsets.UTF_8.decode(text.duplicate()).toString().contains(DELETED)) {
                    millis.add((System.nanoTime() - asked) / 1e6);
                }
            });
            audience.send(speaker, "{\"do\":\"delete\",\"n\":\"d%d\",\"line\":\"%s\"}".formatted(i, line));
            int all = before + audience.seats().size();
            while (millis.size() < all && System.nanoTime() - asked < AT_MOST.toNanos()) {
                audience.turn(10);
            }
            millis.addAll(Collections.nCopies(all - millis.size(), (double) AT_MOST.toMillis()));
        }
        Collections.sort(millis);
        return millis.get((int) (0.99 * millis.size()));
    }

    /** The id of a line that everybody has been told of. */
    private static String said(Audience audience, Audience.Seat speaker, int number) throws IOException {
        String[] line = {""};
        int[] told = {0};
        audience.onFrames((_, text) -> {
            told[0]++;
            Matcher said = SAID.matcher(StandardCharsets.UTF_8.decode(text.duplicate()));
            if (said.find()) {
                line[0] = said.group(1);
            }
        });
        audience.send(speaker, "{\"do\":\"say\",\"n\":\"s%d\",\"text\":\"to be taken back\"}".formatted(number));
        long until = System.nanoTime() + AT_MOST.toNanos();
        while (told[0] < audience.seats().size() && System.nanoTime() < until) {
            audience.turn(10);
        }
        return line[0];
    }
}
