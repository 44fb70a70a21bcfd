package lyceum.kernel.feature;

import java.util.List;
import java.util.Locale;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import org.jspecify.annotations.Nullable;

/** Suggests how an option of a command may go on while somebody types it. */
public interface Completion {
    /**
     * Called beside the lane, as the view of a {@link Page}, at each key that is pressed; only for who may give the command.
     *
     * @return what fits, the best first; empty where nothing does
     */
    List<Suggestion> of(Typing typing, ReadTx tx);

    /** Whether it also answers those who look something up without naming a command. */
    default boolean alone() {
        return false;
    }

    /**
     * What somebody has typed so far.
     *
     * @param room where they type; of a place that does not tell it, one that they are in
     * @param text may be empty
     */
    record Typing(Speaker who, RoomId room, String text) {
        /** Whether this may be what is meant: its number begins as typed, or its name has what was typed in it, in any case. */
        public boolean means(long number, String name) {
            String typed = text.replaceFirst("^#", "").toLowerCase(Locale.ROOT);
            return Long.toString(number).startsWith(typed)
                    || name.toLowerCase(Locale.ROOT).contains(typed);
        }
    }

    /**
     * One way to go on.
     *
     * @param value what the option then says; at most 100 UTF-16 units where platforms shall take it as it is
     * @param title what people choose it by
     * @param detail a line below the title, where there is room for one
     * @param said what stands in the room where choosing says something at once; null where that is the command with this value
     */
    record Suggestion(
            String value, Say title, Say detail, @Nullable Document said) {
        /** Something that is known by its number. */
        public static Suggestion of(long number, Text name) {
            Text title = Text.of("#" + number + " · ").plus(name);
            return new Suggestion(String.valueOf(number), title, Text.EMPTY, null);
        }
    }
}
