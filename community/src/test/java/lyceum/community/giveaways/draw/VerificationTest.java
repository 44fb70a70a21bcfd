package lyceum.community.giveaways.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import lyceum.community.giveaways.beacon.Chain;
import lyceum.community.giveaways.beacon.Chains;
import lyceum.community.giveaways.beacon.PlayedSecret;
import lyceum.community.giveaways.draw.Draw.Round;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A bundle is valid as it was written, and in no other way. */
class VerificationTest {
    private static final String RULES = """
            {"title":{"en":"Mug","zh-Hans":"杯子"},"winners":2,"alternates":1,"closes":"2026-03-01T12:00:00Z",\
            "beacon":{"chain":"sandbox","delaySeconds":60},"beaconFallback":"wait"}""";
    private static final long ROUND = Chains.SANDBOX.roundAt(Instant.parse("2026-03-01T12:01:00Z"));

    private final Phrases phrases = Phrases.of("giveaways");

    private static Bundle bundle(String rules, @Nullable Beacon beacon) {
        Random random = new Random(11);
        byte[] canonical = CanonicalJson.of(rules);
        Entrants entrants = Draws.entrants(random, random.ints(7, 1, 20).toArray());
        Draw draw = new Draw(
                "g-杯",
                Draw.rulesHash(canonical),
                Draws.bytes(random, 32),
                beacon == null ? Round.none() : new Round(beacon.round(), beacon.randomness()),
                entrants,
                Map.of("discord", 4L, "telegram", 3L, "room", 1L));
        return Bundle.of(draw, canonical, beacon, 3);
    }

    private static Beacon beacon(long round) {
        byte[] signature = PlayedSecret.signature(round);
        return new Beacon("sandbox", round, signature, Chain.randomness(signature));
    }

    private static String text(Bundle bundle) {
        return new String(Draws.written(bundle), StandardCharsets.UTF_8);
    }

    private List<String> faults(String bundle) {
        return Verification.of(bundle.getBytes(StandardCharsets.UTF_8)).faults().stream()
                .map(fault -> phrases.render(fault, Language.EN).plain())
                .toList();
    }

    @Test
    void theGoldenBundleIsValidWithAndWithoutTheEndOfTheLine() {
        Bundle bundle = Bundle.of(Draws.golden(), CanonicalJson.of("{}"), null, 3);

        Verification verification = Verification.of(Draws.written(bundle));

        assertThat(verification.valid()).isTrue();
        assertThat(verification.ranking())
                .hasSize(3)
                .first()
                .isEqualTo("8fd76dcc646b8b7a34150a5786c73fe5660ef4f4ab7b8eacc8d66979195e1caa");
        assertThat(faults(text(bundle) + "\n")).isEmpty();
        assertThat(faults(text(bundle) + "\n\n")).hasSize(1);
        assertThat(faults(text(bundle) + " ")).hasSize(1);
        assertThat(faults(" " + text(bundle))).hasSize(1);
        assertThat(faults("")).hasSize(1);
    }

    @Test
    void aBundleIsCanonicalJson() {
        byte[] written = Draws.written(bundle(RULES, beacon(ROUND)));

        assertThat(CanonicalJson.of(new String(written, StandardCharsets.UTF_8)))
                .isEqualTo(written);
    }

    @Test
    void aBundleWithABeaconIsValid() {
        assertThat(faults(text(bundle(RULES, beacon(ROUND))))).isEmpty();
    }

    @Test
    void everyBundleWithOneByteChangedIsRefused() {
        byte[] sealed = Draws.written(bundle("{\"winners\":2,\"alternates\":1,\"title\":\"杯\"}", null));
        refusesEveryChange(sealed, 0, sealed.length, 1);
        byte[] drawn = Draws.written(bundle(RULES, beacon(ROUND)));
        refusesEveryChange(drawn, 0, text(bundle(RULES, beacon(ROUND))).indexOf("\"commit\""), 5);
    }

    private static void refusesEveryChange(byte[] good, int from, int to, int step) {
        Random random = new Random(12);
        for (int at = from; at < to; at += step) {
            byte[] bad = good.clone();
            bad[at] = (byte) (at % 3 == 0 ? good[at] ^ 1 : at % 3 == 1 ? random.nextInt() : '0' + random.nextInt(10));
            if (bad[at] != good[at]) {
                assertThat(Verification.of(bad).faults()).as("byte " + at).isNotEmpty();
            }
        }
    }

    @Test
    void everyShorterOrLongerBundleIsRefused() {
        byte[] good = Draws.written(Bundle.of(Draws.golden(), CanonicalJson.of("{}"), null, 3));
        for (int length = 0; length < good.length; length++) {
            assertThat(Verification.of(Arrays.copyOf(good, length)).valid()).isFalse();
        }
    }

    @Test
    void whatIsWrongIsSaid() {
        String good = text(bundle(RULES, beacon(ROUND)));

        assertThat(faults(good.replace("\"weight\":", "\"weight\":1")))
                .anyMatch(fault -> fault.startsWith("weight is 1"));
        assertThat(faults(good.replace("\"seed\":\"", "\"seed\":\"00").replaceFirst("..\",\"weight", "\",\"weight")))
                .anyMatch(fault -> fault.startsWith("commit is"));
        assertThat(faults(good.replace("\"winners\":2", "\"winners\":1")))
                .anyMatch(fault -> fault.startsWith("rulesHash is"));
        assertThat(faults(good.replace("\"discord\":4", "\"discord\":5")))
                .anyMatch(fault -> fault.startsWith("frozen is"));
        assertThat(faults(good.replace("{\"assurance\":", "{ \"assurance\":")))
                .containsExactly("byte 0: {\"assurance\":\" should stand here;"
                        + " a bundle is one line of canonical JSON with all its fields in order.");
        assertThat(faults(good.replace("杯子", "杯\\u5b50")))
                .singleElement()
                .asString()
                .endsWith("this is not canonical JSON (RFC 8785).");
    }

    @Test
    void aRankingThatWasTurnedAroundIsRefused() {
        Bundle bundle = bundle(RULES, beacon(ROUND));
        List<String> tags = bundle.claimed().ranking().stream()
                .map(HexFormat.of()::formatHex)
                .toList();
        String there = "\"" + tags.get(0) + "\",\"" + tags.get(1) + "\"";
        String turned = "\"" + tags.get(1) + "\",\"" + tags.get(0) + "\"";

        assertThat(faults(text(bundle).replace(there, turned)))
                .containsExactly(
                        "place 1 of the ranking goes to " + tags.get(0) + ", and not to whom the bundle names.");
        assertThat(faults(text(bundle).replace("," + "\"" + tags.get(2) + "\"", "")))
                .containsExactly("the ranking has 2 names; the rules promise 3, or all entrants if they are fewer.");
    }

    @Test
    void entrantsOutOfOrderAreRefused() {
        Bundle bundle = bundle(RULES, beacon(ROUND));
        Entrants entrants = bundle.draw().entrants();
        List<String> lines = IntStream.range(0, 2)
                .mapToObj(i -> "{\"tag\":\"" + entrants.tag(i) + "\",\"tickets\":" + entrants.tickets(i) + "}")
                .toList();

        assertThat(faults(text(bundle).replace(String.join(",", lines), String.join(",", lines.reversed()))))
                .containsExactly("entrant 2 stands out of order or twice; tags stand in ascending order, each once.");
    }

    @Test
    void thePromiseOfABeaconCannotBeDroppedSilently() {
        String withoutBeacon = "the rules promise a beacon and allow nothing else, but the bundle has none.";

        assertThat(faults(text(bundle(RULES, null)))).containsExactly(withoutBeacon);
        assertThat(faults(text(bundle(RULES.replace("wait", "seed-only"), null))))
                .isEmpty();
        assertThat(faults(text(bundle(RULES.replace("\"sandbox\"", "\"quicknet\""), beacon(ROUND)))))
                .containsExactly("the beacon's chain is sandbox, but the rules promise quicknet.");
        assertThat(faults(text(bundle(RULES, beacon(ROUND - 1)))))
                .singleElement()
                .asString()
                .startsWith("round " + (ROUND - 1) + " came at 2026-03-01T12:00:57Z");
    }

    @Test
    void aSignatureOfAnotherRoundIsRefused() {
        Beacon other = beacon(ROUND + 1);
        Beacon beacon = new Beacon("sandbox", ROUND, other.signature(), other.randomness());

        assertThat(faults(text(bundle(RULES, beacon))))
                .containsExactly("the signature is not that of round " + ROUND + " on the chain sandbox.");
    }
}
