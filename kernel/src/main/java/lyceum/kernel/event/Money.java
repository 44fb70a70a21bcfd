package lyceum.kernel.event;

import java.time.Instant;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/** What people pay for, as the platforms tell it. */
public sealed interface Money extends Event {
    @Override
    Speaker speaker();

    /**
     * A person's subscription began, went on or ended.
     *
     * @param tier the platform's own name of it, as {@code 1000}
     * @param active whether it holds now
     * @param giver who paid for it where somebody else did and it is told, or null
     */
    record SubscriptionChanged(
            Key key,
            Speaker speaker,
            RoomId room,
            String tier,
            boolean active,
            @Nullable Speaker giver,
            Instant at) implements Money {}

    /**
     * Something that a platform itself sells is a person's, has an end, or is so no more: the newest word counts.
     *
     * @param entitlement the platform's own name of it
     * @param product the platform's own name of what was bought
     * @param until when it ends or ended, or null while it goes on
     * @param kept false where it was taken back, as when the money was
     */
    record EntitlementChanged(
            Key key,
            Speaker speaker,
            RoomId room,
            String entitlement,
            String product,
            @Nullable Instant until,
            boolean kept,
            Instant at)
            implements Money {}

    /**
     * A person tipped.
     *
     * @param amount in the smallest unit there is
     * @param unit a currency of ISO 4217, or the platform's own, as {@code bits}
     * @param note what the person said with it; may be empty
     */
    record TipReceived(Key key, Speaker speaker, RoomId room, long amount, String unit, String note, Instant at)
            implements Money {}

    /**
     * Somebody is about to pay for what {@code Offer} offered, and waits for {@code DecidePayment}: only for seconds.
     *
     * @param product as {@code Offer} named it
     * @param amount in the smallest unit of the currency
     */
    record PaymentAsked(
            Key key,
            Speaker speaker,
            RoomId room,
            String product,
            long amount,
            String currency,
            ReplyToken reply,
            Instant at)
            implements Money {}

    /**
     * Something was paid for that lasts a while, or its payment was taken back.
     *
     * @param payment the source's own name of this payment, which its return bears too
     * @param product the source's own name of what was bought
     * @param amount in the smallest unit of the currency
     * @param until when what was bought ends, or null where it ends when its source says so
     * @param note what the payer sent with it; may be empty
     * @param kept false where the money went back
     */
    record PaymentMade(
            Key key,
            Speaker speaker,
            RoomId room,
            String payment,
            String product,
            long amount,
            String currency,
            @Nullable Instant until,
            String note,
            boolean kept,
            Instant at)
            implements Money {}
}
