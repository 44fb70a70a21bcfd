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
    static final List<String> METHODS = List.of("plurality", "approval", "score", "irv", "stv", "condorcet");
    static final String SEATS = "seats";
    static final String QUORUM = "quorum";
    static final String BALLOTS = "ballots";
    static final String ANSWER = "answer";
    static final String SECONDS = "seconds";
    static final List<String> KEPT = List.of("secret", "open");
    static final List<String> SHOWN = List.of("live", "hidden");

    private static final int LONGEST_QUESTION = 200;
    private static final int LONGEST_OPTION = 80;
    private static final int MOST_OPTIONS = 10;
    private static final int USUAL_MINUTES = 10;
    private static final int USUAL_SECONDS = 30;
    private static final int MOST_SECONDS = 600;
    private static final int MOST_VOTERS = 1_000_000;
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

    /** The terms of a poll, which are checked against each other. */
    Terms terms() throws Refused {
        Method method = method();
        int seats = number(SEATS, 1, MOST_OPTIONS);
        if (seats >= options().size()) {
            throw new Refused("no-seats", seats, options().size() - 1);
        }
        if (seats > 1 && method == Method.IRV) {
            throw new Refused("one-seat", seats);
        }
        return new Terms(method, seats, hidden(), named(), number(QUORUM, 0, MOST_VOTERS), Terms.POLL);
    }

    /** The terms of a quiz, whose answer is one of its options, by its number or its words. */
    Terms quiz() throws Refused {
        List<String> options = options();
        return Terms.quiz(place(options, said(ANSWER))
                .orElseThrow(() -> new Refused("no-choice", said(ANSWER), String.join(", ", options))));
    }

    /** For how long a quiz is open. */
    Duration quick() throws Refused {
        return Duration.ofSeconds(number(SECONDS, USUAL_SECONDS, MOST_SECONDS));
    }

    private boolean named() throws Refused {
        String kept = said(BALLOTS).toLowerCase(Locale.ROOT);
        if (!kept.isEmpty() && !KEPT.contains(kept)) {
            throw new Refused("no-ballots", kept);
        }
        return kept.equals("open");
    }

    private int number(String option, int usual, int most) throws Refused {
        String number = said(option);
        if (number.isEmpty()) {
            return usual;
        }
        if (!number.matches("[0-9]{1,7}") || Integer.parseInt(number) < 1 || Integer.parseInt(number) > most) {
            throw new Refused("no-number", number, most);
        }
        return Integer.parseInt(number);
    }

    /** The place of the option that somebody means by its number or its words; empty where there is none. */
    static Optional<Integer> place(Poll poll, String meant) {
        return place(poll.options(), meant);
    }

    private static Optional<Integer> place(List<String> options, String meant) {
        String wanted = Normalizer.normalize(meant.strip(), Normalizer.Form.NFC);
        for (int place = 0; place < options.size(); place++) {
            if (options.get(place).equalsIgnoreCase(wanted)
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
