package lyceum.sandbox.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.pircbotx.Configuration;
import org.pircbotx.PircBotX;
import org.pircbotx.cap.EnableCapHandler;
import org.pircbotx.hooks.Event;
import org.pircbotx.hooks.events.MessageEvent;
import org.pircbotx.hooks.events.UnknownEvent;

/** PircBotX, unmodified, in the chat by TCP, as a guest. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PircBotXTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final Visitor visitor = new Visitor(sandbox);
    private final List<Event> heard = new CopyOnWriteArrayList<>();
    private final PircBotX bot = new PircBotX(new Configuration.Builder()
            .addServer("127.0.0.1", Integer.parseInt(sandbox.irc().replaceFirst(".*:", "")))
            .setServerPassword("oauth:anything")
            .setName("guest")
            .addAutoJoinChannel("#ada")
            .setOnJoinWhoEnabled(false)
            .addCapHandler(new EnableCapHandler("twitch.tv/tags"))
            .addCapHandler(new EnableCapHandler("twitch.tv/commands"))
            .addCapHandler(new EnableCapHandler("twitch.tv/membership"))
            .setAutoReconnect(true)
            .setShutdownHookEnabled(false)
            .addListener(heard::add)
            .buildConfiguration());

    @BeforeAll
    void enter() {
        Thread.ofPlatform().daemon().start(this::live);
        await().until(this::isIn);
    }

    private void live() {
        try {
            bot.startBot();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isIn() {
        return bot.isConnected()
                && bot.getUserBot().getChannels().stream()
                        .anyMatch(each -> each.getName().equals("#ada"));
    }

    @AfterAll
    void leave() {
        bot.stopBotReconnect();
        bot.close();
        visitor.close();
        sandbox.close();
    }

    private MessageEvent line(String text) {
        return await().until(
                        () -> heard.stream()
                                .filter(MessageEvent.class::isInstance)
                                .map(MessageEvent.class::cast)
                                .filter(each -> each.getMessage().equals(text))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    @Test
    void itHearsAPersonWithTags() {
        String id = visitor.say("小明", "什么是堆？");

        MessageEvent said = line("什么是堆？");

        assertThat(said.getTags())
                .containsEntry("id", id)
                .containsEntry("display-name", "小明")
                .containsEntry("mod", "0");
        assertThat(said.getUserHostmask().getNick()).isEqualTo("xiaoming");
    }

    @Test
    void itSaysSomething() {
        bot.sendIRC().message("#ada", "hello by TCP");

        await().untilAsserted(() ->
                assertThat(visitor.messages().toString()).contains("\"who\":\"guest\"", "\"text\":\"hello by TCP\""));
    }

    @Test
    void itSeesWhatIsTakenAway() {
        String id = visitor.say("bob", "a slip of the pen");
        visitor.deed("ada/delete", "{'who':'mei','message':'" + id + "'}");
        visitor.deed("ada/timeout", "{'who':'mei','person':'bob','seconds':1}");

        await().untilAsserted(() -> assertThat(heard)
                .filteredOn(UnknownEvent.class::isInstance)
                .extracting(each -> ((UnknownEvent) each).getLine())
                .anySatisfy(line -> assertThat(line).contains(" CLEARMSG #ada :a slip of the pen"))
                .anySatisfy(line -> assertThat(line).endsWith(" CLEARCHAT #ada :bob")));
    }

    @Test
    void itComesBackAfterItsConnectionIsDropped() {
        visitor.deed("faults", "{'kind':'disconnect','count':1}");
        visitor.say("ann", "this one is lost");

        await().until(() -> {
            visitor.say("ann", "back by TCP?");
            return heard.stream()
                    .anyMatch(each -> each instanceof MessageEvent said
                            && said.getMessage().equals("back by TCP?"));
        });
    }
}
