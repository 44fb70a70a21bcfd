package lyceum.community.giveaways.beacon;

import java.util.HexFormat;

/** The secret of the sandbox's chain, which is none. */
public final class PlayedSecret {
    private PlayedSecret() {}

    public static byte[] bytes() {
        return HexFormat.of().parseHex("7309ec35d4f89c7d370bdb214a7f0aa8ff32154c1b5923cb8dc4face1d6db1fc");
    }
}
