package lyceum.community.giveaways.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import lyceum.community.giveaways.beacon.Chains;
import org.jspecify.annotations.Nullable;

/** When it opens and closes, and by which beacon and when it is drawn, revealed and claimed. */
final class LintWhen {
    private static final Pattern UTC = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
    private static final int LEAST_DELAY = 60;
    private static final int MOST_DELAY = 7 * 24 * 3600;
    private static final int MOST_HOURS = 365 * 24;

    private final Lint lint;
    private final Instant now;

    LintWhen(Lint lint, Instant now) {
        this.lint = lint;
        this.now = now;
    }

    void run() {
        Instant opens = time("opens");
        Instant closes = time("closes");
        if (opens != null && closes != null && !closes.isAfter(opens)) {
            lint.fault("closes-early", closes.toString(), opens.toString());
        }
        if (closes != null && !closes.isAfter(now)) {
            lint.fault("closes-past", closes.toString());
        }
        beacon();
        for (String hours : new String[] {"revealHours", "claimHours"}) {
            if (!lint.at(hours).isMissingNode()) {
                lint.whole(hours, lint.at(hours), 1, MOST_HOURS);
            }
        }
    }

    private @Nullable Instant time(String field) {
        if (!lint.needs(field)) {
            return null;
        }
        String said = lint.at(field).asText();
        try {
            if (lint.at(field).isTextual() && UTC.matcher(said).matches()) {
                return Instant.parse(said);
            }
        } catch (DateTimeException e) {
            lint.fault("no-date", field, said);
            return null;
        }
        lint.fault("no-time", field, said);
        return null;
    }

    private void beacon() {
        JsonNode fallback = lint.at("beaconFallback");
        if (!fallback.isMissingNode() && !Set.of("wait", "seed-only").contains(fallback.asText())) {
            lint.fault("fallback", fallback.toString());
        }
        JsonNode beacon = lint.at("beacon");
        if (beacon.isMissingNode()) {
            return;
        }
        if (!beacon.isObject()) {
            lint.fault("type-object", "beacon");
            return;
        }
        lint.onlyKnown("beacon", beacon, Set.of("chain", "delaySeconds"));
        JsonNode chain = beacon.path("chain");
        if (!chain.isTextual() || Chains.of(chain.asText()).isEmpty()) {
            lint.fault("chain", chain.asText());
        }
        if (beacon.has("delaySeconds")) {
            lint.whole("beacon.delaySeconds", beacon.path("delaySeconds"), LEAST_DELAY, MOST_DELAY);
        }
    }
}
