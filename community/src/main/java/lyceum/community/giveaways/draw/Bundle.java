package lyceum.community.giveaways.draw;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that anybody needs to check a draw.
 *
 * @param draw what decides it
 * @param rules the rules in canonical JSON
 * @param claimed what was published and must follow from it
 * @param beacon null where none was used
 */
@SuppressWarnings("ArrayRecordComponent")
public record Bundle(
        Draw draw, byte[] rules, Claims claimed, @Nullable Beacon beacon) {
    /** The one version that there is. */
    public static final String PROTOCOL = "lyceum-draw/1";

    /** How sure it is that nobody could choose the numbers. */
    public enum Assurance {
        /** By a beacon whose round came after the freeze. */
        BEACON,
        /** By the sealed seed alone. */
        SEED_ONLY
    }

    /**
     * What a bundle says of itself.
     *
     * @param weight all tickets
     * @param ranking tags, winners before alternates
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Claims(
            Assurance assurance, byte[] commit, byte[] root, byte[] frozen, long weight, List<byte[]> ranking) {
        public Claims {
            ranking = List.copyOf(ranking);
        }
    }

    /**
     * Draws and puts together the bundle.
     *
     * @param rules in canonical JSON, whose hash stands in the draw
     * @param picks winners and alternates together
     */
    public static Bundle of(Draw draw, byte[] rules, @Nullable Beacon beacon, int picks) {
        Draw.Outcome outcome = draw.outcome(picks);
        List<byte[]> ranking = draw.entrants().tags(outcome.ranking());
        Claims claims = new Claims(
                beacon == null ? Assurance.SEED_ONLY : Assurance.BEACON,
                Draw.commit(draw.drawId(), draw.rulesHash(), draw.seed()),
                outcome.root(),
                outcome.frozen(),
                draw.entrants().weight(),
                ranking);
        return new Bundle(draw, rules, claims, beacon);
    }
}
