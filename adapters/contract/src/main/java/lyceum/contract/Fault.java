package lyceum.contract;

/** What a platform can be made to do to the hub. */
public enum Fault {
    TOO_MANY_REQUESTS("429"),
    SERVER_ERROR("500"),
    SLOW("slow"),
    DISCONNECT("disconnect"),
    DUPLICATE("duplicate"),
    TIMEOUT_AFTER_ACCEPT("timeout-after-accept"),
    NO_PERMISSION("no-permission");

    private final String kind;

    Fault(String kind) {
        this.kind = kind;
    }

    String kind() {
        return kind;
    }
}
