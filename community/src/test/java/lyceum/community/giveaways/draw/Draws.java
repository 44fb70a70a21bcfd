package lyceum.community.giveaways.draw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lyceum.community.giveaways.draw.Draw.Round;

/** Draws to try things with: the golden one of the protocol, and random ones. */
final class Draws {
    static final HexFormat HEX = HexFormat.of();

    private Draws() {}

    static Draw golden() {
        EntrantList entrants = new EntrantList();
        entrants.add(Draw.tag(salt(0), "discord", "100"), 1);
        entrants.add(Draw.tag(salt(1), "telegram", "200"), 2);
        entrants.add(Draw.tag(salt(2), "twitch", "300"), 3);
        return new Draw(
                "d-1",
                Draw.rulesHash(CanonicalJson.of("{}")),
                HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
                Round.none(),
                entrants.sorted(),
                Map.of("discord", 1L, "telegram", 1L, "twitch", 1L));
    }

    private static byte[] salt(int value) {
        byte[] salt = new byte[16];
        java.util.Arrays.fill(salt, (byte) value);
        return salt;
    }

    static byte[] bytes(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Entrants with random tags and the tickets given. */
    static Entrants entrants(Random random, int... tickets) {
        EntrantList entrants = new EntrantList();
        for (int count : tickets) {
            entrants.add(bytes(random, 32), count);
        }
        return entrants.sorted();
    }

    static Draw of(String id, byte[] seed, Entrants entrants) {
        return new Draw(
                id, Draw.rulesHash(CanonicalJson.of("{}")), seed, Round.none(), entrants, Map.of("discord", (long)
                        entrants.size()));
    }

    static List<Integer> shuffled(int size, Random random) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        Collections.shuffle(order, random);
        return order;
    }

    static byte[] written(Bundle bundle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new BundleWriter(out).write(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
