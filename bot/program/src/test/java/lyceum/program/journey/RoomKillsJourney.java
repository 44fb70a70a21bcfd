package lyceum.program.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People write in a live room of three addresses, while a process, the hub and Redis are killed in turn. */
class RoomKillsJourney {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LINES_BETWEEN_KILLS = 20;

    @Test
    void nothingThatWasAcknowledgedIsLostOrDoubled(@TempDir Path folder) {
        kills(folder, 3);
    }

    @Test
    @Tag("soak")
    void alsoNotInFiftyKills(@TempDir Path folder) {
        kills(folder, 50);
    }

    private static void kills(Path folder, int times) {
        try (Branches branches = new Branches(folder)) {
            IntSupplier first = () -> branches.port(0);
            IntSupplier second = () -> branches.port(1);
            List<Chatter> chatters = List.of(
                    new Chatter("Lena", List.of(first, second)),
                    new Chatter("Otto", List.of(second, first)),
                    new Chatter("Hana", List.of(branches::hubPort, first)));
            try {
                for (int i = 0; i < times; i++) {
                    talkOn(branches, chatters);
                    kill(branches, chatters.getFirst().watcher(), i);
                }
                talkOn(branches, chatters);
                chatters.forEach(Chatter::isQuiet);
                branches.town().await(PATIENCE, () -> chatters.stream().allMatch(Chatter::isAnswered));
                everybodySawEverythingOnce(branches, chatters);
            } finally {
                chatters.forEach(Chatter::close);
            }
        }
    }

    /** Each of them has so many lines more. */
    private static void talkOn(Branches branches, List<Chatter> chatters) {
        for (Chatter chatter : chatters) {
            int before = chatter.watcher().acknowledged().size();
            branches.town()
                    .await(PATIENCE, () -> chatter.watcher().acknowledged().size() >= before + LINES_BETWEEN_KILLS);
        }
    }

    private static void kill(Branches branches, Watcher watcher, int number) {
        switch (number % 3) {
            case 0 -> {
                branches.kill(number / 3 % 2);
                branches.startAgain(number / 3 % 2);
            }
            case 1 -> {
                branches.redis().kill();
                branches.redis().startAgain();
            }
            default -> {
                branches.town().killHub();
                branches.town().await(PATIENCE, watcher::isToldAway);
                branches.town().startHub();
            }
        }
    }

    private static void everybodySawEverythingOnce(Branches branches, List<Chatter> chatters) {
        List<String> acknowledged = chatters.stream()
                .flatMap(chatter -> chatter.watcher().acknowledged().stream())
                .toList();
        Stream<Watcher> watchers = chatters.stream().map(Chatter::watcher);
        watchers.forEach(watcher -> {
            branches.town().await(PATIENCE, () -> watcher.lines().containsAll(acknowledged));
            assertThat(acknowledged)
                    .allSatisfy(text -> assertThat(watcher.times(text)).isOne());
            assertThat(watcher.doubles()).isZero();
            assertThat(watcher.refusals()).isEmpty();
        });
    }
}
