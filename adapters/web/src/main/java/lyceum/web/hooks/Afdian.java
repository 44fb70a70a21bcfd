package lyceum.web.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import lyceum.kernel.event.Event;
import lyceum.web.hooks.Payer.Payment;

/**
 * 爱发电: it signs nothing that a server could check with a secret of its own, but calls whatever address it is given, so the secret
 * stands in the address, as {@code ?key=...}.
 */
final class Afdian implements Source {
    static final String NAME = "afdian";
    private static final String CURRENCY = "CNY";
    private static final int PAID = 2;
    private static final int MOST_MONTHS = 120;

    private final String secret;

    Afdian(String secret) {
        this.secret = secret;
    }

    @Override
    public Proof proof(Delivery delivery, Instant now) {
        String given = delivery.asked("key");
        if (given.isEmpty()) {
            return Proof.UNSIGNED;
        }
        return Secrets.equal(secret, given) ? Proof.GENUINE : Proof.FORGED;
    }

    /** Goods, of the second kind, have no end. */
    @Override
    public List<Event> read(Delivery delivery, Instant now) {
        JsonNode data = Told.json(delivery.text()).path("data");
        JsonNode order = data.path("order");
        if (!Told.words(data.path("type")).equals("order")
                || order.path("status").asInt() != PAID) {
            return List.of();
        }
        String id = Told.id(order.path("out_trade_no"));
        int months = order.path("month").asInt(1);
        boolean lasts = order.path("product_type").asInt() == 0;
        if (lasts && (months < 1 || months > MOST_MONTHS)) {
            throw new IllegalArgumentException("no number of months that anybody means");
        }
        Instant at = order.hasNonNull("create_time") ? Told.seconds(order.path("create_time")) : now;
        Payment payment = new Payment(
                id,
                Told.first(
                        order.path("plan_id"), order.path("sku_detail").path(0).path("sku_id")),
                Told.minor(Told.words(order.path("total_amount")), CURRENCY),
                CURRENCY,
                lasts ? at.atOffset(ZoneOffset.UTC).plusMonths(months).toInstant() : null,
                true);
        Payer payer = Payer.of(NAME, id, Told.id(order.path("user_id")), Told.words(order.path("user_name")));
        return List.of(payer.paid(payment, Told.first(order.path("remark"), order.path("custom_order_id")), at));
    }
}
