package lyceum.community.giveaways.beacon;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.milagro.amcl.BLS381.BIG;
import org.apache.milagro.amcl.BLS381.ECP;

/** {@code hash_to_curve} of RFC 9380 for the suite BLS12381G1_XMD:SHA-256_SSWU_RO_. */
final class HashToCurve {
    private static final int BLOCK = 64;
    private static final int HASH = 32;
    private static final BigInteger A =
            hex("144698a3b8e9433d693a02c96d4982b0ea985383ee66a8d8e8981aefd881ac98936f8da0e0f97f5cf428082d584c1d");
    private static final BigInteger B =
            hex("12e2908d11688030018b12e8753eee3b2016c1f0f24f4070a0b9c14fcef35ef55a23215a316ceaa5d1cc48e98e172be0");
    private static final BigInteger Z = BigInteger.valueOf(11);
    private static final BigInteger COFACTOR = hex("d201000000010001");

    private final byte[] domain;
    private final List<BigInteger> xAbove;
    private final List<BigInteger> xBelow;
    private final List<BigInteger> yAbove;
    private final List<BigInteger> yBelow;

    /** @param domain the separation tag, at most 255 characters of ASCII */
    HashToCurve(String domain) {
        this.domain = domain.getBytes(StandardCharsets.US_ASCII);
        Properties isogeny = new Properties();
        try (InputStream in = HashToCurve.class.getResourceAsStream("isogeny.properties")) {
            isogeny.load(in);
        } catch (IOException e) {
            throw new IllegalStateException("the isogeny cannot be read", e);
        }
        xAbove = coefficients(isogeny, "x-numerator");
        xBelow = coefficients(isogeny, "x-denominator");
        yAbove = coefficients(isogeny, "y-numerator");
        yBelow = coefficients(isogeny, "y-denominator");
    }

    private static List<BigInteger> coefficients(Properties isogeny, String name) {
        return Stream.of(isogeny.getProperty(name).split(",", -1))
                .map(HashToCurve::hex)
                .toList();
    }

    /** The point of a message, in the subgroup of prime order. */
    ECP point(byte[] message) {
        byte[] uniform = expand(message, 2 * BLOCK);
        ECP point = map(new BigInteger(1, Arrays.copyOf(uniform, BLOCK)).mod(Field.P));
        point.add(map(new BigInteger(1, Arrays.copyOfRange(uniform, BLOCK, 2 * BLOCK)).mod(Field.P)));
        ECP cleared = point.mul(BIG.fromBytes(Field.bytes(COFACTOR)));
        cleared.affine();
        return cleared;
    }

    /** {@code expand_message_xmd}, section 5.3.1. */
    private byte[] expand(byte[] message, int length) {
        byte[] suffix = Arrays.copyOf(domain, domain.length + 1);
        suffix[domain.length] = (byte) domain.length;
        byte[] size = {(byte) (length >>> 8), (byte) length, 0};
        byte[] first = sha(new byte[BLOCK], message, size, suffix);
        byte[] expanded = new byte[length];
        byte[] last = new byte[HASH];
        for (int i = 0; i < length / HASH; i++) {
            byte[] mixed = new byte[HASH];
            for (int j = 0; j < HASH; j++) {
                mixed[j] = (byte) (first[j] ^ last[j]);
            }
            last = sha(mixed, new byte[] {(byte) (i + 1)}, suffix);
            System.arraycopy(last, 0, expanded, i * HASH, HASH);
        }
        return expanded;
    }

    /** The simplified map of Shallue, van de Woestijne and Ulas to the isogenous curve, section 6.6.2, and the isogeny. */
    private ECP map(BigInteger u) {
        BigInteger zuu = Field.times(Z, Field.times(u, u));
        BigInteger below = Field.plus(Field.times(zuu, zuu), zuu);
        BigInteger x = below.signum() == 0
                ? Field.over(B, Field.times(Z, A))
                : Field.times(
                        Field.over(Field.minus(B), A), Field.plus(BigInteger.ONE, Field.over(BigInteger.ONE, below)));
        if (Field.root(Field.curve(x, A, B)).isEmpty()) {
            x = Field.times(zuu, x);
        }
        BigInteger y = Field.root(Field.curve(x, A, B)).orElseThrow();
        if (y.testBit(0) != u.testBit(0)) {
            y = Field.minus(y);
        }
        return isogenous(x, y);
    }

    private ECP isogenous(BigInteger x, BigInteger y) {
        BigInteger below = value(xBelow, x);
        BigInteger yDivisor = value(yBelow, x);
        if (below.signum() == 0 || yDivisor.signum() == 0) {
            return new ECP();
        }
        BigInteger toX = Field.over(value(xAbove, x), below);
        BigInteger toY = Field.times(y, Field.over(value(yAbove, x), yDivisor));
        return new ECP(BIG.fromBytes(Field.bytes(toX)), BIG.fromBytes(Field.bytes(toY)));
    }

    private static BigInteger value(List<BigInteger> coefficients, BigInteger x) {
        BigInteger value = BigInteger.ZERO;
        for (BigInteger coefficient : coefficients.reversed()) {
            value = Field.plus(Field.times(value, x), coefficient);
        }
        return value;
    }

    private static byte[] sha(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(part);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static BigInteger hex(String number) {
        return new BigInteger(number, 16);
    }
}
