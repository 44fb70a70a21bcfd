package lyceum.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Completion;
import lyceum.kernel.feature.Completion.Suggestion;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Suggestions.Typed;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class CompletingTest {
    private static final Typed FAN = typed(Standing.FAN, "undo");
    private static final Typed MODERATOR = typed(Standing.MODERATOR, "undo");

    @Test
    void whoMayGiveTheCommandIsShownWhatFits() {
        assertThat(completing((typing, _) -> List.of(Suggestion.of(7, Text.of(typing.text()))))
                        .suggest(MODERATOR))
                .extracting(Suggestion::value)
                .containsExactly("7");
    }

    @Test
    void whoMayNotIsShownNothing() {
        Completing completing = completing((_, _) -> List.of(Suggestion.of(7, Text.of("secret"))));

        assertThat(completing.suggest(FAN)).isEmpty();
        assertThat(completing.suggest(typed(Standing.MODERATOR, ""))).isEmpty();
        assertThat(completing.suggest(typed(Standing.MODERATOR, "unheard-of"))).isEmpty();
    }

    @Test
    void whatTakesTooLongIsLeftOutRatherThanShownLate() {
        CountDownLatch forever = new CountDownLatch(1);
        Completing completing = completing((_, _) -> {
            awaits(forever);
            return List.of(Suggestion.of(7, Text.of("late")));
        });
        long start = System.nanoTime();

        List<Suggestion> shown = completing.suggest(MODERATOR);

        assertThat(shown).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
        forever.countDown();
    }

    @Test
    void whatFailsIsLeftOut() {
        assertThat(completing((_, _) -> {
                            throw new IllegalStateException("no table");
                        })
                        .suggest(MODERATOR))
                .isEmpty();
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Typed typed(Standing standing, String command) {
        Speaker speaker = new Speaker(AuthorId.parse("discord:mei"), "mei", null, standing, false, null);
        return new Typed(speaker, RoomId.parse("discord:general"), command, "", "words");
    }

    private static Completing completing(Completion completion) {
        return new Completing(List.of(new Offering(completion)), new Completing.Reading() {
            @Override
            public <T> T with(Function<ReadTx, T> reader) {
                return Jdbi.create("jdbc:sqlite::memory:")
                        .withHandle(read -> reader.apply(new ReadTx(read, Instant.EPOCH)));
            }
        });
    }

    private record Offering(Completion completion) implements Feature {
        @Override
        public String name() {
            return "offering";
        }

        @Override
        public List<Class<? extends Event>> wants() {
            return List.of();
        }

        @Override
        public List<Command> commands() {
            Phrase words = Phrase.of("hub.gone");
            return List.of(new Command(
                    "undo",
                    List.of(),
                    words,
                    List.of(new Command.Option("case", words, false, List.of()).completedBy(completion)),
                    Standing.MODERATOR));
        }

        @Override
        public Reaction on(Event event, Tx tx) {
            return Reaction.NONE;
        }
    }
}
