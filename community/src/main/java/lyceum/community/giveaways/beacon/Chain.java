package lyceum.community.giveaways.beacon;

import java.time.Instant;
import java.util.HexFormat;

/**
 * A beacon's chain of rounds.
 *
 * @param name as rules name it
 * @param hash as its relays name it, in hex
 * @param genesis when round 1 came, in seconds
 * @param period seconds from round to round
 * @param key its public key, in hex
 */
public record Chain(String name, String hash, long genesis, long period, String key) {
    /** When a round comes. */
    public Instant time(long round) {
        return Instant.ofEpochSecond(genesis + (round - 1) * period);
    }

    /** The first round at or after an instant. */
    public long roundAt(Instant instant) {
        long wanted = instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0) - genesis;
        return wanted <= 0 ? 1 : 1 + (wanted + period - 1) / period;
    }

    /** Whether a signature over a round is this chain's. Takes some milliseconds. */
    public boolean signed(long round, byte[] signature) {
        return new Signatures().verify(Points.second(HexFormat.of().parseHex(key)), round, signature);
    }

    /** The randomness of a signature. */
    public static byte[] randomness(byte[] signature) {
        return Signatures.sha(signature);
    }
}
