package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.PaymentAsked;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/** Reads what Telegram tells of money. */
final class Payments {
    private final Self self;
    private final Speakers speakers;

    Payments(Self self, Speakers speakers) {
        this.self = self;
        this.speakers = speakers;
    }

    /** Null where a message says nothing of money. */
    @Nullable
    Event made(JsonNode message, Address address) {
        JsonNode paid = message.path("successful_payment");
        JsonNode back = message.path("refunded_payment");
        if (!paid.isObject() && !back.isObject()) {
            return null;
        }
        JsonNode payment = paid.isObject() ? paid : back;
        String charge = charge(payment);
        return new PaymentMade(
                key(charge, paid.isObject()),
                payer(message, address),
                address.room(),
                charge,
                Fields.words(payment, "invoice_payload"),
                Fields.number(payment, "total_amount"),
                Fields.words(payment, "currency"),
                ends(payment),
                "",
                paid.isObject(),
                Fields.time(message, "date"));
    }

    /** The same whether a payment is told by an update or found in the list of all, so that it is heard once. */
    static Key key(String charge, boolean kept) {
        return new Key(Address.TELEGRAM, "stars:" + charge, kept ? "" : "back");
    }

    private static String charge(JsonNode payment) {
        String charge = Fields.words(payment, "telegram_payment_charge_id");
        if (charge.isEmpty()) {
            throw new IllegalArgumentException("a payment has no id");
        }
        return charge;
    }

    private static @Nullable Instant ends(JsonNode payment) {
        return payment.has("subscription_expiration_date")
                ? Fields.time(payment, "subscription_expiration_date")
                : null;
    }

    /** What goes back may be told in the bot's own name: then the chat says whose it was. */
    private Speaker payer(JsonNode message, Address address) {
        boolean ours = message.path("from").path("id").asLong() == self.id();
        return ours && !address.isShared()
                ? speakers.person(message.path("chat"), address.chat())
                : speakers.of(message);
    }

    /** Somebody pressed Pay, and waits. */
    PaymentAsked asked(JsonNode query) {
        String id = Fields.words(query, "id");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a question before a payment has no id");
        }
        JsonNode payer = query.path("from");
        RoomId room = new Address(Fields.number(payer, "id"), 0).room();
        return new PaymentAsked(
                new Key(Address.TELEGRAM, "checkout:" + id, ""),
                speakers.person(payer, 0),
                room,
                Fields.words(query, "invoice_payload"),
                Fields.number(query, "total_amount"),
                Fields.words(query, "currency"),
                new ReplyToken(room, id),
                self.clock().instant());
    }
}
