package lyceum.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Settles;
import lyceum.kernel.platform.Settles.Attempt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The laws of platforms where the hub can find out afterwards which posts stand. */
public interface SettlesContract extends OnStage {
    @Test
    @DisplayName("A post that was taken without an answer is found and not doubled")
    default void aPostWithoutAnswerIsFound() {
        for (@Nullable Voice voice : voices()) {
            String words = scene().fresh("into the dark");
            MessageId before =
                    scene().deliver(scene().post(Text.of(words + " before"))).getFirst();
            Attempt attempt = attempt(words + " unclear", voice);
            scene().stage().suffer(Fault.TIMEOUT_AFTER_ACCEPT, 1);
            postIntoTheDark(attempt);

            List<Optional<MessageId>> settled =
                    scene().as(Settles.class).settle(scene().room(), before, List.of(attempt));

            assertThat(settled).singleElement().matches(Optional::isPresent);
            scene().stands(words + " unclear");
        }
    }

    @Test
    @DisplayName("A post that never left is told from those that stand, and equal words stand for themselves")
    default void whatStandsIsToldFromWhatDoesNot() {
        for (@Nullable Voice voice : voices()) {
            String words = scene().fresh("same words *again*");
            MessageId before =
                    scene().deliver(scene().post(Text.of(words + " before"))).getFirst();
            List<Attempt> attempts = new ArrayList<>();
            List<Optional<MessageId>> stand = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Attempt attempt = attempt(words, voice);
                attempts.add(attempt);
                stand.add(i == 2 ? Optional.empty() : Optional.of(sent(attempt)));
            }

            assertThat(scene().as(Settles.class).settle(scene().room(), before, attempts))
                    .isEqualTo(stand);
            assertThat(scene().as(Settles.class).settle(scene().room(), null, attempts))
                    .isEqualTo(stand);
        }
    }

    /** A platform that knows its requests again may have the answer all the same. */
    private void postIntoTheDark(Attempt attempt) {
        try {
            assertThat(scene().platform().post(attempt.post(), attempt.nonce())).isInstanceOf(Outcome.Done.class);
        } catch (UncheckedIOException missing) {
            assertThat(missing).hasCauseInstanceOf(IOException.class);
        }
    }

    private static List<@Nullable Voice> voices() {
        List<@Nullable Voice> voices = new ArrayList<>();
        voices.add(new Voice("carla", null));
        voices.add(null);
        return voices;
    }

    private MessageId sent(Attempt attempt) {
        return scene().insist(platform -> platform.post(attempt.post(), attempt.nonce()))
                .getFirst();
    }

    private Attempt attempt(String words, @Nullable Voice voice) {
        Text text = Text.of(words + " ").plus(Text.of("in bold", new Mark.Bold()));
        Post post = scene().post(Document.of(text), voice);
        return new Attempt(scene().platform().fit(post).getFirst(), scene().nonce());
    }
}
