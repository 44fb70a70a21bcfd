package lyceum.web.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import lyceum.kernel.event.Event;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;
import lyceum.web.hooks.Payer.Payment;

/**
 * Any shop of one's own: {@code X-Lyceum-Timestamp: SECONDS} and {@code X-Lyceum-Signature: sha256=HEX}, the HMAC-SHA256 of {@code
 * SECONDS.BODY}. The body is JSON: {@code id}, {@code kind} (payment or subscription), {@code account}, {@code product}, and as they
 * are needed {@code name}, {@code amount}, {@code currency}, {@code until}, {@code kept}, {@code active}, {@code note}, {@code at}.
 */
final class Generic implements Source {
    static final String NAME = "generic";
    private static final String SCHEME = "sha256=";

    private final String secret;

    Generic(String secret) {
        this.secret = secret;
    }

    @Override
    public Proof proof(Delivery delivery, Instant now) {
        String time = delivery.header("x-lyceum-timestamp").strip();
        String given = delivery.header("x-lyceum-signature").strip();
        if (time.isEmpty() || given.isEmpty()) {
            return Proof.UNSIGNED;
        }
        String right = SCHEME + Secrets.sign("HmacSHA256", secret, Secrets.timed(time, delivery.body()));
        if (!Secrets.same(right, given)) {
            return Proof.FORGED;
        }
        return Secrets.recent(time, now) ? Proof.GENUINE : Proof.OLD;
    }

    @Override
    public List<Event> read(Delivery delivery, Instant now) {
        JsonNode told = Told.json(delivery.text());
        String id = Told.id(told.path("id"));
        Instant at = told.hasNonNull("at") ? Told.time(told.path("at")) : now;
        String product = Told.words(told.path("product"));
        Payer payer = new Payer(new PlatformName(NAME), id, account(told), name(told));
        return switch (Told.words(told.path("kind"))) {
            case "payment" -> List.of(payer.paid(payment(told, product), Told.words(told.path("note")), at));
            case "subscription" ->
                List.of(payer.subscribed(
                        Told.first(told.path("subscription"), told.path("account")),
                        product,
                        told.path("active").asBoolean(true),
                        at));
            default -> throw new IllegalArgumentException("kind is payment or subscription");
        };
    }

    private static Payment payment(JsonNode told, String product) {
        String id = told.hasNonNull("payment") ? Told.id(told.path("payment")) : Told.id(told.path("id"));
        return new Payment(
                id,
                product,
                told.path("amount").asLong(),
                told.hasNonNull("currency") ? Told.currency(told.path("currency")) : "XXX",
                told.hasNonNull("until") ? Told.time(told.path("until")) : null,
                told.path("kept").asBoolean(true));
    }

    /** The shop's own, or one anywhere, as {@code discord:77}: whoever has the secret is trusted with it. */
    private static AuthorId account(JsonNode told) {
        String account = Told.id(told.path("account"));
        return account.contains(":") ? AuthorId.parse(account) : new AuthorId(new PlatformName(NAME), account);
    }

    private static String name(JsonNode told) {
        return Told.first(told.path("name"), told.path("account"));
    }
}
