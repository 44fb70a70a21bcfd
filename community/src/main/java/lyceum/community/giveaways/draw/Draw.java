package lyceum.community.giveaways.draw;

import java.util.Map;
import javax.crypto.Mac;
import lyceum.kernel.chance.Words;

/**
 * A draw when everything that decides it is known.
 *
 * @param drawId the giveaway's id
 * @param rulesHash 32 bytes
 * @param seed the 32 bytes that the commitment hid
 * @param beacon what came from outside after the freeze
 * @param perPlatform accounts by platform, as counted at the freeze
 */
@SuppressWarnings("ArrayRecordComponent")
public record Draw(
        String drawId, byte[] rulesHash, byte[] seed, Round beacon, Entrants entrants, Map<String, Long> perPlatform) {
    public Draw {
        perPlatform = Map.copyOf(perPlatform);
    }

    /**
     * One round of a beacon.
     *
     * @param randomness 32 bytes
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Round(long round, byte[] randomness) {
        /** Where the rules ask for no beacon. */
        public static Round none() {
            return new Round(0, new byte[Hash.SIZE]);
        }
    }

    /** {@code commit}, which is published before anybody enters. */
    public static byte[] commit(String drawId, byte[] rulesHash, byte[] seed) {
        return Hash.tagged("commit").text(drawId).raw(rulesHash).raw(seed).done();
    }

    /** {@code rulesHash} of rules in canonical JSON. */
    public static byte[] rulesHash(byte[] canonicalRules) {
        return Hash.tagged("rules").raw(canonicalRules).done();
    }

    /**
     * An entrant's tag, which says nothing to those who lack the salt.
     *
     * @param salt 16 bytes
     */
    public static byte[] tag(byte[] salt, String platform, String userId) {
        return Hash.tagged("tag").raw(salt).text(platform).text(userId).done();
    }

    /** {@code root} over the entrants. */
    public byte[] root() {
        return Merkle.root(drawId, entrants);
    }

    /** {@code frozen}, which is published at the freeze. */
    public byte[] frozen(byte[] root) {
        return Hash.tagged("frozen")
                .text(drawId)
                .raw(root)
                .u64(entrants.size())
                .u64(entrants.weight())
                .sized(CanonicalJson.counts(perPlatform))
                .done();
    }

    /** K, from which all numbers come. */
    public byte[] key(byte[] frozen) {
        Mac mac = Words.keyed(seed);
        mac.update(Hash.tag("key"));
        byte[] id = Hash.utf8(drawId);
        mac.update(Hash.u32(id.length));
        mac.update(id);
        mac.update(rulesHash);
        mac.update(frozen);
        mac.update(Hash.bytes(beacon.round()));
        mac.update(beacon.randomness());
        return mac.doFinal();
    }

    /** The places of the first entrants of the ranking, at most {@code picks}. */
    public int[] ranking(byte[] key, int picks) {
        Words words = new Words(key);
        SumTree left = new SumTree(entrants);
        long weight = entrants.weight();
        int[] ranking = new int[Math.min(picks, entrants.size())];
        for (int i = 0; i < ranking.length; i++) {
            int pick = left.find(words.below(weight));
            int tickets = entrants.tickets(pick);
            left.takeOut(pick, tickets);
            weight -= tickets;
            ranking[i] = pick;
        }
        return ranking;
    }

    /** Everything of a draw in one step. */
    public Outcome outcome(int picks) {
        byte[] root = root();
        byte[] frozen = frozen(root);
        return new Outcome(root, frozen, ranking(key(frozen), picks));
    }

    /**
     * What a draw comes to.
     *
     * @param ranking places among the entrants
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Outcome(byte[] root, byte[] frozen, int[] ranking) {}
}
