package lyceum.contract;

/** People who pay, as seen from outside the hub. */
public interface Payers {
    /** Somebody pays by the message in which it is offered; answers what they read if it was refused, and nothing if it was not. */
    String pay(String who, String message);

    /** What somebody paid by that message goes back to them. */
    void refund(String who, String message);
}
