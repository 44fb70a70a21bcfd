package lyceum.hub;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread of a community. It takes what waits, runs each turn in order, and commits when nothing waits any more or the batch
 * is full. A batch that fails is done again turn by turn; while the disk is full it is tried once a second, and nothing is
 * acknowledged.
 */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);
    private static final int FULL_BATCH = 512;
    /** How long receipts wait for company where nobody waits for them: one synced commit then serves all. */
    private static final Duration RECEIPTS_WAIT = Duration.ofMillis(10);

    /** So many that came during the last commit mean a rush; each commit then waits for more of it, so that fewer of them do. */
    private static final int RUSH = 4;

    private static final Duration RUSH_WAIT = Duration.ofMillis(4);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final LinkedBlockingQueue<Work> waiting;
    private final CompletableFuture<Void> stopping = new CompletableFuture<>();
    private final Parts parts;
    private final Tables tables;
    private final Shell shell;
    private final Decider decider;
    private final Upkeep upkeep;
    private @Nullable Thread thread;

    Lane(LinkedBlockingQueue<Work> waiting, Parts parts, Tables tables, Shell shell, Decider decider, Upkeep upkeep) {
        this.waiting = waiting;
        this.parts = parts;
        this.tables = tables;
        this.shell = shell;
        this.decider = decider;
        this.upkeep = upkeep;
    }

    /** Does something of the hub's own under a commit, before the thread starts. */
    void first(BiConsumer<Batch, Instant> step) {
        Batch batch = new Batch();
        Handle db = parts.store().writer();
        db.execute("begin");
        Instant now = parts.nature().clock().instant();
        step.accept(batch, now);
        close(batch, now);
    }

    /**
     * Goes through events and all that they lead to, again and again for a while, in transactions that are rolled back: nothing
     * leaves, nothing is kept, and the first real event is not the slow one. Before the thread starts.
     */
    void rehearse(List<Work.Heard> heard, Duration time) {
        long until = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < until) {
            Batch batch = new Batch();
            Handle db = parts.store().writer();
            try {
                db.execute("begin");
                Instant now = parts.nature().clock().instant();
                heard.forEach(work -> decider.decide(work, batch, now));
                shell.grant(batch, now);
                shell.receipts().forEach(receipt -> decider.decide(receipt, batch, now));
            } catch (RuntimeException e) {
                LOG.warn("the rehearsal broke off; the hub starts all the same", e);
                return;
            } finally {
                takeBack(db, batch);
            }
        }
    }

    void start() {
        thread = Thread.ofPlatform().name("lane").start(this::run);
    }

    /** Ends after everything that waits is committed; what cannot be committed for want of room is not acknowledged. */
    void stop() throws InterruptedException {
        stopping.complete(null);
        waiting.add(new Work.Rang());
        if (thread != null) {
            thread.join();
        }
    }

    private void run() {
        try {
            List<Work> batch = new ArrayList<>();
            while (!stopping.isDone() || !waiting.isEmpty()) {
                gather(batch);
                decide(batch);
                batch.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void gather(List<Work> batch) throws InterruptedException {
        boolean rush = waiting.size() >= RUSH;
        long start = System.nanoTime();
        Work next = waiting.take();
        boolean onlyReceipts = true;
        while (next != null) {
            int known = batch.size();
            batch.add(next);
            waiting.drainTo(batch, FULL_BATCH - batch.size());
            onlyReceipts &= batch.subList(known, batch.size()).stream().allMatch(Work::isReceipt);
            Duration patience = onlyReceipts ? RECEIPTS_WAIT : rush ? RUSH_WAIT : Duration.ZERO;
            boolean patient = batch.size() < FULL_BATCH && !stopping.isDone() && !(onlyReceipts && shell.starves());
            long left = start + patience.toNanos() - System.nanoTime();
            next = patient && left > 0 ? waiting.poll(left, TimeUnit.NANOSECONDS) : null;
        }
    }

    private void decide(List<Work> works) throws InterruptedException {
        while (true) {
            try {
                commit(works);
                return;
            } catch (RuntimeException e) {
                if (parts.store().outOfRoom().test(e)) {
                    upkeep.outOfRoom(true);
                    if (pausedUntilStop()) {
                        // What comes after it may not be kept either: a mark would pass over what was dropped here.
                        throw new InterruptedException("stopped while the disk is full");
                    }
                } else if (works.size() > 1) {
                    LOG.error("a batch of {} failed; it is done again turn by turn", works.size(), e);
                    oneByOne(works);
                    return;
                } else {
                    giveUp(works.getFirst(), e);
                    return;
                }
            }
        }
    }

    private void oneByOne(List<Work> works) throws InterruptedException {
        for (Work work : works) {
            decide(List.of(work));
        }
    }

    private void commit(List<Work> works) {
        Handle db = parts.store().writer();
        Batch batch = new Batch();
        try {
            db.execute("begin");
            Instant now = parts.nature().clock().instant();
            for (Work work : works) {
                if (work instanceof Work.Rang) {
                    upkeep.disarmed();
                }
                decider.decide(work, batch, now);
            }
            close(batch, now);
        } catch (RuntimeException e) {
            takeBack(db, batch);
            throw e;
        }
    }

    private void close(Batch batch, Instant now) {
        shell.grant(batch, now);
        tables.journal().mark();
        tables.outbox().mark();
        upkeep.armTimers(batch, now);
        parts.store().writer().execute("commit");
        tables.journal().committed();
        shell.committed();
        batch.committed();
        upkeep.afterCommit(shell.rooms());
    }

    private void takeBack(Handle db, Batch batch) {
        try {
            db.execute("rollback");
        } catch (RuntimeException e) {
            LOG.debug("nothing to roll back: the database has done so itself", e);
        }
        tables.rolledBack();
        batch.rolledBack();
        shell.rolledBack();
    }

    private boolean pausedUntilStop() throws InterruptedException {
        try {
            stopping.get(BETWEEN_TRIES.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was heard is kept with the dead letters: it would fail again, and what comes after it must not wait for it. */
    private void giveUp(Work work, RuntimeException e) {
        LOG.error("the hub itself failed on {}", work.getClass().getSimpleName(), e);
        if (work instanceof Work.Heard heard) {
            Batch batch = new Batch();
            try {
                parts.store().writer().execute("begin");
                Instant now = parts.nature().clock().instant();
                decider.bury(heard, e, batch, now);
                close(batch, now);
            } catch (RuntimeException notEvenThat) {
                takeBack(parts.store().writer(), batch);
                LOG.error("and could not keep it as a dead letter", notEvenThat);
                heard.durable().completeExceptionally(e);
            }
        }
        if (work instanceof Work.Replay replay) {
            replay.done().completeExceptionally(e);
        }
    }
}
