package lyceum.community.giveaways.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rounds of chains and their signatures. */
class ChainTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final String ROUND_1000 =
            "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

    @Test
    void aRoundOfQuicknetIsItsOwnAndNoOther() {
        byte[] signature = HEX.parseHex(ROUND_1000);

        assertThat(Chains.QUICKNET.signed(1000, signature)).isTrue();
        assertThat(Chains.QUICKNET.signed(1001, signature)).isFalse();
        assertThat(Chains.SANDBOX.signed(1000, signature)).isFalse();
        assertThat(HEX.formatHex(Chain.randomness(signature)))
                .isEqualTo("fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd");
    }

    @Test
    void noChangedBitOfASignaturePasses() {
        for (int bit = 0; bit < 48 * 8; bit += 7) {
            byte[] signature = HEX.parseHex(ROUND_1000);
            signature[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(Chains.QUICKNET.signed(1000, signature)).as("bit " + bit).isFalse();
        }
    }

    /** Appendix J.9.1 of RFC 9380; the points in their compressed spelling. */
    @ParameterizedTest
    @CsvSource({
        "'',852926add2207b76ca4fa57a8734416c8dc95e24501772c814278700eed6d1e4e8cf62d9c09db0fac349612b759e79a1",
        "abc,83567bc5ef9c690c2ab2ecdf6a96ef1c139cc0b2f284dca0a9a7943388a49a3aee664ba5379a7655d3c68900be2f6903",
        "abcdef0123456789,91e0b079dea29a68f0383ee94fed1b940995272407e3bb916bbf268c263ddd57a6a27200a784cbc248e84f357ce82d98"
    })
    void messagesAreHashedToTheCurveAsTheStandardSays(String message, String point) {
        HashToCurve hash = new HashToCurve("QUUX-V01-CS02-with-BLS12381G1_XMD:SHA-256_SSWU_RO_");

        assertThat(HEX.formatHex(Points.bytes(hash.point(message.getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo(point);
    }

    @Test
    void longMessagesAreHashedToo() {
        HashToCurve hash = new HashToCurve("QUUX-V01-CS02-with-BLS12381G1_XMD:SHA-256_SSWU_RO_");
        String message = "q128_" + "q".repeat(128);

        assertThat(HEX.formatHex(Points.bytes(hash.point(message.getBytes(StandardCharsets.US_ASCII)))))
                .isEqualTo(
                        "b5f68eaa693b95ccb85215dc65fa81038d69629f70aeee0d0f677cf22285e7bf58d7cb86eefe8f2e9bc3f8cb84fac488");
    }

    @Test
    void thePlayedChainSignsItsRounds() {
        byte[] signature = PlayedSecret.signature(20_000_000);

        assertThat(HEX.formatHex(signature))
                .isEqualTo(
                        "a998a0f60d777030e976b76f488b5150480b067503c6c09fca85c04b4354ce2cf95de96d36dfe7aeb28e3713cff2b11b");
        assertThat(Chains.SANDBOX.signed(20_000_000, signature)).isTrue();
        assertThat(Chains.SANDBOX.signed(20_000_001, signature)).isFalse();
    }

    @Test
    void aRoundIsTheFirstAtOrAfterItsTime() {
        Chain chain = Chains.QUICKNET;
        Instant genesis = Instant.ofEpochSecond(chain.genesis());

        assertThat(chain.roundAt(genesis.minusSeconds(100))).isEqualTo(1);
        assertThat(chain.roundAt(genesis)).isEqualTo(1);
        assertThat(chain.roundAt(genesis.plusNanos(1))).isEqualTo(2);
        assertThat(chain.roundAt(genesis.plusSeconds(3))).isEqualTo(2);
        assertThat(chain.roundAt(genesis.plusSeconds(4))).isEqualTo(3);
        assertThat(chain.time(3)).isEqualTo(genesis.plusSeconds(6));
    }
}
