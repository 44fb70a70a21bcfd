package lyceum.kernel.effect;

import java.time.Duration;
import lyceum.kernel.document.Say;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/** What a platform does so that people can pay on it. */
public sealed interface OnMoney extends OnPlatform {
    /**
     * Offers something for sale. Whoever wants to pay is told of by {@code PaymentAsked} first, and by {@code PaymentMade} when it was
     * paid.
     *
     * @param product the feature's own name of what is sold, with all that was promised; at most 64 characters of ASCII
     * @param title at most 32 characters are shown
     * @param words what one gets, at most 255 characters
     * @param amount in the smallest unit of the currency
     * @param currency as {@code PaymentMade} tells it: {@code XTR} for Telegram's Stars
     * @param every after what time the platform takes the money again, until the payer ends it; null where it is paid once
     */
    record Offer(
            RoomId room,
            String product,
            Say title,
            Say words,
            long amount,
            String currency,
            @Nullable Duration every,
            Language language,
            String ref)
            implements OnMoney {}

    /**
     * Lets a payment through, or stops it before any money moves. Doing it twice is the same as once.
     *
     * @param refusal what the payer reads, in a sentence; null where the payment may go on
     */
    record DecidePayment(ReplyToken reply, @Nullable Say refusal, Language language, String ref) implements OnMoney {
        @Override
        public RoomId room() {
            return reply.room();
        }
    }
}
