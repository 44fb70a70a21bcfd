package lyceum.community.giveaways.draw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lyceum.community.giveaways.draw.Bundle.Assurance;
import lyceum.community.giveaways.draw.Bundle.Claims;
import lyceum.community.giveaways.draw.Draw.Round;
import org.jspecify.annotations.Nullable;

/** Reads a bundle from its one canonical spelling and takes no other. */
final class BundleReader {
    private static final long MOST = Entrants.TOO_MANY_TICKETS - 1;
    private static final int SIGNATURE = 48;
    private static final byte[] TAG = ascii("{\"tag\":\"");
    private static final byte[] TICKETS = ascii("\",\"tickets\":");
    private static final byte[] CLOSE = ascii("}");

    private final Cursor in;

    private BundleReader(byte[] bytes) {
        in = new Cursor(bytes);
    }

    /**
     * Reads the bytes of a bundle, whose line may be ended.
     *
     * @throws Flaw where they are anything else
     */
    static Bundle read(byte[] bytes) throws Flaw {
        return new BundleReader(bytes).bundle();
    }

    private Bundle bundle() throws Flaw {
        in.expect("{\"assurance\":\"");
        Assurance assurance = in.takes("SEED_ONLY") ? Assurance.SEED_ONLY : Assurance.BEACON;
        if (assurance == Assurance.BEACON) {
            in.expect("BEACON");
        }
        in.expect("\",\"beacon\":");
        Beacon beacon = in.takes("null") ? null : beacon();
        byte[] commit = hash(",\"commit\":\"");
        in.expect("\",\"drawId\":");
        String drawId = in.string();
        in.expect(",\"entrants\":[");
        Entrants entrants = entrants();
        byte[] frozen = hash(",\"frozen\":\"");
        in.expect("\",\"perPlatform\":");
        Map<String, Long> perPlatform = perPlatform();
        in.expect(",\"protocol\":\"" + Bundle.PROTOCOL + "\",\"ranking\":[");
        List<byte[]> ranking = ranking();
        byte[] root = hash(",\"root\":\"");
        in.expect("\",\"rules\":");
        byte[] rules = in.object();
        byte[] rulesHash = hash(",\"rulesHash\":\"");
        byte[] seed = hash("\",\"seed\":\"");
        in.expect("\",\"weight\":");
        long weight = in.whole(MOST);
        in.expect(CLOSE);
        in.end();
        Round round = beacon == null ? Round.none() : new Round(beacon.round(), beacon.randomness());
        Draw draw = new Draw(drawId, rulesHash, seed, round, entrants, perPlatform);
        return new Bundle(draw, rules, new Claims(assurance, commit, root, frozen, weight, ranking), beacon);
    }

    private byte[] hash(String before) throws Flaw {
        in.expect(before);
        return in.hex(Hash.SIZE);
    }

    private Beacon beacon() throws Flaw {
        in.expect("{\"chain\":");
        String chain = in.string();
        byte[] randomness = hash(",\"randomness\":\"");
        in.expect("\",\"round\":");
        long round = in.whole(MOST);
        in.expect(",\"signature\":\"");
        byte[] signature = in.hex(SIGNATURE);
        in.expect("\"}");
        return new Beacon(chain, round, signature, randomness);
    }

    private Entrants entrants() throws Flaw {
        EntrantList entrants = new EntrantList();
        byte[] tag = new byte[Hash.SIZE];
        while (in.peek() != ']') {
            if (entrants.size() > 0) {
                in.expect(",");
            }
            in.expect(TAG);
            in.hex(tag);
            in.expect(TICKETS);
            int tickets = (int) in.whole(Integer.MAX_VALUE);
            in.expect(CLOSE);
            if (tickets == 0) {
                throw new Flaw("proof-no-ticket", String.valueOf(entrants.size() + 1));
            }
            entrants.add(tag, tickets);
            if (!entrants.endsAscending()) {
                throw new Flaw("proof-order", String.valueOf(entrants.size()));
            }
        }
        in.step();
        Entrants all = entrants.sorted();
        if (all.weight() > MOST) {
            throw new Flaw("proof-too-many-tickets", String.valueOf(MOST));
        }
        return all;
    }

    private Map<String, Long> perPlatform() throws Flaw {
        Map<String, Long> counts = new TreeMap<>();
        @Nullable String last = null;
        in.expect("{");
        while (in.peek() != '}') {
            if (last != null) {
                in.expect(",");
            }
            String platform = in.string();
            in.expect(":");
            counts.put(platform, in.whole(MOST));
            if (last != null && last.compareTo(platform) >= 0) {
                throw new Flaw("proof-platforms");
            }
            last = platform;
        }
        in.step();
        return counts;
    }

    private List<byte[]> ranking() throws Flaw {
        List<byte[]> tags = new ArrayList<>();
        while (in.peek() != ']') {
            in.expect(tags.isEmpty() ? "\"" : ",\"");
            tags.add(in.hex(Hash.SIZE));
            in.expect("\"");
        }
        in.step();
        return tags;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
