package lyceum.community.giveaways.beacon;

import java.util.HexFormat;

/** The secret of the sandbox's chain, which is none: whoever has the program can know every round of it. */
public final class PlayedSecret {
    private PlayedSecret() {}

    /** The signature of a round of that chain. Takes some milliseconds. */
    public static byte[] signature(long round) {
        return new Signatures().sign(bytes(), round);
    }

    private static byte[] bytes() {
        return HexFormat.of().parseHex("7309ec35d4f89c7d370bdb214a7f0aa8ff32154c1b5923cb8dc4face1d6db1fc");
    }
}
