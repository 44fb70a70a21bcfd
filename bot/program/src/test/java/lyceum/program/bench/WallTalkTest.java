package lyceum.program.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import lyceum.community.qna.Qna;
import lyceum.community.qna.QnaSettings;
import lyceum.community.qna.QnaSettings.Talk;
import lyceum.community.qna.QuestionScorer;
import lyceum.hub.World;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.feature.Reaction;
import lyceum.kernel.feature.Tx;
import lyceum.kernel.id.MemberId;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Actor;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.program.bench.WallTalk.Merged;
import lyceum.program.bench.WallTalk.Said;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replays what a class asks, and looks at its wall. */
class WallTalkTest {
    private static final Map<String, String> ROOMS =
            Map.of("discord", "discord:general", "telegram", "telegram:main", "twitch", "twitch:ada");
    private static final int LINES = 5_000;

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() {
        List<RoomId> rooms = ROOMS.values().stream().map(RoomId::parse).toList();
        QnaSettings settings =
                new QnaSettings(List.of(new Talk("class", rooms)), Language.EN, Map.of(), ZoneOffset.UTC, Set.of());
        Qna qna = new Qna(settings, _ -> List.of(), (_, message) -> message);
        world = World.open(
                folder,
                World.Cast.of(List.of(new Teacher(), qna), "hub", "qna")
                        .withStreamChat()
                        .scoring(new QuestionScorer(_ -> List.of())));
        world.commands(room("discord"), "ada", "wall-open", Map.of());
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void equalQuestionsOfAClassMeetOnOneCard() {
        List<Said> all = new WallTalk(8).lines(LINES);
        Map<String, Said> askers = new HashMap<>();
        for (Said said : all) {
            world.says(room(said.platform()), said.who(), said.text());
            askers.put(said.platform() + ":" + said.who(), said);
        }
        Map<String, List<Said>> cards = new TreeMap<>();
        for (String vote : world.reads("select card || ' ' || voter from qna_vote")) {
            String[] parts = vote.split(" ", 2);
            cards.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(askers.get(parts[1]));
        }
        List<List<Said>> lines = cards.values().stream().toList();
        Merged merged = Merged.of(all, lines);
        Merged hard = Merged.inOtherWords(all, lines);

        assertThat(merged.precision()).as("precision").isGreaterThanOrEqualTo(0.8);
        assertThat(merged.recall()).as("recall").isGreaterThanOrEqualTo(0.3);
        assertThat(hard.precision()).as("precision in other words").isGreaterThanOrEqualTo(0.8);
        assertThat(hard.recall()).as("recall in other words").isGreaterThanOrEqualTo(0.15);
    }

    /** Knows who gives commands. */
    private static final class Teacher implements Feature {
        @Override
        public String name() {
            return "members";
        }

        @Override
        public List<Class<? extends Event>> wants() {
            return List.of(CommandInvoked.class);
        }

        @Override
        public Reaction on(Event event, Tx tx) {
            Speaker speaker = ((CommandInvoked) event).speaker();
            return Reaction.actingAs(new Actor(
                    new MemberId(1), Set.of(speaker.id()), speaker.standing(), Language.EN, ZoneOffset.UTC, Set.of()));
        }
    }

    private static String room(String platform) {
        return Objects.requireNonNull(ROOMS.get(platform));
    }
}
