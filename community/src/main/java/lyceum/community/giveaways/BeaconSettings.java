package lyceum.community.giveaways;

import java.util.Optional;
import lyceum.community.giveaways.beacon.Chain;
import lyceum.community.giveaways.beacon.Chains;

/**
 * The beacon that decides a draw together with the sealed seed.
 *
 * @param chain its name; empty for none
 * @param delaySeconds from the freeze to its round
 * @param fallsBack whether the sealed seed alone decides where the beacon does not come
 * @param usual whether giveaways promise it whose makers say nothing of it
 */
public record BeaconSettings(String chain, int delaySeconds, boolean fallsBack, boolean usual) {
    /** The sealed seed alone. */
    public static final BeaconSettings NONE = new BeaconSettings("", 0, true, false);

    Optional<Chain> known() {
        return Chains.of(chain);
    }
}
