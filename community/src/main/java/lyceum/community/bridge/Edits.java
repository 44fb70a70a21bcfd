package lyceum.community.bridge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lyceum.kernel.effect.Amend;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;

/**
 * Lets copies follow the words of their source: what stands is changed piece by piece, what waits in the hub says the new words at
 * once, and what is on its way is set right when its receipt comes.
 */
final class Edits {
    private static final String REF = Bridge.NAME + ":edit";

    private final BridgeSettings settings;
    private final CopyTable table;
    private final Carriage carriage;
    private final Sharing sharing;

    Edits(BridgeSettings settings, CopyTable table, Carriage carriage, Sharing sharing) {
        this.settings = settings;
        this.table = table;
        this.carriage = carriage;
        this.sharing = sharing;
    }

    List<Effect> follow(MessageEdited edited, Tx tx) {
        List<Part> parts = table.parts(tx.read(), edited.message());
        if (parts.isEmpty()) {
            return List.of();
        }
        MessagePosted now = Carriage.now(edited, parts.getFirst().said().at());
        if (parts.stream().anyMatch(Part::isAwaited)) {
            table.rememberWords(tx.write(), now);
        }
        List<Effect> effects = new ArrayList<>();
        byRoom(parts).forEach((room, standing) -> effects.addAll(follow(now, room, standing, tx)));
        return effects;
    }

    private static Map<RoomId, List<Part>> byRoom(List<Part> parts) {
        return parts.stream().collect(Collectors.groupingBy(Part::room, LinkedHashMap::new, Collectors.toList()));
    }

    private List<? extends Effect> follow(MessagePosted now, RoomId room, List<Part> parts, Tx tx) {
        Part.Said said = parts.getFirst().said();
        List<Post> pieces = carriage.pieces(now, said, new Carriage.Where(room, null), tx);
        if (tx.can(room, lyceum.kernel.platform.Edits.class)) {
            return change(parts, pieces, tx);
        }
        if (parts.stream().allMatch(Part::isAwaited) && parts.size() == pieces.size() && !isRepeated(parts)) {
            return parts.stream()
                    .map(part -> new Amend(
                            room, part.ref(), pieces.get(parts.indexOf(part)).document()))
                    .toList();
        }
        return repeat(now, room, parts, tx);
    }

    private List<Effect> change(List<Part> parts, List<Post> pieces, Tx tx) {
        List<Effect> effects = new ArrayList<>();
        int both = Math.min(parts.size(), pieces.size());
        for (int i = 0; i < both; i++) {
            effects.addAll(change(parts.get(i), pieces.get(i), tx));
        }
        for (Part part : parts.subList(both, parts.size())) {
            table.drop(tx.write(), part);
            effects.addAll(drop(part, sharing, tx));
        }
        Part last = parts.getLast();
        effects.addAll(carriage.planned(last.said(), pieces.subList(both, pieces.size()), last.number() + 1, tx));
        return effects;
    }

    private List<Effect> change(Part part, Post piece, Tx tx) {
        MessageId copy = part.copy();
        if (copy != null && part.isShared()) {
            return sharing.rewritten(copy, part.line(), piece, tx);
        }
        return List.of(copy == null ? new Amend(part.room(), part.ref(), piece.document()) : edit(copy, piece));
    }

    static List<Effect> drop(Part part, Sharing sharing, Tx tx) {
        MessageId copy = part.copy();
        if (copy != null && part.isShared()) {
            return sharing.without(copy, part.line(), tx);
        }
        return List.of(copy == null ? new Amend(part.room(), part.ref(), null) : new Delete(copy, Bridge.GONE));
    }

    private static Edit edit(MessageId copy, Post piece) {
        return new Edit(copy, piece.document(), piece.language(), piece.voice(), REF);
    }

    /** Where copies cannot be changed the new words are said once more, as an answer to the old ones. */
    private List<Post> repeat(MessagePosted now, RoomId room, List<Part> parts, Tx tx) {
        if (!settings.editsRepeated()) {
            return List.of();
        }
        Part.Said said = Carriage.said(now, Manner.EDITED);
        Carriage.Where where = new Carriage.Where(room, parts.getFirst().copy());
        List<Post> pieces = carriage.pieces(now, said, where, tx);
        return carriage.planned(said, pieces, parts.getLast().number() + 1, tx);
    }

    /** A piece stands; if the words were changed while it was on its way, it follows now. */
    List<? extends Effect> arrived(Post post, Ref ref, MessageId copy, Tx tx) {
        MessagePosted now = table.words(tx.read(), ref.source()).orElse(null);
        if (now == null) {
            return List.of();
        }
        List<Part> all = table.parts(tx.read(), ref.source());
        if (all.stream().noneMatch(Part::isAwaited)) {
            table.forgetWords(tx.write(), ref.source());
        }
        List<Part> parts =
                all.stream().filter(part -> part.room().equals(post.room())).toList();
        List<MessageId> copies = parts.stream().map(Part::copy).toList();
        int place = copies.indexOf(copy);
        if (place < 0 || parts.get(place).said().manner() == Manner.EDITED) {
            return List.of();
        }
        List<Post> pieces = carriage.pieces(now, parts.getFirst().said(), new Carriage.Where(post.room(), null), tx);
        if (place < pieces.size() && pieces.get(place).document().equals(post.document())) {
            return List.of();
        }
        if (tx.can(post.room(), lyceum.kernel.platform.Edits.class)) {
            return setRight(parts.get(place), place, pieces, tx);
        }
        return isRepeated(parts) ? List.of() : repeat(now, post.room(), parts, tx);
    }

    /** Once words have been said anew, so is at once each later change of them. */
    private static boolean isRepeated(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.said().manner() == Manner.EDITED);
    }

    /** All lines of a shared message stand: what was changed or taken back while it was on its way is set right in one step. */
    List<Effect> arrived(MessageId shared, Tx tx) {
        boolean changed = false;
        Set<MessageId> sources = new HashSet<>();
        for (int line : sharing.lines(shared, tx)) {
            Optional<Part> part = table.part(tx.read(), shared, line);
            part.ifPresent(stands -> sources.add(stands.said().source()));
            changed |= part.isEmpty() ? sharing.drop(shared, line, tx) : follows(part.get(), shared, tx);
        }
        for (MessageId source : sources) {
            if (table.parts(tx.read(), source).stream().noneMatch(Part::isAwaited)) {
                table.forgetWords(tx.write(), source);
            }
        }
        return changed ? sharing.now(shared, tx) : List.of();
    }

    /** Whether the line reads differently now. */
    private boolean follows(Part part, MessageId shared, Tx tx) {
        Optional<MessagePosted> now = table.words(tx.read(), part.said().source());
        if (now.isEmpty() || part.said().manner() == Manner.EDITED) {
            return false;
        }
        List<Post> pieces = carriage.pieces(now.get(), part.said(), new Carriage.Where(part.room(), null), tx);
        if (part.number() < pieces.size()) {
            return sharing.change(shared, part.line(), pieces.get(part.number()), tx);
        }
        table.drop(tx.write(), part);
        return sharing.drop(shared, part.line(), tx);
    }

    private List<Effect> setRight(Part part, int place, List<Post> pieces, Tx tx) {
        if (place < pieces.size()) {
            return change(part, pieces.get(place), tx);
        }
        table.drop(tx.write(), part);
        return drop(part, sharing, tx);
    }
}
