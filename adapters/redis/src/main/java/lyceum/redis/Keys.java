package lyceum.redis;

/** What is called how in Redis. Several hubs use databases of their own: the number at the end of the address. */
final class Keys {
    /** A hash: whose records these are, which era it is, and what processes must know. */
    static final String ABOUT = "lyceum:room:about";

    static final String HUB = "hub";
    static final String ERA = "era";
    static final String TEXT = "text";

    /** There as long as the hub is; says which hub. */
    static final String BEAT = "lyceum:room:beat";

    /** A stream with the ids {@code NUMBER-0}. */
    static final String HAPPENED = "lyceum:room:happened";

    static final String SIGNALS = "lyceum:room:signals";

    /** A stream with one consumer group, in which the hub is the one consumer. */
    static final String SAID = "lyceum:room:said";

    static final String GROUP = "hub";
    static final String PROCESS = "process";

    private Keys() {}

    /** There as long as the process is. */
    static String here(String process) {
        return "lyceum:room:here:" + process;
    }

    static String replies(String process) {
        return "lyceum:room:replies:" + process;
    }
}
