package lyceum.community.giveaways.beacon;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.apache.milagro.amcl.BLS381.BIG;
import org.apache.milagro.amcl.BLS381.ECP;
import org.apache.milagro.amcl.BLS381.ECP2;
import org.apache.milagro.amcl.BLS381.FP2;
import org.apache.milagro.amcl.BLS381.ROM;

/** Points as beacons write them: the x coordinate, big-endian, with three flags in its first bits. */
final class Points {
    private static final int COMPRESSED = 0x80;
    private static final int INFINITY = 0x40;
    private static final int GREATER = 0x20;
    private static final BigInteger B = BigInteger.valueOf(4);

    private Points() {}

    /** A point of the first group; empty where the bytes are none, or one outside the subgroup of prime order. */
    static Optional<ECP> first(byte[] bytes) {
        if (bytes.length != Field.SIZE || !flagged(bytes)) {
            return Optional.empty();
        }
        BigInteger x = coordinate(bytes, 0);
        if (x.compareTo(Field.P) >= 0) {
            return Optional.empty();
        }
        return Field.root(Field.curve(x, BigInteger.ZERO, B))
                .map(y -> Field.greater(y) == greater(bytes) ? y : Field.minus(y))
                .map(y -> new ECP(big(x), big(y)))
                .filter(Points::inSubgroup);
    }

    /** A point of the second group. */
    static ECP2 second(byte[] bytes) {
        if (bytes.length != 2 * Field.SIZE || !flagged(bytes)) {
            throw new IllegalArgumentException("not a point of the second group");
        }
        ECP2 point = new ECP2(new FP2(big(coordinate(bytes, Field.SIZE)), big(coordinate(bytes, 0))));
        if (point.is_infinity()) {
            throw new IllegalArgumentException("not on the curve");
        }
        BigInteger high = number(point.getY().getB());
        BigInteger low = number(point.getY().getA());
        if (Field.greater(high.signum() == 0 ? low : high) != greater(bytes)) {
            point.neg();
        }
        return point;
    }

    /** The bytes of a point of the first group. */
    static byte[] bytes(ECP point) {
        byte[] bytes = Field.bytes(number(point.getX()));
        bytes[0] |= (byte) (COMPRESSED | (Field.greater(number(point.getY())) ? GREATER : 0));
        return bytes;
    }

    private static boolean inSubgroup(ECP point) {
        return !point.is_infinity() && point.mul(new BIG(ROM.CURVE_Order)).is_infinity();
    }

    private static boolean flagged(byte[] bytes) {
        return (bytes[0] & (COMPRESSED | INFINITY)) == COMPRESSED;
    }

    private static boolean greater(byte[] bytes) {
        return (bytes[0] & GREATER) != 0;
    }

    private static BigInteger coordinate(byte[] bytes, int from) {
        byte[] coordinate = Arrays.copyOfRange(bytes, from, from + Field.SIZE);
        if (from == 0) {
            coordinate[0] &= GREATER - 1;
        }
        return new BigInteger(1, coordinate);
    }

    private static BIG big(BigInteger number) {
        return BIG.fromBytes(Field.bytes(number));
    }

    private static BigInteger number(BIG number) {
        byte[] bytes = new byte[Field.SIZE];
        number.toBytes(bytes);
        return new BigInteger(1, bytes);
    }
}
