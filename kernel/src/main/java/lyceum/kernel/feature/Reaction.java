package lyceum.kernel.feature;

import java.util.List;
import lyceum.kernel.effect.Effect;
import lyceum.kernel.person.Actor;
import org.jspecify.annotations.Nullable;

/**
 * What a feature wants done about an event.
 *
 * @param swallowed whether the features after it shall not hear the event
 * @param actor the person that the features after it shall see as acting, or null for no change
 */
public record Reaction(
        List<Effect> effects, boolean swallowed, @Nullable Actor actor) {
    public static final Reaction NONE = new Reaction(List.of(), false, null);

    public Reaction {
        effects = List.copyOf(effects);
    }

    public static Reaction of(Effect... effects) {
        return new Reaction(List.of(effects), false, null);
    }

    public static Reaction of(List<? extends Effect> effects) {
        return new Reaction(List.copyOf(effects), false, null);
    }

    public static Reaction actingAs(Actor actor) {
        return new Reaction(List.of(), false, actor);
    }

    /** The same, and the features after this one do not hear the event. */
    public Reaction swallowing() {
        return new Reaction(effects, true, actor);
    }
}
