package lyceum.kernel.platform;

import lyceum.kernel.effect.OnMoney.DecidePayment;
import lyceum.kernel.effect.OnMoney.Offer;

/** The ability to take money for the hub. */
public interface Sells {
    /** Blocks; as {@link Platform#post}. What stands can be paid by whoever sees it, as often as the platform allows. */
    Outcome offer(Offer offer);

    /** Blocks; as {@link Platform#post}. A payment that waits no longer, or was decided, is {@link Outcome.Done}. */
    Outcome decide(DecidePayment decision);
}
