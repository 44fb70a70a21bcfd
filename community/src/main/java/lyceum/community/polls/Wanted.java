package lyceum.community.polls;

import java.text.Normalizer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lyceum.community.polls.count.Method;
import lyceum.kernel.document.Phrase;

/** What the maker of a poll wants, read from what they wrote. */
final class Wanted {
    static final String QUESTION = "question";
    static final String OPTIONS = "options";
    static final String MINUTES = "minutes";
    static final String METHOD = "method";
    static final String COUNTS = "counts";
    static final List<String> METHODS = List.of("plurality", "approval", "irv", "condorcet");
    static final List<String> SHOWN = List.of("live", "hidden");

    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_OPTION = 80;
    private static final int MOST_OPTIONS = 10;
    private static final int USUAL_MINUTES = 10;
    private static final int MOST_MINUTES = 60 * 24 * 30;

    private final Map<String, String> given;

    Wanted(Map<String, String> given) {
        this.given = given;
    }

    /** What somebody can put right, in words. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient Phrase phrase;

        Refused(String key, Object... args) {
            super(key);
            phrase = Phrase.of(
                    "polls." + key, Arrays.stream(args).map(String::valueOf).toArray(String[]::new));
        }

        Phrase phrase() {
            return phrase;
        }
    }

    String question() throws Refused {
        String question = said(QUESTION);
        if (question.isEmpty() || question.length() > LONGEST_QUESTION) {
            throw new Refused("question-length", LONGEST_QUESTION);
        }
        return question;
    }

    List<String> options() throws Refused {
        List<String> options = Arrays.stream(said(OPTIONS).split("[|｜]"))
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .toList();
        if (options.size() < 2 || options.size() > MOST_OPTIONS) {
            throw new Refused("options-number", options.size(), MOST_OPTIONS);
        }
        for (String option : options) {
            if (option.length() > LONGEST_OPTION) {
                throw new Refused("option-length", option, LONGEST_OPTION);
            }
            if (options.stream().filter(option::equalsIgnoreCase).count() > 1) {
                throw new Refused("option-twice", option);
            }
        }
        return options;
    }

    Duration open() throws Refused {
        String minutes = said(MINUTES);
        if (minutes.isEmpty()) {
            return Duration.ofMinutes(USUAL_MINUTES);
        }
        if (!minutes.matches("[0-9]{1,6}")
                || Integer.parseInt(minutes) < 1
                || Integer.parseInt(minutes) > MOST_MINUTES) {
            throw new Refused("no-minutes", minutes, MOST_MINUTES);
        }
        return Duration.ofMinutes(Integer.parseInt(minutes));
    }

    Method method() throws Refused {
        String method = said(METHOD).toLowerCase(Locale.ROOT);
        if (!method.isEmpty() && !METHODS.contains(method)) {
            throw new Refused("no-method", method, String.join(", ", METHODS));
        }
        return method.isEmpty() ? Method.PLURALITY : Method.valueOf(method.toUpperCase(Locale.ROOT));
    }

    boolean hidden() throws Refused {
        String counts = said(COUNTS).toLowerCase(Locale.ROOT);
        if (!counts.isEmpty() && !SHOWN.contains(counts)) {
            throw new Refused("no-counts", counts);
        }
        return counts.equals("hidden");
    }

    /** The place of the option that somebody means by its number or its words; empty where there is none. */
    static Optional<Integer> place(Poll poll, String meant) {
        String wanted = Normalizer.normalize(meant.strip(), Normalizer.Form.NFC);
        for (int place = 0; place < poll.options().size(); place++) {
            if (poll.options().get(place).equalsIgnoreCase(wanted)
                    || String.valueOf(place + 1).equals(wanted)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private String said(String option) {
        return Normalizer.normalize(given.getOrDefault(option, "").strip(), Normalizer.Form.NFC);
    }
}
