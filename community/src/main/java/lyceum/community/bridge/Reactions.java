package lyceum.community.bridge;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.platform.Reacts;

/**
 * Shows on each copy of a message, and on the message itself, which emoji people put on it in the other rooms. A line that shares its
 * message with others has none.
 */
final class Reactions {
    private static final String REF = Bridge.NAME + ":react";

    private final CopyTable copies;
    private final ReactionTable table = new ReactionTable();

    Reactions(CopyTable copies) {
        this.copies = copies;
    }

    List<Effect> changed(ReactionChanged change, Tx tx) {
        MessageId source = copies.part(tx.read(), change.message())
                .map(part -> part.said().source())
                .orElse(change.message());
        List<Part> parts = copies.parts(tx.read(), source);
        return parts.isEmpty() || !table.apply(tx.write(), source, change) ? List.of() : show(source, parts, tx);
    }

    /** A copy has come to stand: what people put on the message meanwhile is shown on it. */
    List<Effect> arrived(MessageId source, Tx tx) {
        return table.any(tx.read(), source) ? show(source, copies.parts(tx.read(), source), tx) : List.of();
    }

    void forget(MessageId source, Tx tx) {
        if (table.any(tx.read(), source)) {
            table.forget(tx.write(), source);
        }
    }

    private List<Effect> show(MessageId source, List<Part> parts, Tx tx) {
        Map<RoomId, MessageId> family = new LinkedHashMap<>();
        family.put(source.room(), source);
        for (Part part : parts) {
            MessageId copy = part.copy();
            if (copy != null && !part.isShared()) {
                family.putIfAbsent(part.room(), copy);
            }
        }
        List<Effect> effects = new ArrayList<>();
        family.forEach((room, message) -> {
            if (tx.can(room, Reacts.class)) {
                List<String> wanted = table.elsewhere(tx.read(), source, room);
                List<String> before = table.shown(tx.read(), message);
                if (!Objects.equals(wanted, before)) {
                    table.show(tx.write(), source, message, wanted);
                    effects.add(new React(message, wanted, before, REF));
                }
            }
        });
        return effects;
    }
}
