package lyceum.community.giveaways.draw;

import java.util.HexFormat;

/**
 * What a beacon published for one round, as a bundle holds it.
 *
 * @param chain the chain's name or hash
 * @param signature the chain's signature over the round
 * @param randomness 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record Beacon(String chain, long round, byte[] signature, byte[] randomness) {
    /** As it stands in a bundle. */
    String json() {
        HexFormat hex = HexFormat.of();
        return "{\"chain\":" + CanonicalJson.string(chain)
                + ",\"randomness\":\"" + hex.formatHex(randomness)
                + "\",\"round\":" + round
                + ",\"signature\":\"" + hex.formatHex(signature) + "\"}";
    }
}
