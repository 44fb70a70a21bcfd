package lyceum.program;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import lyceum.community.polls.count.BallotReader;
import lyceum.community.polls.count.BallotReader.BadBallots;
import lyceum.community.polls.count.Ballots;
import lyceum.community.polls.count.Method;
import lyceum.community.polls.count.TabulationJson;
import lyceum.community.polls.count.Tabulator;
import picocli.CommandLine.ParseResult;

/** {@code polls tabulate}: counts ballots from standard input. */
final class PollsCommand {
    private final Wording wording;
    private final InputStream in;
    private final PrintWriter out;
    private final PrintWriter err;

    PollsCommand(Wording wording, InputStream in, PrintWriter out, PrintWriter err) {
        this.wording = wording;
        this.in = in;
        this.out = out;
        this.err = err;
    }

    int tabulate(ParseResult typed) {
        Counting counting = typed.matchedOptionValue("--method", Counting.PLURALITY);
        Method method = Method.valueOf(counting.name());
        int seats = typed.matchedOptionValue("--seats", new Seats(1)).number();
        byte[] seed =
                typed.matchedOptionValue("--tie-seed", new TieSeed(new byte[0])).bytes();
        try {
            Ballots ballots = new BallotReader(method).read(new InputStreamReader(in, StandardCharsets.UTF_8));
            out.println(TabulationJson.of(new Tabulator(method, seats, seed).tabulate(ballots)));
            return 0;
        } catch (BadBallots bad) {
            err.println("lyceum: " + wording.say(bad.phrase()));
            return 1;
        }
    }

    /** The methods as they are typed. */
    enum Counting {
        PLURALITY,
        APPROVAL,
        SCORE,
        IRV,
        STV,
        CONDORCET;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many are elected. */
    record Seats(int number) {
        static Seats parse(String text) {
            if (!text.matches("[1-9][0-9]{0,5}")) {
                throw new picocli.CommandLine.TypeConversionException(text);
            }
            return new Seats(Integer.parseInt(text));
        }
    }

    /** The seed for ties, from hex. */
    @SuppressWarnings("ArrayRecordComponent")
    record TieSeed(byte[] bytes) {
        static TieSeed parse(String text) {
            try {
                return new TieSeed(HexFormat.of().parseHex(text));
            } catch (IllegalArgumentException e) {
                throw new picocli.CommandLine.TypeConversionException(text);
            }
        }
    }
}
