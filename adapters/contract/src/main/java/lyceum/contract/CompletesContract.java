package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.contract.Stage.Choosable;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Asking;
import lyceum.kernel.feature.Completion.Suggestion;
import lyceum.kernel.platform.Menus;
import lyceum.kernel.platform.Suggestions.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms that show people, while they type, how it may go on. */
public interface CompletesContract extends OnStage {
    @Test
    @DisplayName("Who types is shown what is suggested, the best first, and nothing is heard of it")
    default void whatIsSuggestedIsShown() {
        String word = scene().fresh("curt");
        List<Typed> asked = new CopyOnWriteArrayList<>();
        scene().suggests(typed -> {
            asked.add(typed);
            return List.of(suggestion("curtain"), suggestion("curtsy"));
        });
        int before = scene().ears().all(Asking.class).size();

        List<Choosable> shown = typing("ann", word);

        assertThat(shown).extracting(Choosable::name).containsExactly("curtain", "curtsy");
        assertThat(shown.getFirst().value()).contains("curtain");
        assertThat(asked).last().satisfies(typed -> {
            assertThat(typed.text()).isEqualTo(word);
            assertThat(typed.speaker().name()).isEqualTo("ann");
            assertThat(typed.room()).isEqualTo(scene().room());
        });
        assertThat(scene().ears().all(Asking.class)).hasSize(before);
    }

    @Test
    @DisplayName("Where nothing fits, nothing is shown")
    default void whereNothingFitsNothingIsShown() {
        scene().suggests(_ -> List.of());

        assertThat(typing("bob", scene().fresh("nothing"))).isEmpty();
    }

    @Test
    @DisplayName("What is long is shown shorter, and strange letters do no harm")
    default void whatIsLongIsShownShorter() {
        String strange = "<b>*_`|" + "🎭 题目 ".repeat(100);
        scene().suggests(_ -> List.of(suggestion(strange), suggestion("plain")));

        List<Choosable> shown = typing("ann", scene().fresh("long"));

        assertThat(shown).hasSize(2);
        assertThat(shown.getFirst().name()).startsWith("<b>*_`|🎭").endsWith("…");
        assertThat(shown.getLast().name()).isEqualTo("plain");
    }

    @Test
    @DisplayName("More than the platform shows is cut, not refused")
    default void moreThanIsShownIsCut() {
        List<Suggestion> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add(suggestion("word " + i));
        }
        scene().suggests(_ -> many);

        assertThat(typing("ann", scene().fresh("many")))
                .hasSizeGreaterThan(9)
                .first()
                .extracting(Choosable::name)
                .isEqualTo("word 0");
    }

    private List<Choosable> typing(String who, String word) {
        scene().as(Menus.class).publish(List.of(Rehearsal.completedBy((_, _) -> List.of())));
        return scene().stage().complete(who, Rehearsal.COMMAND.name(), "word", word);
    }

    private static Suggestion suggestion(String word) {
        return new Suggestion(word, Text.of(word), Text.of("to be said"), Document.of(Text.of(word)));
    }
}
