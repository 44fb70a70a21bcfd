package lyceum.program;

import java.util.HexFormat;
import lyceum.community.giveaways.beacon.Chain;
import lyceum.community.giveaways.beacon.Chains;
import lyceum.community.giveaways.beacon.PlayedSecret;
import lyceum.sandbox.PlayedBeacon;

/** The beacon of the sandbox's world, whose rounds are signed by the secret that is none. */
public final class SandboxBeacon {
    private static final HexFormat HEX = HexFormat.of();

    private SandboxBeacon() {}

    public static PlayedBeacon played() {
        Chain chain = Chains.SANDBOX;
        return new PlayedBeacon(chain.hash(), chain.genesis(), chain.period(), SandboxBeacon::told);
    }

    private static PlayedBeacon.Told told(long round) {
        byte[] signature = PlayedSecret.signature(round);
        return new PlayedBeacon.Told(HEX.formatHex(signature), HEX.formatHex(Chain.randomness(signature)));
    }
}
