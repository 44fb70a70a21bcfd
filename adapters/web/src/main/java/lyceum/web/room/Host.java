package lyceum.web.room;

/** Whom viewers talk to: the hub in this process, or one in another. Any thread; never waits. */
interface Host {
    /** How much one connection may send. */
    Flood flood();

    void opened(Viewer viewer);

    void said(Viewer viewer, String text);

    void closed(Viewer viewer);
}
