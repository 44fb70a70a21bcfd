package lyceum.hub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import lyceum.kernel.feature.Command;
import lyceum.kernel.feature.Completion;
import lyceum.kernel.feature.Completion.Suggestion;
import lyceum.kernel.feature.Completion.Typing;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.ReadTx;
import lyceum.kernel.platform.Suggestions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Suggests how what people type may go on. It reads beside the lane what is committed, keeps nothing, and shows nothing rather than
 * something late; few read at once, so that a crowd that types does not hold up those who decide.
 */
public final class Completing implements Suggestions {
    private static final Logger LOG = LoggerFactory.getLogger(Completing.class);
    private static final Duration MOMENT = Duration.ofMillis(700);
    private static final int AT_ONCE = 4;

    private final List<Command> commands;
    private final Reading reading;
    private final Semaphore places = new Semaphore(AT_ONCE);

    /** @param features whose commands have options that are completed */
    public Completing(List<Feature> features, Reading reading) {
        this.commands = features.stream()
                .flatMap(feature -> feature.commands().stream())
                .toList();
        this.reading = reading;
    }

    /** Opens what is committed for one reader. Any thread; may block until the tables are there. */
    public interface Reading {
        <T> T with(Function<ReadTx, T> reader);
    }

    @Override
    public List<Suggestion> suggest(Typed typed) {
        Optional<Completion> completion = completion(typed);
        if (completion.isEmpty()) {
            return List.of();
        }
        Typing typing = new Typing(typed.speaker(), typed.room(), typed.text().strip());
        CompletableFuture<List<Suggestion>> found = new CompletableFuture<>();
        Thread.ofVirtual().name("completing").start(() -> look(completion.get(), typing, found));
        return await(found);
    }

    private void look(Completion completion, Typing typing, CompletableFuture<List<Suggestion>> found) {
        try {
            if (!places.tryAcquire(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
                found.complete(List.of());
                return;
            }
            try {
                found.complete(reading.with(tx -> completion.of(typing, tx)));
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            found.complete(List.of());
        } catch (RuntimeException e) {
            found.completeExceptionally(e);
        }
    }

    private static List<Suggestion> await(CompletableFuture<List<Suggestion>> found) {
        try {
            return found.get(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            LOG.debug("suggestions came too late to be shown");
        } catch (ExecutionException e) {
            LOG.warn("suggestions could not be read", e.getCause());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return List.of();
    }

    private Optional<Completion> completion(Typed typed) {
        return commands.stream()
                .filter(command -> typed.command().isEmpty() || command.name().equals(typed.command()))
                .filter(command -> typed.speaker().standing().atLeast(command.needs()))
                .flatMap(command -> command.options().stream())
                .filter(option -> typed.option().isEmpty() || option.name().equals(typed.option()))
                .flatMap(option -> Optional.ofNullable(option.completion()).stream())
                .filter(completion -> !typed.command().isEmpty() || completion.alone())
                .findFirst();
    }
}
