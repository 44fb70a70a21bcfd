package lyceum.web.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lyceum.browser.Tab;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.RoomId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.PlatformRefused;
import lyceum.web.Payloads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever people say, are called, or have relayed, the room's page and the overlay show it and do nothing of it. */
class HostileRoomTest {
    private static final String HARM =
            "script:not([src^='/room/']):not([src^='/overlay/']), img, iframe, svg, object, base, form"
                    + ":not(#who):not(#say), [onerror], [onfocus], [onload], a[href^='javascript' i], a[href^='data' i]";

    @TempDir
    private Path folder;

    @Test
    void ofFiveHundredPayloadsInTheRoomAndTheOverlayNoneIsExecuted() throws PlatformRefused {
        List<String> payloads = Payloads.all();
        try (SmallHub hub = new SmallHub(folder.resolve("lyceum.db"), 0, 100_000);
                lyceum.browser.Browser browser = lyceum.browser.Browser.start();
                Tab page = browser.tab();
                Tab overlay = browser.tab()) {
            hub.start(new Deaf());
            page.go(hub.address().resolve("/room/class")).until("!document.getElementById('who').hidden");
            overlay.go(hub.address().resolve("/overlay/chat?lines=2000&seconds=600"));
            try (Browser viewer = Browser.enter(HttpClient.newHttpClient(), hub.address(), "late", -1)) {
                viewer.say("1", "first");
            }
            page.sees("first");
            for (int i = 0; i < payloads.size(); i++) {
                say(hub, i, payloads.get(i));
            }
            hub.turn(posted("end", "ann", "that is all of it"));
            try (Browser viewer = Browser.enter(HttpClient.newHttpClient(), hub.address(), "last", -1)) {
                viewer.say("2", "bye");
            }

            for (Tab tab : List.of(page, overlay)) {
                tab.sees("that is all of it").sees("bye");
                assertThat(tab.troubles()).isEmpty();
                assertThat(tab.evaluate("typeof hit").asText()).isEqualTo("undefined");
                assertThat(tab.count(HARM)).isZero();
                assertThat(tab.count("#lines li")).isGreaterThan(350);
            }
            assertThat(overlay.count("#lines li")).isGreaterThanOrEqualTo(payloads.size());
            page.go(hub.address().resolve("/room/class?lang=zh-Hans")).sees("that is all of it");
            assertThat(page.troubles()).isEmpty();
            assertThat(page.count(HARM)).isZero();
        }
    }

    /** By turns as a viewer's words, as a viewer's name, and as what the hub relays or says itself, with a link and a button. */
    private static void say(SmallHub hub, int number, String payload) {
        String name = payload.replaceAll("[\\p{Cntrl}]", "");
        switch (number % 3) {
            case 0 -> hub.turn(posted("v" + number, "ann", payload));
            case 1 -> hub.turn(posted("v" + number, name, payload));
            default -> hub.post(relayed(number, name, payload), new Nonce("%024d".formatted(number)));
        }
    }

    private static Post relayed(int number, String name, String payload) {
        Text text = Text.of(payload, new Mark.Link(payload));
        Document document = Document.of(text).withChoices(new Choice("test:x", Text.of(payload), Choice.Weight.PLAIN));
        Voice voice = number % 2 == 0 ? new Voice(name, null) : null;
        return new Post(Ids.room("class"), document, Language.EN, voice, null, "test");
    }

    private static MessagePosted posted(String line, String name, String text) {
        return new MessagePosted(
                new Key(Ids.PLATFORM, line, ""),
                Ids.line("class", line),
                new Speaker(Ids.author("guest-1"), name, null, Standing.FAN, false, Language.EN),
                Text.of(text),
                List.of(),
                null,
                Instant.EPOCH);
    }

    /** An inbox that takes everything. */
    private static final class Deaf implements Inbox {
        @Override
        public CompletableFuture<Void> accept(Event event) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public Optional<MessageId> newest(RoomId room) {
            return Optional.empty();
        }
    }
}
