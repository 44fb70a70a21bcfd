package lyceum.web.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lyceum.kernel.event.Event;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.util.UrlEncoded;

/**
 * Ko-fi: a form whose field {@code data} is JSON, with the page's verification token in it. It tells each monthly payment and never
 * an end, so a payment lasts for a month.
 */
final class Kofi implements Source {
    static final String NAME = "kofi";
    /** Ko-fi sends again for some time what was not taken, with the same time in it. */
    private static final Duration WINDOW = Duration.ofDays(1);

    private static final Duration MONTH = Duration.ofDays(31);
    private static final PlatformName DISCORD = new PlatformName("discord");
    private static final int ACCOUNT = 24;

    private final String token;

    Kofi(String token) {
        this.token = token;
    }

    @Override
    public Proof proof(Delivery delivery, Instant now) {
        JsonNode data = data(delivery);
        String given = Told.words(data.path("verification_token"));
        if (given.isEmpty()) {
            return Proof.UNSIGNED;
        }
        if (!Secrets.equal(token, given)) {
            return Proof.FORGED;
        }
        return Secrets.near(Told.time(data.path("timestamp")), now, WINDOW) ? Proof.GENUINE : Proof.OLD;
    }

    @Override
    public List<Event> read(Delivery delivery, Instant now) {
        JsonNode data = data(delivery);
        Instant at = Told.time(data.path("timestamp"));
        String id = Told.id(data.path("kofi_transaction_id"));
        String currency = Told.currency(data.path("currency"));
        long amount = Told.minor(Told.words(data.path("amount")), currency);
        String note = Told.words(data.path("message"));
        Payer payer = Payer.of(NAME, id, account(data, id), Told.words(data.path("from_name")));
        List<Event> events = new ArrayList<>();
        switch (Told.words(data.path("type"))) {
            case "Subscription" -> {
                String tier = Told.words(data.path("tier_name"));
                String product = tier.isEmpty() ? "subscription" : tier;
                events.add(
                        payer.paid(new Payer.Payment(id, product, amount, currency, at.plus(MONTH), true), note, at));
            }
            case "Shop Order" -> {
                String product = Told.id(data.path("shop_items").path(0).path("direct_link_code"));
                events.add(payer.paid(new Payer.Payment(id, product, amount, currency, null, true), note, at));
            }
            default -> events.add(payer.tipped(amount, currency, note, at));
        }
        String discord = Told.words(data.path("discord_userid"));
        if (discord.matches("[0-9]{5,20}")) {
            events.add(payer.vouched(new AuthorId(DISCORD, discord), at));
        }
        return events;
    }

    /** Ko-fi knows people by their address alone: what is kept of it says nothing to who reads it. Without one, each payment is its own. */
    private String account(JsonNode data, String transaction) {
        String email = Told.words(data.path("email")).toLowerCase(Locale.ROOT);
        return email.isEmpty()
                ? transaction
                : Secrets.sign("HmacSHA256", token, email.getBytes(StandardCharsets.UTF_8))
                        .substring(0, ACCOUNT);
    }

    private static JsonNode data(Delivery delivery) {
        Fields form = new Fields();
        UrlEncoded.decodeTo(delivery.text(), form::add, StandardCharsets.UTF_8);
        String data = form.getValue("data");
        return Told.json(data == null ? "" : data);
    }
}
