package lyceum.web.hooks;

/** Whether a delivery is what its sender says. */
enum Proof {
    GENUINE,
    /** There is no signature where one must be. */
    UNSIGNED,
    /** The signature is of another secret, or of another body. */
    FORGED,
    /** It was signed too long ago, or in the future. */
    OLD
}
