package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.People.PresenceChanged;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;

/**
 * Who was there: whoever speaks where a class is held while it is held, presses or asks something there, such as the answer of a
 * quiz, or watches where a platform tells who does. A person counts once for a date, over all platforms and accounts.
 */
final class Attendance {
    /** So long before the start people gather. */
    static final Duration GATHERING = Duration.ofMinutes(10);

    private final ClassesSettings settings;
    private final Tables tables;

    Attendance(ClassesSettings settings, Tables tables) {
        this.settings = settings;
        this.tables = tables;
    }

    void spoke(Tx tx, MessagePosted posted) {
        if (!posted.speaker().bot()) {
            here(tx, posted.message().room(), 1, 0);
        }
    }

    /** What is asked of classes themselves says nothing about being there. */
    void asked(Tx tx, Asking asking) {
        switch (asking) {
            case CommandInvoked invoked when !invoked.command().startsWith("class-") -> here(tx, invoked.room(), 0, 1);
            case ChoiceMade made
            when !made.choice().startsWith(Classes.NAME + ":") ->
                here(tx, made.message().room(), 0, 1);
            case CommandInvoked _, ChoiceMade _ -> {}
        }
    }

    /**
     * Somebody watches a room where that is told: they were there if they watched while a date was held, be it that they came
     * before it and left after it.
     */
    void watched(Tx tx, PresenceChanged changed) {
        Actor actor = tx.actor();
        if (actor == null) {
            return;
        }
        for (DateTable.Held held : tables.dates().between(tx.read(), changed.since(), changed.at())) {
            if (isHeldIn(tx, held.near(), changed.room())) {
                Instant from = changed.since().isBefore(held.starts()) ? held.starts() : changed.since();
                Instant until = changed.at().isAfter(held.ends()) ? held.ends() : changed.at();
                ComerTable.Present seen = new ComerTable.Present(
                        held.near().classId(), held.near().planned(), from, until, new ComerTable.Deeds(0, 0));
                tables.comers().present(tx.write(), seen, actor.member().value());
            }
        }
    }

    private boolean isHeldIn(Tx tx, DateTable.Near near, RoomId room) {
        return settings.rooms().contains(room)
                || tables.classes()
                        .find(tx.read(), near.classId())
                        .filter(of -> of.room().equals(room))
                        .isPresent();
    }

    private void here(Tx tx, RoomId room, long said, long pressed) {
        Actor actor = tx.actor();
        if (actor == null) {
            return;
        }
        for (DateTable.Near near : tables.dates().underWay(tx.read(), tx.now(), GATHERING)) {
            if (isHeldIn(tx, near, room)) {
                ComerTable.Present seen = new ComerTable.Present(
                        near.classId(), near.planned(), tx.now(), tx.now(), new ComerTable.Deeds(said, pressed));
                tables.comers().present(tx.write(), seen, actor.member().value());
            }
        }
    }
}
