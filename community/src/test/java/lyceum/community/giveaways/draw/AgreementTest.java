package lyceum.community.giveaways.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import lyceum.community.giveaways.beacon.Chain;
import lyceum.community.giveaways.beacon.Chains;
import lyceum.community.giveaways.beacon.PlayedSecret;
import lyceum.community.giveaways.draw.Draw.Round;
import lyceum.kernel.chance.Words;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The program, the page and the reference say the same of the same draws. */
class AgreementTest {
    private static final Path ROOT = Path.of(System.getProperty("lyceum.root"));

    /** As much of Node.js as the reference uses, on the hashes of this Java; and as much of a browser as the page uses. */
    private static final String SURROUNDINGS = """
            globalThis.Buffer = {
              bytes: (b) => Object.assign(Uint8Array.from(b), {
                toString(kind) { return kind === 'hex' ? Array.from(this, (x) => x.toString(16).padStart(2, '0')).join('') : new TextDecoder().decode(this); },
                writeUInt32BE(n) { new DataView(this.buffer).setUint32(0, n); },
                writeBigUInt64BE(n) { new DataView(this.buffer).setBigUint64(0, n); },
                readBigUInt64BE(at) { return new DataView(this.buffer).getBigUint64(at); },
              }),
              alloc(n) { return this.bytes(new Uint8Array(n)); },
              concat(parts) { return this.bytes(parts.flatMap((part) => Array.from(part))); },
              from(x, kind) { return this.bytes(kind === 'hex' ? (x.match(/../g) ?? []).map((two) => parseInt(two, 16)) : new TextEncoder().encode(x)); },
            };
            const host = (key) => {
              let all = [];
              const hash = { update(b) { all = all.concat(Array.from(b)); return hash; }, digest(kind) {
                const done = Buffer.bytes(Array.from(javaHash(key, all), (x) => x & 255)); return kind === 'hex' ? done.toString('hex') : done; } };
              return hash;
            };
            globalThis.require = () => ({ createHash: () => host([]), createHmac: (_, key) => host(Array.from(key)) });
            globalThis.process = { argv: [] };
            globalThis.module = {};
            globalThis.document = { addEventListener() {}, getElementById: () => ({ textContent: '{"en":{},"zh":{}}', addEventListener() {} }) };
            """;

    private static Context context;
    private static Value reference;
    private static Value page;

    @BeforeAll
    static void open() throws IOException {
        context = Context.newBuilder("js")
                .allowHostAccess(HostAccess.ALL)
                .option("engine.WarnInterpreterOnly", "false")
                .option("js.text-encoding", "true")
                .build();
        context.getBindings("js")
                .putMember("javaHash", (ProxyExecutable) arguments -> hash(arguments[0], arguments[1]));
        context.eval("js", SURROUNDINGS);
        context.eval("js", Files.readString(ROOT.resolve("docs/draw/reference.js")));
        reference = context.eval("js", "module.exports");
        String html =
                Files.readString(ROOT.resolve("community/src/main/resources/lyceum/community/giveaways/verify.html"));
        int script = html.lastIndexOf("<script>") + "<script>".length();
        context.eval("js", html.substring(script, html.lastIndexOf("</script>")));
        page = context.eval("js", "LyceumDraw");
    }

    @AfterAll
    static void close() {
        context.close();
    }

    private static byte[] hash(Value key, Value bytes) {
        byte[] content = bytes(bytes);
        return key.getArraySize() == 0
                ? new Hash().raw(content).done()
                : Words.keyed(bytes(key)).doFinal(content);
    }

    private static byte[] bytes(Value array) {
        byte[] bytes = new byte[(int) array.getArraySize()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) array.getArrayElement(i).asInt();
        }
        return bytes;
    }

    private static String pick(Value by, String requests) {
        return context.eval(
                        "js",
                        "(by, all) => JSON.stringify(JSON.parse(all).map((one) => {"
                                + " const { root, weight, ranking } = by.pick(one); return { root, weight, ranking }; }))")
                .execute(by, requests)
                .asString();
    }

    private static String request(Random random) {
        int size = random.nextInt(9);
        List<String> entrants = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int tickets = random.nextBoolean() ? 1 + random.nextInt(5) : 1 + random.nextInt(Integer.MAX_VALUE);
            entrants.add("{\"tag\":\"" + hex(random) + "\",\"tickets\":" + tickets + "}");
        }
        String round = random.nextBoolean()
                ? ""
                : ",\"round\":" + random.nextInt(1 << 30) + ",\"randomness\":\"" + hex(random) + "\"";
        return "{\"drawId\":\"g-" + random.nextInt() + (random.nextBoolean() ? "-抽奖" : "")
                + "\",\"rulesHash\":\"" + hex(random)
                + "\",\"seed\":\"" + hex(random) + "\"" + round
                + ",\"entrants\":[" + String.join(",", entrants)
                + "],\"perPlatform\":{\"telegram\":" + random.nextInt(99) + ",\"discord\":" + size
                + "},\"picks\":" + random.nextInt(10) + "}";
    }

    private static String hex(Random random) {
        return Draws.HEX.formatHex(Draws.bytes(random, 32));
    }

    @Test
    void allAgreeOnRandomDraws() throws IOException, Flaw {
        agree(20);
    }

    @Tag("soak")
    @Test
    void allAgreeOnAThousandRandomDraws() throws IOException, Flaw {
        agree(1000);
    }

    private static void agree(int vectors) throws IOException, Flaw {
        Random random = new Random(21);
        List<String> requests = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        for (int i = 0; i < vectors; i++) {
            String request = request(random);
            requests.add(request);
            answers.add(PickRequest.answer(new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8))));
        }
        String all = "[" + String.join(",", requests) + "]";

        assertThat(pick(reference, all)).isEqualTo("[" + String.join(",", answers) + "]");
        assertThat(pick(page, all)).isEqualTo("[" + String.join(",", answers) + "]");
    }

    @Test
    void allAgreeOnTheGoldenBundle() {
        String golden = text(Bundle.of(Draws.golden(), CanonicalJson.of("{}"), null, 3));
        String spoilt = golden.replace("\"weight\":6", "\"weight\":7");

        assertThat(Verification.of(golden.getBytes(StandardCharsets.UTF_8)).valid())
                .isTrue();
        assertThat(context.eval("js", "(text) => module.exports.verify(Buffer.from(text))")
                        .execute(golden)
                        .asBoolean())
                .isTrue();
        assertThat(pageFaults(golden)).isEmpty();
        assertThat(pageFaults(spoilt)).isEqualTo("weight");
        assertThat(pageFaults(" " + golden)).isEqualTo("canonical");
    }

    @Test
    void thePageReadsReceiptsAsTheProgramDoes() throws Flaw {
        String salt = "00".repeat(16);
        String tag = Draws.HEX.formatHex(Draw.tag(new byte[16], "discord", "100"));
        List<String> good = List.of(
                "Receipt for A book, draw g-1. Account: discord:100. Salt: " + salt + ". Tag: " + tag + ". Tickets: 1",
                "账号：discord:100。盐：" + salt + "。",
                " " + tag + "\n");
        List<String> bad = List.of(
                "Account: discord:101. Salt: " + salt + ". Tag: " + tag + ".", "Account: discord:100.", "", tag + "0");
        for (String told : good) {
            assertThat(Receipt.read(told).tag()).isEqualTo(tag);
            assertThat(pageReceipt(told).asString()).isEqualTo(tag);
        }
        for (String told : bad) {
            assertThatThrownBy(() -> Receipt.read(told)).isInstanceOf(Flaw.class);
            assertThat(pageReceipt(told).isNull()).isTrue();
        }
    }

    private static Value pageReceipt(String told) {
        return context.eval("js", "(text) => LyceumDraw.receipt(text)").execute(told);
    }

    @Test
    void thePageChecksTheSignatureOfTheBeacon() {
        byte[] rules = CanonicalJson.of("{\"beacon\":{\"chain\":\"sandbox\",\"delaySeconds\":60}}");
        long round = Chains.SANDBOX.roundAt(Instant.parse("2026-03-01T12:00:00Z"));
        byte[] signature = PlayedSecret.signature(round);
        Beacon good = new Beacon("sandbox", round, signature, Chain.randomness(signature));
        Beacon other = new Beacon("sandbox", round + 1, signature, Chain.randomness(signature));

        assertThat(pageFaults(text(drawn(rules, good)))).isEmpty();
        assertThat(pageFaults(text(drawn(rules, other)))).isEqualTo("signature");
        assertThat(pageFaults(text(drawn(rules, null)))).isEqualTo("downgraded");
    }

    private static Bundle drawn(byte[] rules, @Nullable Beacon beacon) {
        Random random = new Random(22);
        Draw draw = new Draw(
                "g-1",
                Draw.rulesHash(rules),
                Draws.bytes(random, 32),
                beacon == null ? Round.none() : new Round(beacon.round(), beacon.randomness()),
                Draws.entrants(random, 1, 2, 3),
                Map.of("room", 3L));
        return Bundle.of(draw, rules, beacon, 2);
    }

    private static String text(Bundle bundle) {
        return new String(Draws.written(bundle), StandardCharsets.UTF_8);
    }

    private static String pageFaults(String bundle) {
        return context.eval("js", "(text) => LyceumDraw.verify(new TextEncoder().encode(text)).faults.join()")
                .execute(bundle)
                .asString();
    }
}
