package lyceum.scheduler.classes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.CancelTimer;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.Pin;
import lyceum.kernel.effect.Schedule;
import lyceum.kernel.effect.Schedule.Slot;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Pins;
import lyceum.kernel.platform.Schedules;

/**
 * Keeps in step what platforms show beside the talk: their list of what is coming up, or where they have none, the pinned
 * announcement. All that shall stand is reckoned anew each time; the platform compares and changes what differs.
 */
final class Notices {
    static final String COMPARE = Classes.NAME + ":compare";
    static final String PIN = Classes.NAME + ":pin";

    private static final String LIST = Classes.NAME + ":coming-up";
    private static final Duration EVERY = Duration.ofHours(6);
    private static final Duration FAR = Duration.ofDays(366 * 4);
    private static final int MOST_AT_ONCE = 5;
    /** Below the hundred that Discord takes. */
    private static final int MOST = 50;

    private final ClassesSettings settings;
    private final Tables tables;

    Notices(ClassesSettings settings, Tables tables) {
        this.settings = settings;
        this.tables = tables;
    }

    /** Everything as it shall stand now, and the next comparison. */
    List<Effect> compare(Tx tx) {
        List<LiveClass> all = tables.classes().all(tx.read()).stream()
                .flatMap(id -> tables.classes().find(tx.read(), id).stream())
                .toList();
        List<Slot> slots = all.stream()
                .flatMap(of -> slots(of, tx.now()))
                .sorted((a, b) -> a.starts().compareTo(b.starts()))
                .limit(MOST)
                .toList();
        List<Effect> effects = new ArrayList<>();
        for (RoomId room : lists(tx, all)) {
            effects.add(new Schedule(room, slots, settings.language(room), LIST));
        }
        effects.addAll(pins(tx));
        effects.add(
                slots.isEmpty()
                        ? new CancelTimer(COMPARE)
                        : new SetTimer(COMPARE, tx.now().plus(EVERY), ""));
        return effects;
    }

    /** The announcements of classes that have a date to come are in sight, and no others. */
    List<Effect> pins(Tx tx) {
        List<MessageId> wanted = tables.classes().standing(tx.read()).stream()
                .flatMap(id -> tables.classes().find(tx.read(), id).stream())
                .filter(of -> slots(of, tx.now()).findAny().isPresent())
                .flatMap(of -> tables.dates().cards(tx.read(), of.id()).stream())
                .filter(card -> tx.can(card.room(), Pins.class) && !tx.can(card.room(), Schedules.class))
                .toList();
        List<Effect> effects = new ArrayList<>();
        for (MessageId card : tables.dates().pinned(tx.read())) {
            if (!wanted.contains(card)) {
                effects.add(new Pin(card, false, PIN));
            }
        }
        for (MessageId card : wanted) {
            tables.dates().pin(tx.write(), card);
            effects.add(new Pin(card, true, PIN));
        }
        return effects;
    }

    /** What was asked for is done: of what is let go nothing is kept. */
    void done(Tx tx, Pin pin) {
        if (!pin.pinned()) {
            tables.dates().unpin(tx.write(), pin.message());
        }
    }

    /** The dates of a class that are under way, and the next. */
    private Stream<Slot> slots(LiveClass of, Instant now) {
        Duration length = Duration.ofMinutes(of.minutes());
        List<LiveClass.Date> dates = of.dates(now.minus(length), now.plus(FAR), MOST_AT_ONCE);
        long begun = dates.stream().filter(date -> !date.starts().isAfter(now)).count();
        return dates.stream().limit(begun + 1).map(date -> slot(of, date, length));
    }

    private Slot slot(LiveClass of, LiveClass.Date date, Duration length) {
        return new Slot(
                of.id() + "@" + date.planned(),
                of.title(),
                Phrase.of("classes.coming-up", String.valueOf(of.id())),
                settings.community(),
                date.starts(),
                date.starts().plus(length));
    }

    /** One room of each platform that has a list: the first that is told of every class, else where a class was made. */
    private List<RoomId> lists(Tx tx, List<LiveClass> all) {
        Map<PlatformName, RoomId> rooms = new LinkedHashMap<>();
        Stream.concat(settings.rooms().stream(), all.stream().map(LiveClass::room))
                .filter(room -> room.privateWith().isEmpty() && tx.can(room, Schedules.class))
                .forEach(room -> rooms.putIfAbsent(room.platform(), room));
        return List.copyOf(rooms.values());
    }
}
