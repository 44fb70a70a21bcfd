package lyceum.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatAdministrators;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/** TelegramBots, unmodified, lives in the sandbox. */
class TelegramBotsClientTest {
    private static final String TOKEN = "1000:sandbox-hub";
    private static final String GENERAL = String.valueOf(Visitor.GENERAL);

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Visitor visitor = new Visitor(sandbox);
    private final TelegramUrl url = TelegramUrl.builder()
            .schema("http")
            .host("127.0.0.1")
            .port(sandbox.port())
            .testServer(false)
            .build();
    private final TelegramBotsLongPollingApplication poller = new TelegramBotsLongPollingApplication();
    private final OkHttpTelegramClient client = new OkHttpTelegramClient(TOKEN, url);

    @AfterEach
    void stop() throws Exception {
        poller.close();
        visitor.close();
        sandbox.close();
    }

    @Test
    void itReceivesWhatPeopleDo() throws Exception {
        List<Update> updates = new CopyOnWriteArrayList<>();
        poller.registerBot(
                TOKEN,
                () -> url,
                new DefaultGetUpdatesGenerator(List.of("message", "edited_message", "message_reaction")),
                updates::addAll);
        await().until(() -> visitor.log().path("requests").findValuesAsText("path").stream()
                .anyMatch(path -> path.endsWith("deleteWebhook")));

        String said = visitor.says("general:questions", "小明", "你好 /help 😀");
        visitor.deed("general/edit", "{'who':'小明','message':'" + said + "','text':'edited'}");
        await().atMost(Duration.ofSeconds(20)).until(() -> updates.size() >= 2);
        visitor.deed("general/react", "{'who':'ann','message':'" + said + "','emoji':'👍'}");
        await().atMost(Duration.ofSeconds(20)).until(() -> updates.size() >= 3);

        Message message = updates.getFirst().getMessage();
        assertThat(message.getText()).isEqualTo("你好 /help 😀");
        assertThat(message.getFrom().getLanguageCode()).isEqualTo("zh-hans");
        assertThat(message.isTopicMessage()).isTrue();
        assertThat(message.getEntities().getFirst().getText()).isEqualTo("/help");
        assertThat(updates.get(1).getEditedMessage().getText()).isEqualTo("edited");
        assertThat(updates.get(2).getMessageReaction().getUser().getUserName()).isEqualTo("ann");
    }

    @Test
    void itSendsEditsReactsAndDeletes() throws Exception {
        var key = InlineKeyboardButton.builder().text("Go").callbackData("go").build();
        Message message = client.execute(SendMessage.builder()
                .chatId(GENERAL)
                .text("*bold*")
                .parseMode("MarkdownV2")
                .replyMarkup(InlineKeyboardMarkup.builder()
                        .keyboardRow(new InlineKeyboardRow(key))
                        .build())
                .build());

        client.execute(EditMessageText.builder()
                .chatId(GENERAL)
                .messageId(message.getMessageId())
                .text("edited")
                .build());
        client.execute(SetMessageReaction.builder()
                .chatId(GENERAL)
                .messageId(message.getMessageId())
                .reactionTypes(List.of(ReactionTypeEmoji.builder().emoji("🔥").build()))
                .build());
        var seen = visitor.look("general/messages").get(0);
        client.execute(DeleteMessage.builder()
                .chatId(GENERAL)
                .messageId(message.getMessageId())
                .build());

        assertThat(message.getEntities().getFirst().getType()).isEqualTo("bold");
        assertThat(seen.path("text").asText()).isEqualTo("edited");
        assertThat(seen.path("reactions").has("🔥")).isTrue();
        assertThat(visitor.look("general/messages")).isEmpty();
    }

    @Test
    void itReadsChatsAndMembers() throws Exception {
        assertThat(client.execute(new GetMe()).getUserName()).isEqualTo("lyceum_bot");
        assertThat(client.execute(GetChat.builder().chatId(GENERAL).build()).getTitle())
                .isEqualTo("general");
        assertThat(client.execute(
                        GetChatAdministrators.builder().chatId(GENERAL).build()))
                .hasSize(3);
        assertThat(client.execute(GetChatMember.builder()
                                .chatId(GENERAL)
                                .userId(Visitor.ANN)
                                .build())
                        .getStatus())
                .isEqualTo("member");
        assertThat(client.execute(SetMyCommands.builder()
                        .command(new BotCommand("help", "Help"))
                        .languageCode("zh")
                        .build()))
                .isTrue();
    }

    @Test
    void itUploadsAndFetchesFiles() throws Exception {
        byte[] bytes = "页".getBytes(StandardCharsets.UTF_8);
        Message message = client.execute(SendDocument.builder()
                .chatId(GENERAL)
                .caption("notes")
                .document(new InputFile(new ByteArrayInputStream(bytes), "笔记.txt"))
                .build());

        var file = client.execute(
                GetFile.builder().fileId(message.getDocument().getFileId()).build());

        assertThat(message.getDocument().getFileName()).isEqualTo("笔记.txt");
        assertThat(message.getDocument().getMimeType()).isEqualTo("text/plain");
        assertThat(visitor.get("/file/bot" + TOKEN + "/" + file.getFilePath()).body())
                .as("its own download goes to api.telegram.org whatever the address")
                .isEqualTo(bytes);
    }

    @Test
    void itUnderstandsRefusals() {
        assertThatThrownBy(() -> client.execute(
                        AnswerCallbackQuery.builder().callbackQueryId("1").build()))
                .isInstanceOfSatisfying(TelegramApiRequestException.class, refused -> {
                    assertThat(refused.getErrorCode()).isEqualTo(400);
                    assertThat(refused.getApiResponse()).contains("query is too old");
                });
        visitor.deed("faults", "{'kind':'429','count':1,'seconds':7,'method':'sendMessage'}");
        assertThatThrownBy(() -> client.execute(
                        SendMessage.builder().chatId(GENERAL).text("x").build()))
                .isInstanceOfSatisfying(
                        TelegramApiRequestException.class,
                        refused -> assertThat(refused.getParameters().getRetryAfter())
                                .isEqualTo(7));
    }
}
