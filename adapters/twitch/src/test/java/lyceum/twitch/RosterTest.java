package lyceum.twitch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import lyceum.contract.Ears;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Place.Subscriber;
import lyceum.kernel.event.Place.SubscribersListed;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A list of subscribers is told whole or not at all. */
class RosterTest {
    private static final int RUNS = 10_000;
    private static final String OWNER = "1";
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Random random = new Random(11);

    @Test
    void whateverFailsNobodyIsMissingInWhatIsTold() {
        int told = 0;
        for (int run = 0; run < RUNS; run++) {
            List<String> all = IntStream.range(0, random.nextInt(330))
                    .mapToObj(i -> Integer.toString(1_000 + i))
                    .toList();
            Set<String> listed = read(query -> page(all, query))
                    .map(list -> list.subscribers().stream()
                            .map(each -> each.account().value())
                            .collect(Collectors.toSet()))
                    .orElse(null);
            if (listed != null) {
                told++;
                assertThat(listed).as("run %d", run).isEqualTo(Set.copyOf(all));
            }
        }
        assertThat(told).isBetween(RUNS / 5, RUNS * 4 / 5);
    }

    @Test
    void whoeverOwnsTheChannelIsNoSubscriber() {
        ObjectNode body = Helix.JSON.createObjectNode().put("total", 1);
        ArrayNode data = body.putArray("data");
        data.addObject().put("user_id", OWNER).put("tier", "3000");
        data.addObject().put("user_id", "7").put("tier", "2000");

        assertThat(read(_ -> new Reply.Ok(body)).orElseThrow().subscribers())
                .containsExactly(new Subscriber(Ids.author("7"), "2000"));
    }

    @Test
    @Timeout(60)
    void atTheStartAllPagesOfTwitchsListAreTold() throws Exception {
        try (Stand stand = stand()) {
            for (int i = 0; i < 130; i++) {
                stand.call("POST", "/ada/subscribe", "{\"who\":\"fan" + i + "\",\"tier\":\"1000\"}");
            }
            Ears ears = stand.hearsAnew();

            // the sandbox's people have one subscriber among them from the beginning
            assertThat(ears.hear(SubscribersListed.class, _ -> true).subscribers())
                    .hasSize(131);
        }
    }

    private static Stand stand() throws PlatformRefused {
        return new Stand(SandboxSettings.passingWithoutLimits(), TwitchSettings.Pace.OFF);
    }

    private Optional<SubscribersListed> read(Function<Map<String, String>, Reply> ask) {
        Place here = new Place(new Self("2", "lyceum", "", Set.of(Roster.SCOPE)), OWNER, Ids.of("ada"));
        return new Roster(ask, here, new Pulse(), InstantSource.fixed(NOW)).read();
    }

    /** Most pages are right. */
    private Reply page(List<String> all, Map<String, String> query) {
        int from = Integer.parseInt(query.getOrDefault("after", "0"));
        List<String> page = all.subList(Math.min(from, all.size()), Math.min(from + 100, all.size()));
        return switch (random.nextInt(25)) {
            case 0 -> new Reply.No(429, "too many requests", Duration.ofSeconds(1));
            case 1 -> new Reply.Lost(500, Text.of("500"));
            case 2 -> new Reply.Unsent(Text.of("no connection"));
            case 3 -> answer(all, page.subList(0, page.size() / 2), from);
            case 4 -> answer(all, List.of(), from);
            case 5 -> new Reply.Ok(Helix.JSON.createObjectNode());
            case 6 -> new Reply.Ok(Helix.JSON.createObjectNode().set("data", Helix.JSON.createArrayNode()));
            default -> answer(all, page, from);
        };
    }

    private static Reply answer(List<String> all, List<String> page, int from) {
        ObjectNode body = Helix.JSON.createObjectNode().put("total", all.size());
        ArrayNode data = body.putArray("data");
        page.forEach(id -> data.addObject().put("user_id", id).put("tier", "1000"));
        if (from + 100 < all.size()) {
            body.putObject("pagination").put("cursor", Integer.toString(from + 100));
        }
        return new Reply.Ok(body);
    }
}
