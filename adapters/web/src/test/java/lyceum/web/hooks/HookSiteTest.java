package lyceum.web.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.Money.TipReceived;
import lyceum.kernel.event.People.AccountVouched;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Inbox;
import lyceum.web.WebServer;
import lyceum.web.WebSettings;
import lyceum.web.hooks.HookSite.Clocks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What payment services send: the right comes in, and all else is refused with its reason. */
class HookSiteTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int FUZZED = 120;

    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private WebServer server;

    private record Told(int status, String body) {}

    @BeforeEach
    void open() throws IOException {
        HookSettings settings = new HookSettings(
                Optional.of("p"), Optional.of("k"), Optional.of("s"), Optional.of("a"), Optional.of("g"));
        Inbox inbox = new Inbox() {
            @Override
            public CompletableFuture<Void> accept(Event event) {
                heard.add(event);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public Optional<MessageId> newest(RoomId room) {
                return Optional.empty();
            }
        };
        InstantSource clock = InstantSource.fixed(NOW);
        server = new WebServer(
                new WebSettings("127.0.0.1", 0, Optional.empty()),
                List.of(new HookSite(settings, new Clocks(clock, clock), inbox, Phrases.of("web"))));
    }

    @AfterEach
    void close() {
        server.close();
        client.close();
    }

    private Told send(String source, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + "hooks/" + source))
                .POST(BodyPublishers.ofString(body));
        var answer = client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        return new Told(answer.statusCode(), answer.body());
    }

    private static String[] stripe(String secret, String body, Instant at) {
        String time = String.valueOf(at.getEpochSecond());
        String signature = Secrets.sign("HmacSHA256", secret, Secrets.timed(time, bytes(body)));
        return new String[] {"Stripe-Signature", "t=" + time + ",v1=00ff,v1=" + signature};
    }

    private static String[] generic(String secret, String body, Instant at) {
        String time = String.valueOf(at.getEpochSecond());
        String signature = Secrets.sign("HmacSHA256", secret, Secrets.timed(time, bytes(body)));
        return new String[] {"X-Lyceum-Timestamp", time, "X-Lyceum-Signature", "sha256=" + signature};
    }

    private static String[] patreon(String secret, String body, String event) {
        return new String[] {
            "X-Patreon-Signature", Secrets.sign("HmacMD5", secret, bytes(body)), "X-Patreon-Event", event
        };
    }

    private static String kofi(String token, String more) {
        String json = "{\"verification_token\":\"" + token
                + "\",\"timestamp\":\"2026-03-01T11:59:00Z\",\"type\":\"Donation\","
                + "\"from_name\":\"Carla\",\"message\":\"for you\",\"amount\":\"3.00\",\"email\":\"C@example.org\","
                + "\"currency\":\"USD\",\"kofi_transaction_id\":\"t-1\"" + more + "}";
        return "data=" + URLEncoder.encode(json, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String SHOP =
            "{\"id\":\"o-1\",\"kind\":\"payment\",\"account\":\"discord:77\",\"product\":\"gold\",\"amount\":499,"
                    + "\"currency\":\"EUR\",\"until\":\"2026-04-01T00:00:00Z\",\"note\":\"K7M2QP\"}";

    @Test
    void whatIsSignedRightComesInOnce() throws Exception {
        assertThat(send("generic", SHOP, generic("g", SHOP, NOW)).status()).isEqualTo(200);
        assertThat(heard).singleElement().isInstanceOfSatisfying(PaymentMade.class, paid -> {
            assertThat(paid.speaker().id()).hasToString("discord:77");
            assertThat(paid.room()).hasToString("generic:payments");
            assertThat(paid.amount()).isEqualTo(499);
            assertThat(paid.until()).isEqualTo("2026-04-01T00:00:00Z");
            assertThat(paid.note()).isEqualTo("K7M2QP");
        });
        Told again = send("generic", SHOP, generic("g", SHOP, NOW));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body()).contains("\"result\":\"repeated\"", "received before");
        assertThat(heard).hasSize(1);
    }

    @Test
    void whatIsWrongOldUnsignedOrTooLargeStaysOutWithTheReason() throws Exception {
        assertThat(send("generic", SHOP, generic("x", SHOP, NOW)).body()).contains("\"forged\"");
        assertThat(send("generic", SHOP + " ", generic("g", SHOP, NOW)).body()).contains("\"forged\"");
        Instant old = NOW.minus(Duration.ofSeconds(301));
        assertThat(send("generic", SHOP, generic("g", SHOP, old)).body()).contains("\"old\"");
        assertThat(send("stripe", "{}", stripe("s", "{}", NOW.plusSeconds(301))).body())
                .contains("\"old\"");
        assertThat(send("stripe", "{}", stripe("x", "{}", NOW)).body()).contains("\"forged\"");
        assertThat(send("patreon", "{}", patreon("x", "{}", "members:update")).body())
                .contains("\"forged\"");
        assertThat(send("kofi", kofi("x", "")).body()).contains("\"forged\"");
        assertThat(send("afdian?key=x", "{}").body()).contains("\"forged\"");
        for (String source : List.of("generic", "stripe", "patreon", "afdian")) {
            assertThat(send(source, "{}").status()).as(source).isEqualTo(401);
        }
        assertThat(send("generic", "x".repeat(256 * 1024 + 1)).status()).isEqualTo(413);
        assertThat(send("paypal", "{}").status()).isEqualTo(404);
        assertThat(heard).isEmpty();
    }

    /** A delivery of one service, as its address, body and headers. */
    private record Sent(String source, String body, List<String> headers) {
        Sent {
            headers = List.copyOf(headers);
        }
    }

    /** One good delivery of each service, signed with this prefix before its right secret. */
    private static List<Sent> ofAll(String before) {
        String stripe = "{\"id\":\"evt_9\",\"created\":1772366000,\"type\":\"invoice.paid\",\"data\":{\"object\":{"
                + "\"id\":\"in_9\",\"customer\":\"cus_9\",\"amount_paid\":499,\"currency\":\"eur\",\"lines\":{\"data\":["
                + "{\"price\":{\"id\":\"price_1\"},\"period\":{\"end\":1775044400}}]}}}}";
        String patreon = "{\"data\":{\"type\":\"member\",\"id\":\"m9\",\"attributes\":{\"full_name\":\"Carla\","
                + "\"patron_status\":\"active_patron\"},\"relationships\":{\"user\":{\"data\":{\"id\":\"909\"}},"
                + "\"currently_entitled_tiers\":{\"data\":[{\"id\":\"55\"}]}}}}";
        String afdian =
                "{\"ec\":200,\"data\":{\"type\":\"order\",\"order\":{\"out_trade_no\":\"2027\",\"user_id\":\"u9\","
                        + "\"plan_id\":\"p\",\"month\":1,\"total_amount\":\"5.00\",\"status\":2,\"product_type\":0}}}";
        return List.of(
                new Sent("generic", SHOP, List.of(generic(before + "g", SHOP, NOW))),
                new Sent("stripe", stripe, List.of(stripe(before + "s", stripe, NOW))),
                new Sent("patreon", patreon, List.of(patreon(before + "p", patreon, "members:update"))),
                new Sent("kofi", kofi(before + "k", ""), List.of()),
                new Sent("afdian?key=" + before + "a", afdian, List.of()));
    }

    @Test
    void ofEachServiceTheRightComesInOnceAndTheWrongTheRepeatedAndTheOversizedStayOut() throws Exception {
        for (Sent wrong : ofAll("x")) {
            assertThat(send(wrong.source(), wrong.body(), wrong.headers().toArray(String[]::new)))
                    .as(wrong.source())
                    .matches(told -> told.status() == 401 && told.body().contains("\"forged\""));
        }
        assertThat(heard).isEmpty();
        for (Sent right : ofAll("")) {
            int before = heard.size();
            assertThat(send(right.source(), right.body(), right.headers().toArray(String[]::new))
                            .status())
                    .as(right.source())
                    .isEqualTo(200);
            assertThat(heard).as(right.source()).hasSizeGreaterThan(before);
            int after = heard.size();
            assertThat(send(right.source(), right.body(), right.headers().toArray(String[]::new)))
                    .as(right.source())
                    .matches(told -> told.status() == 409 && told.body().contains("\"repeated\""));
            assertThat(send(
                            right.source(),
                            "x".repeat(256 * 1024 + 1),
                            right.headers().toArray(String[]::new)))
                    .as(right.source())
                    .matches(told -> told.status() == 413 && told.body().contains("\"too-large\""));
            assertThat(heard).as(right.source()).hasSize(after);
        }
    }

    @Test
    void whatWasSignedLongAgoStaysOutWhereASignatureHasATime() throws Exception {
        Instant old = NOW.minus(Duration.ofHours(2));
        assertThat(send("stripe", "{}", stripe("s", "{}", old)).body()).contains("\"old\"");
        assertThat(send("generic", SHOP, generic("g", SHOP, old)).body()).contains("\"old\"");
        assertThat(send("kofi", kofi("k", "").replace("2026-03-01T11", "2026-02-27T11"))
                        .body())
                .contains("\"old\"");
        assertThat(heard).isEmpty();
    }

    @Test
    void stripeTellsSubscriptionsPaymentsAndReturns() throws Exception {
        String subscribed =
                "{\"id\":\"evt_1\",\"created\":1772366000,\"type\":\"customer.subscription.updated\",\"data\":{"
                        + "\"object\":{\"id\":\"sub_1\",\"customer\":\"cus_1\",\"status\":\"active\",\"items\":{\"data\":["
                        + "{\"price\":{\"id\":\"price_1\",\"lookup_key\":null}}]}}}}";
        String invoice = "{\"id\":\"evt_2\",\"created\":1772366001,\"type\":\"invoice.paid\",\"data\":{\"object\":{"
                + "\"id\":\"in_1\",\"customer\":\"cus_1\",\"amount_paid\":499,\"currency\":\"eur\",\"lines\":{\"data\":["
                + "{\"price\":{\"id\":\"price_1\"},\"period\":{\"end\":1775044400}}]}}}}";
        String refunded = "{\"id\":\"evt_3\",\"created\":1772366002,\"type\":\"charge.refunded\",\"data\":{\"object\":{"
                + "\"id\":\"ch_1\",\"customer\":\"cus_1\",\"invoice\":\"in_1\",\"refunded\":true,\"amount_refunded\":499,"
                + "\"currency\":\"eur\"}}}";
        for (String body : List.of(subscribed, invoice, refunded)) {
            assertThat(send("stripe", body, stripe("s", body, NOW)).status()).isEqualTo(200);
        }
        assertThat(heard.get(0)).isInstanceOfSatisfying(SubscriptionChanged.class, told -> {
            assertThat(told.room()).hasToString("stripe:sub_1");
            assertThat(told.tier()).isEqualTo("price_1");
            assertThat(told.active()).isTrue();
        });
        assertThat(heard.get(1)).isInstanceOfSatisfying(PaymentMade.class, paid -> {
            assertThat(paid.payment()).isEqualTo("in_1");
            assertThat(paid.currency()).isEqualTo("EUR");
            assertThat(paid.until()).isEqualTo(Instant.ofEpochSecond(1_775_044_400));
        });
        assertThat(heard.get(2)).isInstanceOfSatisfying(PaymentMade.class, back -> {
            assertThat(back.payment()).isEqualTo("in_1");
            assertThat(back.kept()).isFalse();
        });
    }

    @Test
    void patreonTellsWhoIsAPatronAndWhichAccountOnDiscordIsTheirs() throws Exception {
        String body = "{\"data\":{\"type\":\"member\",\"id\":\"m1\",\"attributes\":{\"full_name\":\"Carla\","
                + "\"patron_status\":\"active_patron\"},\"relationships\":{\"user\":{\"data\":{\"id\":\"900\"}},"
                + "\"currently_entitled_tiers\":{\"data\":[{\"id\":\"55\"}]}}},\"included\":[{\"type\":\"user\",\"id\":\"900\","
                + "\"attributes\":{\"social_connections\":{\"discord\":{\"user_id\":\"123456789\"}}}}]}";
        assertThat(send("patreon", body, patreon("p", body, "members:pledge:create"))
                        .status())
                .isEqualTo(200);
        assertThat(heard.get(0))
                .isInstanceOfSatisfying(
                        SubscriptionChanged.class,
                        told -> assertThat(told.tier() + told.active()).isEqualTo("55true"));
        assertThat(heard.get(1))
                .isInstanceOfSatisfying(
                        AccountVouched.class,
                        vouched -> assertThat(vouched.other()).hasToString("discord:123456789"));
    }

    @Test
    void kofiAndAfdianTellPaymentsOfAMonth() throws Exception {
        assertThat(send("kofi", kofi("k", "")).status()).isEqualTo(200);
        assertThat(heard.getFirst()).isInstanceOfSatisfying(TipReceived.class, tip -> {
            assertThat(tip.amount()).isEqualTo(300);
            assertThat(tip.speaker().id().value()).doesNotContain("example").hasSize(24);
        });
        String order =
                "{\"ec\":200,\"data\":{\"type\":\"order\",\"order\":{\"out_trade_no\":\"2026\",\"user_id\":\"u1\",\"plan_id\":\"pl1\",\"month\":2,\"total_amount\":\"5.00\",\"status\":2,\"remark\":\"绑定"
                        + " K7M2QP\",\"product_type\":0}}}";
        Told told = send("afdian?key=a", order);
        assertThat(told.body()).contains("\"ec\":200");
        assertThat(heard.getLast()).isInstanceOfSatisfying(PaymentMade.class, paid -> {
            assertThat(paid.amount()).isEqualTo(500);
            assertThat(paid.currency()).isEqualTo("CNY");
            assertThat(paid.until()).isEqualTo("2026-05-01T12:00:00Z");
            assertThat(paid.note()).contains("K7M2QP");
        });
    }

    /** Signed rightly, so that every reader is reached. */
    @Test
    void noBodyBreaksAnything() throws Exception {
        Random random = new Random(3);
        List<String> words = List.of(
                "\"id\":",
                "\"data\":",
                "{",
                "}",
                "[",
                "]",
                "null",
                "1e999999999",
                "-1",
                "\"order\":",
                "\"created\":9e18",
                "\"type\":\"invoice.paid\"",
                ",",
                "\"\\ud800\"",
                "\"kind\":\"payment\"",
                "\"until\":\"+999999999-01-01\"");
        for (int i = 0; i < FUZZED; i++) {
            List<String> parts = new ArrayList<>();
            for (int j = random.nextInt(12); j >= 0; j--) {
                parts.add(words.get(random.nextInt(words.size())));
            }
            String body = "{" + String.join(random.nextBoolean() ? "," : "", parts) + "}";
            assertThat(List.of(
                            send("generic", body, generic("g", body, NOW)).status(),
                            send("stripe", body, stripe("s", body, NOW)).status(),
                            send("patreon", body, patreon("p", body, "members:update"))
                                    .status(),
                            send("kofi", "data=" + URLEncoder.encode(body, StandardCharsets.UTF_8))
                                    .status(),
                            send("afdian?key=a", body).status()))
                    .as(body)
                    .allSatisfy(status -> assertThat(status).isIn(200, 400, 401, 409));
        }
    }
}
