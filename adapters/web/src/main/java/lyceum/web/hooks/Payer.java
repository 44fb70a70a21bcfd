package lyceum.web.hooks;

import java.time.Instant;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.PaymentMade;
import lyceum.kernel.event.Money.SubscriptionChanged;
import lyceum.kernel.event.Money.TipReceived;
import lyceum.kernel.event.People.AccountVouched;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Who paid, at which service, told by which delivery.
 *
 * @param source the service
 * @param delivery its own name of what it tells, by which a second telling is known
 */
record Payer(PlatformName source, String delivery, AuthorId account, String name) {
    /** An account of the service itself. */
    static Payer of(String source, String delivery, String account, String name) {
        PlatformName service = new PlatformName(source);
        return new Payer(service, delivery, new AuthorId(service, account), name.isEmpty() ? account : name);
    }

    /** Money for something that lasts a while, or its return. */
    record Payment(
            String id,
            String product,
            long amount,
            String currency,
            @Nullable Instant until,
            boolean kept) {}

    Event paid(Payment payment, String note, Instant at) {
        return new PaymentMade(
                key("paid"),
                speaker(),
                room("payments"),
                payment.id(),
                payment.product(),
                payment.amount(),
                payment.currency(),
                payment.until(),
                note,
                payment.kept(),
                at);
    }

    /** @param subscription the service's own name of it */
    Event subscribed(String subscription, String tier, boolean active, Instant at) {
        return new SubscriptionChanged(key("subscribed"), speaker(), room(subscription), tier, active, null, at);
    }

    Event tipped(long amount, String currency, String note, Instant at) {
        return new TipReceived(key("tipped"), speaker(), room("payments"), amount, currency, note, at);
    }

    /** The service has made sure that an account elsewhere is the payer's too. */
    Event vouched(AuthorId other, Instant at) {
        return new AccountVouched(key("vouched"), speaker(), other, at);
    }

    private Key key(String what) {
        return new Key(source, delivery, what);
    }

    private RoomId room(String value) {
        return new RoomId(source, value);
    }

    private Speaker speaker() {
        return new Speaker(account, name, null, Standing.FAN, false, null);
    }
}
