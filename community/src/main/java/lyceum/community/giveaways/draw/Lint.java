package lyceum.community.giveaways.draw;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.kernel.document.Phrase;

/** One reading of rules: their fields, and the faults found so far. */
final class Lint {
    private final JsonNode rules;
    private final List<Phrase> faults = new ArrayList<>();

    Lint(JsonNode rules) {
        this.rules = rules;
    }

    List<Phrase> faults() {
        return List.copyOf(faults);
    }

    /** A field of the rules; missing and null are the same. */
    JsonNode at(String field) {
        JsonNode value = rules.path(field);
        return value.isNull() ? rules.path("") : value;
    }

    void fault(String key, String... args) {
        faults.add(Phrase.of("giveaways.lint-" + key, args));
    }

    /** Whether the field is there; a fault where it is not. */
    boolean needs(String field) {
        if (at(field).isMissingNode()) {
            fault("missing", field);
            return false;
        }
        return true;
    }

    /** Whether a value is a whole number within bounds; a fault where it is not. */
    boolean whole(String path, JsonNode value, long least, long most) {
        if (value.isMissingNode()) {
            fault("missing", path);
            return false;
        }
        boolean fits = value.isIntegralNumber()
                && value.canConvertToLong()
                && value.longValue() >= least
                && value.longValue() <= most;
        if (!fits) {
            fault("whole", path, value.toString(), String.valueOf(least), String.valueOf(most));
        }
        return fits;
    }

    /** Whether a value is text that can be shown and hashed; a fault where it is not. */
    boolean text(String path, JsonNode value) {
        if (value.isMissingNode()) {
            fault("missing", path);
            return false;
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            fault("text", path);
            return false;
        }
        String text = value.asText();
        boolean plain = Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && text.codePoints()
                        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
        if (!plain) {
            fault("text-form", path);
        }
        return plain;
    }

    /** A fault for every field of an object that is not known. */
    void onlyKnown(String path, JsonNode object, Set<String> known) {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                fault("unknown", path.isEmpty() ? field : path + "." + field);
            }
        });
    }

    JsonNode rules() {
        return rules;
    }
}
