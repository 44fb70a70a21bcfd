package lyceum.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lyceum.kernel.clock.Alarm;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.event.Answer.Resolved;
import lyceum.kernel.event.Event;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.platform.Fetches;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.moderation.Gate.Unseen;
import org.junit.jupiter.api.Test;

/** Files that are there, gone, or out of reach. */
class FileLooksTest {
    private static final Unseen FILE = new Unseen("moderation:file:0:telegram:-1/7", "telegram:abc");
    private static final String ABC_IS = "3 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private final List<Event> heard = new ArrayList<>();
    private final CompletableFuture<Void> durable = new CompletableFuture<>();
    private boolean up = true;
    private boolean answers = true;

    @Test
    void whatWasSeenIsToldOnce() {
        try (FileLooks looks = looks(FILE)) {
            looks.look();
            looks.look();
        }

        assertThat(heard).containsExactly(new Resolved(FILE.question(), ABC_IS));
    }

    @Test
    void whatCannotBeHadIsToldToo() {
        answers = false;

        try (FileLooks looks = looks(FILE, new Unseen("moderation:file:0:mars:1/7", "mars:abc"))) {
            looks.look();
        }

        assertThat(heard)
                .containsExactly(new Resolved(FILE.question(), ""), new Resolved("moderation:file:0:mars:1/7", ""));
    }

    @Test
    void whatIsOutOfReachWaits() {
        try (FileLooks looks = looks(FILE)) {
            up = false;
            looks.look();
            assertThat(heard).isEmpty();

            up = true;
            looks.look();
        }

        assertThat(heard).hasSize(1);
    }

    private FileLooks looks(Unseen... unseen) {
        Alarm never = new Alarm() {
            @Override
            public void after(Duration delay, Runnable ring) {}

            @Override
            public void close() {}
        };
        return new FileLooks(
                List.of(new Attic()),
                new FileLooks.Needs(
                        () -> List.of(unseen),
                        event -> {
                            heard.add(event);
                            return durable;
                        },
                        never));
    }

    /** Has one file of three bytes. */
    private final class Attic implements Platform, Fetches {
        @Override
        public Optional<byte[]> fetch(String source, long most) {
            if (!answers) {
                throw new UncheckedIOException(new IOException("silence"));
            }
            return Optional.of(new byte[] {'a', 'b', 'c'});
        }

        @Override
        public PlatformName name() {
            return new PlatformName("telegram");
        }

        @Override
        public void start(Inbox inbox) {}

        @Override
        public List<Post> fit(Post post) {
            return List.of(post);
        }

        @Override
        public Outcome post(Post post, Nonce nonce) {
            return Outcome.Done.of();
        }

        @Override
        public Health health() {
            return new Health(up, Text.EMPTY);
        }

        @Override
        public void close() {}
    }
}
