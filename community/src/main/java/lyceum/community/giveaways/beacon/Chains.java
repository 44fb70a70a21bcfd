package lyceum.community.giveaways.beacon;

import java.util.List;
import java.util.Optional;

/** The chains that rules may name. */
public final class Chains {
    /** The public one of drand. */
    public static final Chain QUICKNET = new Chain(
            "quicknet",
            "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971",
            1_692_803_367,
            3,
            "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc2"
                    + "2b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a");

    /** The sandbox's own, for trying things out: everybody can know its secret, so it proves nothing. */
    public static final Chain SANDBOX = new Chain(
            "sandbox",
            "0ab07b5ee44a8c550b54ff495d59c3a00c89d7f8e0d0c3c2fa24570c67dd5ec6",
            0,
            3,
            "805ef3ccecca44e36a6d25b8bd81117d7274ffda928ad055eea85dbbf92ca9edcad556716ff75f3e296d998479fab49b091fa12521565f4fc"
                    + "b093cff1267f5ebdd95f63147b98e9f11403680ea4ea44f9f359da767c00e880752217bb3bb4b19");

    private Chains() {}

    /** By name or hash. */
    public static Optional<Chain> of(String chain) {
        return List.of(QUICKNET, SANDBOX).stream()
                .filter(known -> known.name().equals(chain) || known.hash().equals(chain))
                .findFirst();
    }
}
