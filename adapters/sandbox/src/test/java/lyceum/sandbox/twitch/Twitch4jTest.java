package lyceum.sandbox.twitch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.philippheuer.credentialmanager.CredentialManager;
import com.github.philippheuer.credentialmanager.CredentialManagerBuilder;
import com.github.philippheuer.credentialmanager.domain.OAuth2Credential;
import com.github.twitch4j.auth.providers.TwitchIdentityProvider;
import com.github.twitch4j.chat.TwitchChat;
import com.github.twitch4j.chat.TwitchChatBuilder;
import com.github.twitch4j.chat.events.channel.ChannelMessageEvent;
import com.github.twitch4j.chat.events.channel.ChannelStateEvent;
import com.github.twitch4j.chat.events.channel.DeleteMessageEvent;
import com.github.twitch4j.chat.events.channel.GiftSubscriptionsEvent;
import com.github.twitch4j.chat.events.channel.SubscriptionEvent;
import com.github.twitch4j.chat.events.channel.UserTimeoutEvent;
import com.github.twitch4j.common.enums.CommandPermission;
import com.github.twitch4j.eventsub.events.ChannelSubscribeEvent;
import com.github.twitch4j.eventsub.socket.TwitchEventSocket;
import com.github.twitch4j.eventsub.socket.events.EventSocketSubscriptionSuccessEvent;
import com.github.twitch4j.eventsub.socket.events.EventSocketWelcomedEvent;
import com.github.twitch4j.eventsub.subscriptions.SubscriptionTypes;
import com.github.twitch4j.helix.TwitchHelix;
import com.github.twitch4j.helix.TwitchHelixBuilder;
import com.github.twitch4j.helix.domain.ChatMessage;
import com.github.twitch4j.helix.domain.SentChatMessage;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Twitch4J, unmodified, in the chat by WebSocket, on Helix and on EventSub, as the hub's account. */
@Timeout(90)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Twitch4jTest {
    private static final String TOKEN = "sandbox-hub";

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
    private final Visitor visitor = new Visitor(sandbox);
    private final List<Object> heard = new CopyOnWriteArrayList<>();
    private final CredentialManager credentials =
            CredentialManagerBuilder.builder().build();
    private final TwitchHelix helix = helix();
    private final TwitchChat chat = chat();

    private TwitchHelix helix() {
        credentials.registerIdentityProvider(
                new TwitchIdentityProvider("sandbox", "", "http://localhost", sandbox.url() + "/twitch/oauth2"));
        return TwitchHelixBuilder.builder()
                .withCredentialManager(credentials)
                .withClientId("sandbox")
                .withBaseUrl(sandbox.url() + "/twitch/helix")
                .build();
    }

    private TwitchChat chat() {
        TwitchChat made = TwitchChatBuilder.builder()
                .withCredentialManager(credentials)
                .withChatAccount(new OAuth2Credential("twitch", TOKEN))
                .withSendCredentialToThirdPartyHost(true)
                .withBaseUrl(socket("/"))
                .withAutoJoinOwnChannel(false)
                .build();
        List.of(
                        ChannelMessageEvent.class,
                        ChannelStateEvent.class,
                        DeleteMessageEvent.class,
                        UserTimeoutEvent.class,
                        SubscriptionEvent.class,
                        GiftSubscriptionsEvent.class)
                .forEach(kind -> made.getEventManager().onEvent(kind, heard::add));
        return made;
    }

    private String socket(String path) {
        return URI.create(sandbox.url()).resolve(path).toString().replaceFirst("^http", "ws");
    }

    @BeforeAll
    void enter() {
        chat.joinChannel("ada");
        await().until(() -> !all(ChannelStateEvent.class).isEmpty());
    }

    @AfterAll
    void leave() {
        chat.close();
        visitor.close();
        sandbox.close();
    }

    private <E> List<E> all(Class<E> kind) {
        return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private ChannelMessageEvent line(String text) {
        return await().until(
                        () -> all(ChannelMessageEvent.class).stream()
                                .filter(each -> each.getMessage().equals(text))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    @Test
    void itHearsAPersonWithTags() {
        String id = visitor.say("mei", "is a heap a tree?");

        ChannelMessageEvent said = line("is a heap a tree?");

        assertThat(said.getMessageEvent().getMessageId()).contains(id);
        assertThat(said.getUser().getName()).isEqualTo("mei");
        assertThat(said.getUser().getId()).isEqualTo("600000002");
        assertThat(said.getChannel().getId()).isEqualTo(Channel.OWNER);
        assertThat(said.getPermissions()).contains(CommandPermission.MODERATOR);
    }

    @Test
    void itSaysSomething() {
        chat.sendMessage("ada", "hello from a library");

        await().untilAsserted(
                        () -> assertThat(visitor.messages().toString()).contains("\"text\":\"hello from a library\""));
    }

    @Test
    void itSeesWhatIsTakenAway() {
        String id = visitor.say("bob", "a slip");
        line("a slip");
        visitor.deed("ada/delete", "{'who':'mei','message':'" + id + "'}");
        visitor.deed("ada/timeout", "{'who':'mei','person':'bob','seconds':1}");

        await().untilAsserted(() -> {
            assertThat(all(DeleteMessageEvent.class))
                    .extracting(each -> each.getMsgId())
                    .containsExactly(id);
            assertThat(all(UserTimeoutEvent.class))
                    .extracting(each -> each.getUser().getId())
                    .containsExactly("600000004");
        });
    }

    @Test
    void itHearsOfSubscriptionsInTheChat() {
        visitor.deed("ada/subscribe", "{'who':'ann','tier':'2000'}");
        visitor.deed("ada/subscribe", "{'who':'mei','tier':'1000','gift':'bob'}");

        await().untilAsserted(() -> assertThat(all(SubscriptionEvent.class))
                .anySatisfy(each -> assertThat(each.getUser().getName()).isEqualTo("ann"))
                .anySatisfy(each -> {
                    assertThat(each.getGifted()).isTrue();
                    assertThat(each.getUser().getName()).isEqualTo("bob");
                    assertThat(each.getGiftedBy().getName()).isEqualTo("mei");
                }));
    }

    @Test
    void itComesBackWhereTwitchAsksForANewConnection() {
        visitor.deed("ada/reconnect", "{'seconds':1}");

        await().until(() -> {
            visitor.say("carla", "are you back?");
            return all(ChannelMessageEvent.class).stream()
                    .anyMatch(each -> each.getMessage().equals("are you back?"));
        });
    }

    @Test
    void itSpeaksAndDeletesByHelix() {
        String ada = helix.getUsers(TOKEN, null, List.of("ada"))
                .execute()
                .getUsers()
                .getFirst()
                .getId();
        ChatMessage words = ChatMessage.builder()
                .broadcasterId(ada)
                .senderId(Accounts.HUB.id())
                .message("by Helix")
                .build();
        SentChatMessage sent = helix.sendChatMessage(TOKEN, words).execute().get();
        helix.deleteChatMessages(TOKEN, ada, Accounts.HUB.id(), sent.getMessageId())
                .execute();

        assertThat(sent.isSent()).isTrue();
        await().untilAsserted(() -> assertThat(all(DeleteMessageEvent.class))
                .extracting(each -> each.getMsgId())
                .contains(sent.getMessageId()));
    }

    @Test
    void itHearsEachEventOnceOverAReconnectOfEventSub() throws Exception {
        TwitchEventSocket events = TwitchEventSocket.builder()
                .baseUrl(socket("/twitch/eventsub"))
                .api(helix)
                .defaultToken(new OAuth2Credential("twitch", TOKEN))
                .build();
        try {
            List<Object> told = new CopyOnWriteArrayList<>();
            List.of(
                            ChannelSubscribeEvent.class,
                            EventSocketSubscriptionSuccessEvent.class,
                            EventSocketWelcomedEvent.class)
                    .forEach(kind -> events.getEventManager().onEvent(kind, told::add));
            events.register(SubscriptionTypes.CHANNEL_SUBSCRIBE.prepareSubscription(
                    to -> to.broadcasterUserId(Channel.OWNER).build(), null));
            await().until(() -> told.stream().anyMatch(EventSocketSubscriptionSuccessEvent.class::isInstance));

            visitor.deed("ada/subscribe", "{'who':'dora','tier':'1000'}");
            visitor.deed("ada/reconnect", "{'seconds':1}");
            await().until(() -> told.stream()
                            .filter(EventSocketWelcomedEvent.class::isInstance)
                            .count()
                    == 2);
            visitor.deed("ada/subscribe", "{'who':'emil','tier':'3000'}");

            await().untilAsserted(() -> assertThat(told)
                    .filteredOn(ChannelSubscribeEvent.class::isInstance)
                    .extracting(each -> ((ChannelSubscribeEvent) each).getUserLogin())
                    .containsExactly("dora", "emil"));
        } finally {
            events.close();
        }
    }
}
