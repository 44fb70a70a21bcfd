package lyceum.community.giveaways.draw;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.kernel.document.Phrase;

/**
 * What an entrant was told in private, by which they prove to have taken part.
 *
 * @param tag in hex
 */
public record Receipt(String tag) {
    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern SALTED = Pattern.compile(
            "\\b(discord|telegram|twitch|room):([A-Za-z0-9_-]{1,64})\\b.*?(?<![0-9a-f])([0-9a-f]{32})(?![0-9a-f])",
            Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    /**
     * Reads a receipt as it was told, whole or the tag alone. Where the account and the salt stand in it, the tag follows from them.
     *
     * @throws Flaw where neither is there, or the tag is another one than follows
     */
    public static Receipt read(String text) throws Flaw {
        Matcher tag = TAG.matcher(text);
        Optional<String> told = tag.find() ? Optional.of(tag.group()) : Optional.empty();
        Matcher salted = SALTED.matcher(text);
        if (!salted.find()) {
            return new Receipt(told.orElseThrow(() -> new Flaw("receipt-none")));
        }
        String follows = HEX.formatHex(Draw.tag(HEX.parseHex(salted.group(3)), salted.group(1), salted.group(2)));
        if (told.isPresent() && !told.get().equals(follows)) {
            throw new Flaw("receipt-other", salted.group(1) + ":" + salted.group(2), follows);
        }
        return new Receipt(follows);
    }

    /**
     * Says how this entrant took part.
     *
     * @param file the bytes of a bundle, or of the proof of this entrant's inclusion
     * @throws Flaw where they did not, or the file itself is wrong
     */
    public Phrase in(byte[] file) throws Flaw {
        Optional<Inclusion> inclusion = Inclusion.read(file);
        if (inclusion.isPresent()) {
            return under(inclusion.get());
        }
        List<Phrase> faults = Verification.of(file).faults();
        if (!faults.isEmpty()) {
            throw new Flaw(faults.getFirst());
        }
        Bundle bundle = BundleReader.read(file);
        Entrants entrants = bundle.draw().entrants();
        int at = entrants.place(HEX.parseHex(tag));
        if (at < 0) {
            throw new Flaw("receipt-absent", tag);
        }
        int place =
                bundle.claimed().ranking().stream().map(HEX::formatHex).toList().indexOf(tag) + 1;
        String tickets = String.valueOf(entrants.tickets(at));
        return place > 0
                ? Phrase.of("giveaways.receipt-drawn", tickets, String.valueOf(place))
                : Phrase.of("giveaways.receipt-in", tickets, String.valueOf(entrants.size()));
    }

    private Phrase under(Inclusion inclusion) throws Flaw {
        if (!inclusion.tag().equals(tag)) {
            throw new Flaw("receipt-absent", tag);
        }
        if (!inclusion.holds()) {
            throw new Flaw("receipt-no-way", inclusion.root());
        }
        return Phrase.of("giveaways.receipt-under", String.valueOf(inclusion.tickets()), inclusion.root());
    }
}
