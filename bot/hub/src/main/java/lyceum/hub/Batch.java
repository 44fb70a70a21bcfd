package lyceum.hub;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Several turns under one commit: what follows when it succeeds, and what must be put back in memory when it fails. */
final class Batch {
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    void afterCommit(Runnable step) {
        afterCommit.add(step);
    }

    /** Does something in memory now, and remembers how to take it back. */
    void change(Runnable now, Runnable back) {
        now.run();
        undo.push(back);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    void rolledBack() {
        undo.forEach(Runnable::run);
    }
}
