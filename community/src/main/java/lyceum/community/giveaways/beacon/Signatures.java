package lyceum.community.giveaways.beacon;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.milagro.amcl.BLS381.BIG;
import org.apache.milagro.amcl.BLS381.ECP;
import org.apache.milagro.amcl.BLS381.ECP2;
import org.apache.milagro.amcl.BLS381.PAIR;

/** Signatures of the scheme {@code bls-unchained-g1-rfc9380}: over a round's number alone, in the first group. */
public final class Signatures {
    private static final String DOMAIN = "BLS_SIG_BLS12381G1_XMD:SHA-256_SSWU_RO_NUL_";

    private final HashToCurve hash = new HashToCurve(DOMAIN);

    /** Whether the holder of the key signed the round. */
    boolean verify(ECP2 key, long round, byte[] signature) {
        return Points.first(signature)
                .map(point -> {
                    point.neg();
                    return PAIR.fexp(PAIR.ate2(ECP2.generator(), point, key, message(round)))
                            .isunity();
                })
                .orElse(false);
    }

    /**
     * Signs a round, for a chain that is played.
     *
     * @param secret 32 bytes, below the order of the group
     */
    public byte[] sign(byte[] secret, long round) {
        ECP signature = message(round).mul(BIG.fromBytes(Field.bytes(new BigInteger(1, secret))));
        signature.affine();
        return Points.bytes(signature);
    }

    private ECP message(long round) {
        return hash.point(sha(ByteBuffer.allocate(Long.BYTES).putLong(round).array()));
    }

    static byte[] sha(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
