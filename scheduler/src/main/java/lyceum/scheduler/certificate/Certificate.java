package lyceum.scheduler.certificate;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That somebody took part in a class.
 *
 * @param dates when, in order; never empty
 */
public record Certificate(String community, String title, String person, List<Attended> dates, Instant issued) {
    static final String FIRST_LINE = "Lyceum certificate of attendance 1";

    public Certificate {
        dates = List.copyOf(dates);
        community = oneLine(community);
        title = oneLine(title);
        person = oneLine(person);
    }

    /** One date, and how long the class was. */
    public record Attended(Instant at, int minutes) {}

    /** The lines that are signed, each with its line feed. */
    String signedText(String publicKey) {
        return FIRST_LINE
                + "\ncommunity: "
                + community
                + "\nclass: "
                + title
                + "\nperson: "
                + person
                + "\n"
                + dates.stream()
                        .map(date -> "attended: " + date.at() + " " + date.minutes() + " minutes\n")
                        .collect(Collectors.joining())
                + "issued: "
                + issued
                + "\nkey: "
                + publicKey
                + "\n";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
