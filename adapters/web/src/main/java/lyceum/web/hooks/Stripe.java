package lyceum.web.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lyceum.kernel.event.Event;
import lyceum.web.hooks.Payer.Payment;
import org.jspecify.annotations.Nullable;

/**
 * Stripe: {@code Stripe-Signature: t=SECONDS,v1=HEX[,v1=HEX]}, the HMAC-SHA256 of {@code SECONDS.BODY}; there are two of v1 while a
 * secret is exchanged.
 */
final class Stripe implements Source {
    static final String NAME = "stripe";
    /** Stripe tries a failed payment again for some days, and tells when it gives up. */
    private static final Set<String> GOES_ON = Set.of("active", "trialing", "past_due");
    /** A first payment counts so long until its invoice tells the period. */
    private static final Duration UNTIL_TOLD = Duration.ofDays(1);

    private final String secret;

    Stripe(String secret) {
        this.secret = secret;
    }

    @Override
    public Proof proof(Delivery delivery, Instant now) {
        String time = "";
        List<String> given = new ArrayList<>();
        for (String part : delivery.header("stripe-signature").split(",", 16)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].equals("t")) {
                time = pair[1];
            } else if (pair.length == 2 && pair[0].equals("v1")) {
                given.add(pair[1]);
            }
        }
        if (time.isEmpty() || given.isEmpty()) {
            return Proof.UNSIGNED;
        }
        String right = Secrets.sign("HmacSHA256", secret, Secrets.timed(time, delivery.body()));
        if (given.stream().noneMatch(each -> Secrets.same(right, each))) {
            return Proof.FORGED;
        }
        return Secrets.recent(time, now) ? Proof.GENUINE : Proof.OLD;
    }

    @Override
    public List<Event> read(Delivery delivery, Instant now) {
        JsonNode told = Told.json(delivery.text());
        String id = Told.id(told.path("id"));
        Instant at = Told.seconds(told.path("created"));
        JsonNode about = told.path("data").path("object");
        Event event = switch (Told.words(told.path("type"))) {
            case "customer.subscription.created",
                    "customer.subscription.updated",
                    "customer.subscription.deleted",
                    "customer.subscription.paused",
                    "customer.subscription.resumed" -> subscription(id, about, at);
            case "invoice.paid" -> invoice(id, about, at);
            case "checkout.session.completed" -> bought(id, about, at);
            case "charge.refunded" -> refunded(id, about, at);
            default -> null;
        };
        return event == null ? List.of() : List.of(event);
    }

    private static Event subscription(String id, JsonNode about, Instant at) {
        boolean active = GOES_ON.contains(Told.words(about.path("status")))
                && about.path("pause_collection").isEmpty();
        return payer(id, about).subscribed(Told.id(about.path("id")), product(price(about.path("items"))), active, at);
    }

    /** The last line is what is paid for from now on; the ones before it settle a change within a period. */
    private static @Nullable Event invoice(String id, JsonNode about, Instant at) {
        JsonNode lines = about.path("lines").path("data");
        if (lines.isEmpty()) {
            return null;
        }
        JsonNode line = lines.path(lines.size() - 1);
        JsonNode pricing = line.path("pricing").path("price_details");
        String product = line.hasNonNull("price") ? product(line.path("price")) : Told.words(pricing.path("price"));
        Payment payment = new Payment(
                Told.id(about.path("id")),
                product,
                about.path("amount_paid").asLong(),
                Told.currency(about.path("currency")),
                Told.seconds(line.path("period").path("end")),
                true);
        return payer(id, about).paid(payment, "", at);
    }

    /** What was bought by a payment link; {@code client_reference_id} stands in the link's address, and may be a code. */
    private static @Nullable Event bought(String id, JsonNode about, Instant at) {
        String status = Told.words(about.path("payment_status"));
        if (status.equals("unpaid")) {
            return null;
        }
        boolean once = Told.words(about.path("mode")).equals("payment");
        String payment = Told.first(about.path("invoice"), about.path("payment_intent"), about.path("id"));
        String product = Told.first(about.path("metadata").path("plan"), about.path("payment_link"));
        Payment paid = new Payment(
                payment,
                product.isEmpty() ? "checkout" : product,
                about.path("amount_total").asLong(),
                Told.currency(about.path("currency")),
                once ? null : at.plus(UNTIL_TOLD),
                true);
        return payer(id, about).paid(paid, Told.words(about.path("client_reference_id")), at);
    }

    /** Of a part of the money nothing is known to have ended. */
    private static @Nullable Event refunded(String id, JsonNode about, Instant at) {
        if (!about.path("refunded").asBoolean()) {
            return null;
        }
        String payment = Told.first(about.path("invoice"), about.path("payment_intent"), about.path("id"));
        Payment back = new Payment(
                payment,
                "",
                about.path("amount_refunded").asLong(),
                Told.currency(about.path("currency")),
                null,
                false);
        return payer(id, about).paid(back, "", at);
    }

    private static Payer payer(String id, JsonNode about) {
        JsonNode details = about.path("customer_details");
        JsonNode charged = about.path("billing_details");
        String name = Told.first(details.path("name"), about.path("customer_name"), charged.path("name"));
        JsonNode customer = about.path("customer");
        return Payer.of(NAME, id, Told.id(customer.isNull() ? about.path("id") : customer), name);
    }

    private static JsonNode price(JsonNode items) {
        return items.path("data").path(0).path("price");
    }

    private static String product(JsonNode price) {
        return price.isTextual() ? Told.words(price) : Told.first(price.path("lookup_key"), price.path("id"));
    }
}
