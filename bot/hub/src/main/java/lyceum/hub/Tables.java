package lyceum.hub;

import org.jdbi.v3.core.Handle;

/** The hub's own tables. Lane's thread only. */
record Tables(Journal journal, Outbox outbox, TimerTable timers, DeadLetters deadLetters) {
    static Tables of(Handle db) {
        Codec codec = new Codec();
        return new Tables(
                new Journal(db, codec), new Outbox(db, codec), new TimerTable(db), new DeadLetters(db, codec));
    }

    /** Forgets what the transaction that failed had changed in memory. */
    void rolledBack() {
        journal.rolledBack();
        outbox.rolledBack();
        timers.rolledBack();
    }
}
