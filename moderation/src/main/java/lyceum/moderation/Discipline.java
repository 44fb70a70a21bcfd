package lyceum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Say;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.CancelTimer;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Restrict;
import lyceum.kernel.effect.Restrict.Measure;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Edits;
import lyceum.kernel.platform.Restricts;
import lyceum.moderation.Case.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Does to people what was decided, on every platform where they have an account, ends what has an end, and takes back what was undone.
 * What holds for a person is computed from the deeds that stand, never from the last one alone.
 */
final class Discipline {
    static final String END = Gate.NAME + ":end:";
    static final String MEASURE = Gate.NAME + ":measure:";
    static final Duration TIMEOUT = Duration.ofHours(1);

    private final ModerationSettings settings;
    private final DeedTable deeds = new DeedTable();
    private final Faces faces = new Faces();

    Discipline(ModerationSettings settings) {
        this.settings = settings;
    }

    /**
     * What is to be done to whom.
     *
     * @param until null where it has no end, or does not last
     */
    record Order(
            long about, Act act, Known person, @Nullable Instant until, Decision by) {}

    List<Effect> apply(Order order, Tx tx) {
        Deed deed = deeds.add(tx.write(), order);
        List<Effect> effects = new ArrayList<>();
        Measure measure = order.act().measure;
        if (measure != null) {
            effects.addAll(everywhere(order.person(), new Wanted(measure, order.until(), deed.id()), tx));
        }
        if (order.until() != null) {
            effects.add(new SetTimer(END + deed.id(), order.until(), Long.toString(deed.id())));
        }
        return effects;
    }

    /** A deed's time is over: whoever has no other that lasts is free. The platform may have done so by itself. */
    List<Effect> end(long id, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        deeds.find(tx.read(), id).stream()
                .filter(deed -> !deed.undone())
                .forEach(deed -> effects.addAll(settle(deed, tx)));
        return effects;
    }

    /** Takes a deed back; nothing happens where that was done before. */
    List<Effect> undo(Deed deed, Tx tx) {
        if (deed.undone()) {
            return List.of();
        }
        deeds.undo(tx.write(), deed, tx.now());
        List<Effect> effects = new ArrayList<>();
        if (deed.until() != null) {
            effects.add(new CancelTimer(END + deed.id()));
        }
        if (deed.act().lasts()) {
            effects.addAll(settle(deed, tx));
        }
        return effects;
    }

    /** Makes that the person suffers what their other deeds ask for, and nothing else. */
    private List<Effect> settle(Deed ended, Tx tx) {
        Optional<Known> person = faces.of(tx.read(), ended.member());
        if (person.isEmpty()) {
            return List.of();
        }
        List<Effect> effects = new ArrayList<>();
        Optional<Deed> hardest = lasting(tx, ended.member(), ended.id());
        if (hardest.filter(other -> other.act() == ended.act()).isEmpty()) {
            effects.addAll(everywhere(person.get(), new Wanted(Measure.FREE, null, ended.id()), tx));
        }
        hardest.ifPresent(other -> {
            Measure measure = other.act().measure;
            if (measure != null) {
                effects.addAll(everywhere(person.get(), new Wanted(measure, other.until(), other.id()), tx));
            }
        });
        return effects;
    }

    private Optional<Deed> lasting(Tx tx, MemberId member, long except) {
        return deeds.of(tx.read(), member).stream()
                .filter(deed -> deed.id() != except && deed.lastsAt(tx.now()))
                .max(Comparator.comparing(Deed::act)
                        .thenComparing(deed -> deed.until() == null ? Instant.MAX : deed.until()));
    }

    /** Whether this person may not speak now. */
    boolean keptFromSpeaking(MemberId member, Tx tx) {
        return lasting(tx, member, 0).isPresent();
    }

    private record Wanted(Measure measure, @Nullable Instant until, long deed) {}

    private List<Effect> everywhere(Known person, Wanted wanted, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        for (AuthorId account : person.accounts().stream()
                .sorted(Comparator.comparing(AuthorId::toString))
                .toList()) {
            for (RoomId place : settings.places()) {
                if (place.platform().equals(account.platform()) && tx.can(place, Restricts.class)) {
                    effects.add(
                            new Restrict(account, place, wanted.measure(), wanted.until(), MEASURE + wanted.deed()));
                }
            }
        }
        return effects;
    }

    /** Tells a person in private, on the first of their platforms where the hub can write to one alone. */
    List<Effect> tell(Known person, Say say, Tx tx) {
        return person.accounts().stream()
                .sorted(Comparator.comparing(AuthorId::toString))
                .map(RoomId::privateWith)
                .filter(room -> tx.can(room, Edits.class))
                .findFirst()
                .<List<Effect>>map(room ->
                        List.of(new Post(room, Document.of(say), person.language(), null, null, Gate.NAME + ":told")))
                .orElse(List.of());
    }
}
