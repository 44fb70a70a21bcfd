package lyceum.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.javacord.api.DiscordApi;
import org.javacord.api.DiscordApiBuilder;
import org.javacord.api.entity.channel.ServerTextChannel;
import org.javacord.api.entity.message.MessageFlag;
import org.javacord.api.interaction.SlashCommand;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Javacord, whose address is fixed to discord.com, as the second bot: an HTTPS proxy with a certificate of ours leads it here. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JavacordTest {
    private static final Logger LOG = LoggerFactory.getLogger(JavacordTest.class);

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final Caller people = new Caller(sandbox.url());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private HttpsProxy proxy;
    private DiscordApi api;

    @BeforeAll
    void logIn(@TempDir Path folder) throws Exception {
        proxy = HttpsProxy.start(folder, sandbox.url());
        api = new DiscordApiBuilder()
                .setToken(Bot.GUEST.token())
                .setAllIntents()
                .setTrustAllCertificates(true)
                .setProxySelector(proxy.selector())
                .login()
                .get(60, TimeUnit.SECONDS);
        api.addMessageCreateListener(
                event -> heard.add(event.getMessageAuthor().getDisplayName() + ": " + event.getMessageContent()));
    }

    @AfterAll
    void logOut() {
        try {
            api.disconnect().join();
        } catch (RejectedExecutionException e) {
            LOG.debug("the client plans a heartbeat after its own end", e);
        }
        proxy.close();
        sandbox.close();
    }

    private ServerTextChannel channel(String name) {
        return api.getServerTextChannelsByName(name).iterator().next();
    }

    @Test
    void itHearsAndPosts() {
        people.post("/sandbox/discord/general/say", "{'who':'mei','text':'hello Javacord'}");
        await().untilAsserted(() -> assertThat(heard).contains("mei: hello Javacord"));

        channel("questions").sendMessage("hello from Javacord").join();

        var last = people.last("/sandbox/discord/questions/messages");
        assertThat(last.path("text").asText()).isEqualTo("hello from Javacord");
        assertThat(last.path("who").asText()).isEqualTo("Guest");
    }

    @Test
    void itAnswersASlashCommand() {
        SlashCommand.with("ping", "Answers pong").createGlobal(api).join();
        api.addSlashCommandCreateListener(event -> event.getSlashCommandInteraction()
                .createImmediateResponder()
                .setContent("pong")
                .setFlags(MessageFlag.EPHEMERAL)
                .respond()
                .join());

        var reply = people.post("/sandbox/discord/general/command", "{'who':'ann','command':'ping'}")
                .path("reply");

        assertThat(reply.path("text").asText()).isEqualTo("pong");
        assertThat(reply.path("onlyFor").asText()).isEqualTo("ann");
    }

    @Test
    void theTwoBotsHearEachOther() {
        new Caller(sandbox.url(), Bot.HUB.token())
                .post("/discord/api/v10/channels/" + Snowflakes.GENERAL + "/messages", "{'content':'from the hub'}");

        await().untilAsserted(() -> assertThat(heard).contains("Lyceum: from the hub"));
    }
}
