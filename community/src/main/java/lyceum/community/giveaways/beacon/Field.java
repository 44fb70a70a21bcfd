package lyceum.community.giveaways.beacon;

import java.math.BigInteger;
import java.util.Optional;

/** Arithmetic in the base field of BLS12-381. */
final class Field {
    static final BigInteger P = new BigInteger(
            "1a0111ea397fe69a4b1ba7b6434bacd764774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab", 16);

    /** Bytes of an element. */
    static final int SIZE = 48;

    private static final BigInteger ROOT = P.add(BigInteger.ONE).shiftRight(2);
    private static final BigInteger HALF = P.shiftRight(1);

    private Field() {}

    static BigInteger times(BigInteger a, BigInteger b) {
        return a.multiply(b).mod(P);
    }

    static BigInteger plus(BigInteger a, BigInteger b) {
        return a.add(b).mod(P);
    }

    static BigInteger over(BigInteger a, BigInteger b) {
        return times(a, b.modInverse(P));
    }

    static BigInteger minus(BigInteger a) {
        return a.negate().mod(P);
    }

    /** {@code x^3 + ax + b}. */
    static BigInteger curve(BigInteger x, BigInteger a, BigInteger b) {
        return plus(times(plus(times(x, x), a), x), b);
    }

    /** A square root, if there is one: P is 3 modulo 4. */
    static Optional<BigInteger> root(BigInteger a) {
        BigInteger root = a.modPow(ROOT, P);
        return times(root, root).equals(a.mod(P)) ? Optional.of(root) : Optional.empty();
    }

    /** Whether it is the greater of itself and its opposite. */
    static boolean greater(BigInteger a) {
        return a.compareTo(HALF) > 0;
    }

    /** Big-endian, {@link #SIZE} bytes. */
    static byte[] bytes(BigInteger a) {
        byte[] bytes = new byte[SIZE];
        byte[] whole = a.toByteArray();
        int length = Math.min(whole.length, SIZE);
        System.arraycopy(whole, whole.length - length, bytes, SIZE - length, length);
        return bytes;
    }
}
