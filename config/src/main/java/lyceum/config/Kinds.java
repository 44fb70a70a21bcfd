package lyceum.config;

import java.lang.invoke.MethodType;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The types of the JDK that are written as one text. */
final class Kinds {
    private static final Pattern DURATION = Pattern.compile(
            "(?:(\\d{1,6})d)?\\s*(?:(\\d{1,6})h)?\\s*(?:(\\d{1,6})m)?\\s*(?:(\\d{1,6})s)?\\s*(?:(\\d{1,6})ms)?");

    private final Map<Class<?>, Kind> kinds;

    Kinds(Texts texts) {
        kinds = Map.ofEntries(
                Map.entry(String.class, new Kind("\"...\"", text -> text)),
                Map.entry(
                        int.class,
                        new Kind("8080", text -> Math.toIntExact(number(text, Integer.MIN_VALUE, Integer.MAX_VALUE)))),
                Map.entry(long.class, new Kind("1000", text -> number(text, Long.MIN_VALUE, Long.MAX_VALUE))),
                Map.entry(double.class, new Kind("0.5", Kinds::decimal)),
                Map.entry(boolean.class, new Kind("true", Kinds::truth)),
                Map.entry(Duration.class, new Kind("15m", Kinds::duration)),
                Map.entry(ZoneId.class, new Kind("Asia/Shanghai", Kinds::zone)),
                Map.entry(URI.class, new Kind("https://example.org/", Kinds::address)),
                Map.entry(Path.class, new Kind("folder/file", text -> texts.path(required(text)))),
                Map.entry(Secret.class, new Kind("${NAME}", text -> new Secret(required(text)))));
    }

    /**
     * One such type.
     *
     * @param example of how it is written
     */
    record Kind(String example, Reader reader) {}

    /** Makes a value of a text. */
    interface Reader {
        Object read(String text) throws Refused;
    }

    /** The type's, boxed or not. */
    Optional<Kind> of(Class<?> type) {
        return Optional.ofNullable(
                kinds.get(MethodType.methodType(type).unwrap().returnType()));
    }

    private static String required(String text) throws Refused {
        if (text.isBlank()) {
            throw new Refused(Reason.of("empty"));
        }
        return text.strip();
    }

    private static long number(String text, long least, long most) throws Refused {
        if (!text.matches("[+-]?[0-9]+")) {
            throw new Refused(Reason.of("not.number", text));
        }
        BigInteger number = new BigInteger(text);
        if (number.compareTo(BigInteger.valueOf(least)) < 0 || number.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new Refused(Reason.of("range", text, Long.toString(least), Long.toString(most)));
        }
        return number.longValue();
    }

    private static double decimal(String text) throws Refused {
        if (!text.matches("[+-]?[0-9]{1,15}(\\.[0-9]{1,15})?")) {
            throw new Refused(Reason.of("not.decimal", text));
        }
        return Double.parseDouble(text);
    }

    private static boolean truth(String text) throws Refused {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refused(Reason.of("not.truth", text));
        };
    }

    private static Duration duration(String text) throws Refused {
        Matcher matcher = DURATION.matcher(text);
        if (text.isBlank() || !matcher.matches()) {
            throw new Refused(Reason.of("not.duration", text));
        }
        return Duration.ofDays(part(matcher, 1))
                .plusHours(part(matcher, 2))
                .plusMinutes(part(matcher, 3))
                .plusSeconds(part(matcher, 4))
                .plusMillis(part(matcher, 5));
    }

    private static long part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static ZoneId zone(String text) throws Refused {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            Optional<String> meant = Nearest.to(text, ZoneId.getAvailableZoneIds());
            throw new Refused(
                    meant.isPresent() ? Reason.of("not.zone.near", text, meant.get()) : Reason.of("not.zone", text));
        }
    }

    private static URI address(String text) throws Refused {
        try {
            URI address = new URI(text);
            if (!address.isAbsolute() || address.getHost() == null) {
                throw new Refused(Reason.of("not.address", text));
            }
            return address;
        } catch (URISyntaxException e) {
            throw new Refused(Reason.of("not.address", text));
        }
    }
}
