package lyceum.web.hooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Locale;

/** Reads the fields of a delivery; whatever is not as it must be is an {@link IllegalArgumentException}. */
final class Told {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST = 200;
    private static final long LAST_SECOND = 32_503_680_000L;

    private Told() {}

    static JsonNode json(String text) {
        try {
            JsonNode read = JSON.readTree(text);
            if (!read.isObject()) {
                throw new IllegalArgumentException("not an object");
            }
            return read;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not JSON", e);
        }
    }

    /** On one line, not too long; empty where there is none. */
    static String words(JsonNode node) {
        String plain = node.isValueNode() && !node.isNull() ? node.asText() : "";
        String line = plain.replaceAll("\\p{Cntrl}", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /** The first that is not empty. */
    static String first(JsonNode... nodes) {
        for (JsonNode node : nodes) {
            if (!words(node).isEmpty()) {
                return words(node);
            }
        }
        return "";
    }

    /** An id as it may stand in ours. */
    static String id(JsonNode node) {
        String id = words(node);
        if (!id.matches("[\\w.@:=+-]{1,128}")) {
            throw new IllegalArgumentException("no id where one must be");
        }
        return id;
    }

    static Instant seconds(JsonNode node) {
        if (!node.canConvertToLong() || node.asLong() < 0 || node.asLong() > LAST_SECOND) {
            throw new IllegalArgumentException("no time where one must be");
        }
        return Instant.ofEpochSecond(node.asLong());
    }

    /** ISO 8601. */
    static Instant time(JsonNode node) {
        try {
            Instant at = OffsetDateTime.parse(words(node)).toInstant();
            if (at.getEpochSecond() < 0 || at.getEpochSecond() > LAST_SECOND) {
                throw new IllegalArgumentException("no time that anybody means");
            }
            return at;
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("no time where one must be", e);
        }
    }

    /** Of {@code 4.99} in a currency with cents, 499. */
    static long minor(String amount, String currency) {
        if (!amount.matches("[0-9]{1,12}(\\.[0-9]{1,6})?")) {
            throw new IllegalArgumentException("no amount where one must be");
        }
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return new BigDecimal(amount)
                .movePointRight(digits)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** Of ISO 4217, in capitals. */
    static String currency(JsonNode node) {
        return Currency.getInstance(words(node).toUpperCase(Locale.ROOT)).getCurrencyCode();
    }
}
