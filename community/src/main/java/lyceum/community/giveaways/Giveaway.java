package lyceum.community.giveaways;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import lyceum.kernel.person.Language;

/**
 * A prize that is given away by lot.
 *
 * @param draw its name in the protocol of the draw
 * @param prize its name; where it has one for each language, the English one stands before {@code |} and the Chinese one behind
 * @param rules in canonical JSON; they never change
 * @param languages in which every room reads of it; empty where each room reads it in its own
 */
record Giveaway(
        long id,
        String draw,
        State state,
        String prize,
        int winners,
        Instant closes,
        String rules,
        List<Language> languages) {
    Giveaway {
        languages = List.copyOf(languages);
    }

    /** What was a draft, entered from now on. */
    Giveaway opened(Instant closes, String rules) {
        return new Giveaway(id, draw, State.OPEN, prize, winners, closes, rules, languages);
    }

    /** As people of one language read of it. */
    Giveaway in(Language language) {
        return new Giveaway(id, draw, state, named(prize, language), winners, closes, rules, languages);
    }

    /** The name of a prize in a language: its only one, or its own. */
    static String named(String prize, Language language) {
        List<String> names = names(prize);
        if (names.size() < 2) {
            return prize;
        }
        return switch (language) {
            case EN -> names.getFirst();
            case ZH -> names.getLast();
        };
    }

    /** The names of a prize, as they are written with {@code |} in between. */
    static List<String> names(String prize) {
        return Arrays.stream(prize.split("[|｜]", -1)).map(String::strip).toList();
    }

    /** How far it has come. */
    enum State {
        /** Its maker reads what it would be; nobody else knows of it. */
        DRAFT,
        OPEN,
        /** Who takes part is fixed and told; a round of a beacon that nobody can know yet will decide. */
        WAITING,
        DRAWN,
        CLOSED,
        VOID
    }

    /** How far somebody who was drawn has come. */
    enum Drawn {
        /** May have to step in for somebody who does not claim. */
        ALTERNATE,
        /** Has won, and is asked to claim. */
        ASKED,
        CLAIMED,
        DECLINED,
        LAPSED
    }
}
