package lyceum.community.bridge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.community.bridge.ComingTable.Coming;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnClock.SetTimer;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer.TimerFired;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;

/**
 * Tells the joined rooms who came and who left, where the settings want that: a moment later and together, and of one room at most
 * once a minute, so that a raid is one line and whoever only looked in is none.
 */
final class Comings {
    /** A room's name follows. */
    static final String TELL = Bridge.NAME + ":comings:";

    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int NAMED = 3;

    private final BridgeSettings settings;
    private final Joined joined;
    private final ComingTable table = new ComingTable();
    private final Names names;

    Comings(BridgeSettings settings, Joined joined) {
        this.settings = settings;
        this.joined = joined;
        this.names = new Names(settings.name(), Phrases.of(Bridge.NAME));
    }

    /** Somebody is in a room, or place, now, or no longer. */
    List<Effect> noted(Speaker speaker, RoomId place, boolean came, Tx tx) {
        Optional<RoomId> room = room(place);
        if (!settings.comings() || room.isEmpty()) {
            return List.of();
        }
        RoomId told = room.get();
        boolean waits = table.waits(tx.read(), told);
        table.note(tx.write(), told, speaker.id(), new Coming(speaker.name(), came));
        return waits ? List.of() : List.of(new SetTimer(TELL + told, due(told, tx), told.toString()));
    }

    private Instant due(RoomId room, Tx tx) {
        Instant soon = tx.now().plus(MOMENT);
        return table.told(tx.read(), room)
                .map(last -> last.plus(BETWEEN))
                .filter(soon::isBefore)
                .orElse(soon);
    }

    /** Where a platform's rooms are all joined at once, its first room stands for the place. */
    private Optional<RoomId> room(RoomId place) {
        return joined.with(place).isEmpty()
                ? settings.links().stream()
                        .flatMap(link -> link.rooms().stream())
                        .filter(room -> place.isWhole() && room.platform().equals(place.platform()))
                        .findFirst()
                : Optional.of(place);
    }

    /** All that waits, in each room that is joined with this one. */
    List<Effect> tell(TimerFired fired, Tx tx) {
        RoomId room = RoomId.parse(fired.note());
        List<Coming> comings = table.take(tx.write(), room, tx.now());
        List<Effect> posts = new ArrayList<>();
        if (!comings.isEmpty()) {
            for (RoomId there : joined.with(room)) {
                Language language = settings.language(there);
                posts.add(new Post(there, document(room, comings, language), language, null, null, TELL + room));
            }
        }
        return posts;
    }

    private Document document(RoomId room, List<Coming> comings, Language language) {
        List<Block> lines = new ArrayList<>();
        line(room, comings, true, language).ifPresent(line -> lines.add(new Block.Paragraph(line)));
        line(room, comings, false, language).ifPresent(line -> lines.add(new Block.Paragraph(line)));
        return new Document(lines, List.of());
    }

    private Optional<Phrase> line(RoomId room, List<Coming> comings, boolean came, Language language) {
        List<String> who = comings.stream()
                .filter(coming -> coming.came() == came)
                .map(coming -> names.honest(coming.name(), language))
                .toList();
        if (who.isEmpty()) {
            return Optional.empty();
        }
        Say here = Notices.name(room, settings);
        if (who.size() <= NAMED) {
            return Optional.of(Phrase.of(came ? "bridge.came" : "bridge.left", list(who), here));
        }
        String many = came ? "bridge.came-many" : "bridge.left-many";
        return Optional.of(Phrase.of(many, Text.of(String.valueOf(who.size())), here));
    }

    private static Say list(List<String> who) {
        return who.stream()
                .map(name -> (Say) Text.of(name))
                .reduce((before, next) -> Phrase.of("bridge.and", before, next))
                .orElse(Text.EMPTY);
    }

    void forget(AuthorId account, Tx tx) {
        table.forget(tx.write(), account);
    }
}
