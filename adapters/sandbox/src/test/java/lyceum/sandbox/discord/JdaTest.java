package lyceum.sandbox.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.world.People;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.JDABuilder;
import net.dv8tion.jda.api.components.actionrow.ActionRow;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.Webhook;
import net.dv8tion.jda.api.entities.channel.concrete.TextChannel;
import net.dv8tion.jda.api.events.interaction.command.SlashCommandInteractionEvent;
import net.dv8tion.jda.api.events.interaction.component.ButtonInteractionEvent;
import net.dv8tion.jda.api.events.message.MessageReceivedEvent;
import net.dv8tion.jda.api.events.session.SessionResumeEvent;
import net.dv8tion.jda.api.hooks.ListenerAdapter;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.Commands;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.utils.ChunkingFilter;
import net.dv8tion.jda.api.utils.Compression;
import net.dv8tion.jda.api.utils.ConcurrentSessionController;
import net.dv8tion.jda.api.utils.MemberCachePolicy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** JDA, unmodified, as the hub's bot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JdaTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final Caller people = new Caller(sandbox.url());
    private final Ears ears = new Ears();
    private JDA jda;

    /** What the bot heard, and how it answers. */
    private static final class Ears extends ListenerAdapter {
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final List<String> resumed = new CopyOnWriteArrayList<>();

        @Override
        public void onMessageReceived(MessageReceivedEvent event) {
            heard.add(event.getAuthor().getName() + ": " + event.getMessage().getContentRaw());
        }

        @Override
        public void onSessionResume(SessionResumeEvent event) {
            resumed.add("resumed");
        }

        @Override
        public void onSlashCommandInteraction(SlashCommandInteractionEvent event) {
            event.deferReply(true).complete();
            event.getHook()
                    .editOriginal("asked: " + event.getOption("text").getAsString())
                    .setComponents(ActionRow.of(Button.primary("solved", "This solved it")))
                    .complete();
        }

        @Override
        public void onButtonInteraction(ButtonInteractionEvent event) {
            event.reply("thank you, " + event.getUser().getEffectiveName())
                    .setEphemeral(true)
                    .queue();
        }
    }

    @BeforeAll
    void logIn() throws InterruptedException {
        RestConfig rest = new RestConfig().setBaseUrl(sandbox.url() + "/discord/api/v10/");
        String gateway = sandbox.url().replace("http", "ws") + "/discord/gateway";
        jda = JDABuilder.createDefault(Bot.HUB.token(), EnumSet.allOf(GatewayIntent.class))
                .setRestConfig(rest)
                .setMemberCachePolicy(MemberCachePolicy.ALL)
                .setChunkingFilter(ChunkingFilter.ALL)
                .setCompression(Compression.ZLIB)
                .setSessionController(new ConcurrentSessionController() {
                    @Override
                    public String getGateway() {
                        return gateway;
                    }
                })
                .addEventListeners(ears)
                .build()
                .awaitReady();
    }

    @AfterAll
    void logOut() {
        jda.shutdownNow();
        sandbox.close();
    }

    private Guild guild() {
        return jda.getGuildById(Snowflakes.GUILD);
    }

    private TextChannel channel(String name) {
        return guild().getTextChannelsByName(name, true).getFirst();
    }

    @Test
    void itSeesTheGuildAsItIs() {
        assertThat(guild().getName()).isEqualTo("Algorithm School");
        assertThat(guild().getRolesByName("Subscriber", false)).hasSize(1);
        assertThat(guild().getForumChannels()).hasSize(1);
        assertThat(guild().getMemberById(Snowflakes.of(People.CARLA)).getRoles())
                .extracting(role -> role.getName())
                .containsExactly("Subscriber");
    }

    @Test
    void itHearsWhatPeopleSay() {
        people.post("/sandbox/discord/general/say", "{'who':'xiaoming','text':'你好 **JDA**'}");

        await().untilAsserted(() -> assertThat(ears.heard).contains("xiaoming: 你好 **JDA**"));
    }

    @Test
    void whatItPostsStandsInTheRoom() {
        Message posted =
                channel("questions").sendMessage("from the bot").setNonce("one").complete();
        channel("questions")
                .editMessageById(posted.getId(), "edited by the bot")
                .complete();

        var last = people.last("/sandbox/discord/questions/messages");
        assertThat(last.path("text").asText()).isEqualTo("edited by the bot");
        assertThat(last.path("who").asText()).isEqualTo("Lyceum");
        assertThat(last.path("edited").asBoolean()).isTrue();
    }

    @Test
    void itSpeaksThroughAWebhookInAnothersName() {
        Webhook webhook = channel("general").createWebhook("Relay").complete();

        webhook.sendMessage("hello from Telegram").setUsername("ann").complete();

        var last = people.last("/sandbox/discord/general/messages");
        assertThat(last.path("who").asText()).isEqualTo("ann");
        assertThat(last.path("text").asText()).isEqualTo("hello from Telegram");
        assertThat(channel("general").retrieveWebhooks().complete()).isNotEmpty();
    }

    @Test
    void itAnswersASlashCommandAndItsButton() {
        guild().updateCommands()
                .addCommands(Commands.slash("ask", "Ask a question").addOption(OptionType.STRING, "text", "what", true))
                .complete();

        var reply = people.post(
                        "/sandbox/discord/questions/command", "{'who':'bob','command':'ask','options':{'text':'why?'}}")
                .path("reply");
        var thanks = people.post(
                        "/sandbox/discord/questions/click",
                        "{'who':'bob','message':'" + reply.path("message").asText() + "','button':'This solved it'}")
                .path("reply");

        assertThat(reply.path("text").asText()).isEqualTo("asked: why?");
        assertThat(reply.path("onlyFor").asText()).isEqualTo("bob");
        assertThat(thanks.path("text").asText()).isEqualTo("thank you, bob");
    }

    @Test
    void itResumesADroppedSessionAndMissesNothing() {
        people.post("/sandbox/discord/faults", "{'kind':'disconnect','count':1,'method':'MESSAGE_CREATE'}");

        people.post("/sandbox/discord/general/say", "{'who':'ann','text':'while it was cut off'}");
        people.post("/sandbox/discord/general/say", "{'who':'ann','text':'and after'}");

        await().untilAsserted(() -> assertThat(ears.heard).contains("ann: while it was cut off", "ann: and after"));
        assertThat(ears.resumed).isNotEmpty();
    }
}
