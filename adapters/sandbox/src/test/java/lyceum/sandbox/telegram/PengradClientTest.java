package lyceum.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.ParseMode;
import com.pengrad.telegrambot.model.request.ReplyParameters;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** pengrad's client, unmodified, lives in the sandbox. */
class PengradClientTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Visitor visitor = new Visitor(sandbox);
    private final TelegramBot bot = new TelegramBot.Builder("1000:sandbox-hub")
            .apiUrl(sandbox.url() + "/telegram/bot")
            .fileApiUrl(sandbox.url() + "/telegram/file/bot")
            .build();

    @AfterEach
    void stop() {
        bot.removeGetUpdatesListener();
        bot.shutdown();
        visitor.close();
        sandbox.close();
    }

    @Test
    void itReceivesAnswersAndEdits() throws Exception {
        List<Update> updates = new CopyOnWriteArrayList<>();
        bot.setUpdatesListener(list -> {
            updates.addAll(list);
            return UpdatesListener.CONFIRMED_UPDATES_ALL;
        });
        CompletableFuture<?> command = visitor.deedUnderWay("general/command", "{'who':'ann','command':'poll'}");
        await().atMost(Duration.ofSeconds(20)).until(() -> !updates.isEmpty());
        Message asked = updates.getFirst().message();

        Message sent = bot.execute(new SendMessage((long) asked.chat().id(), "<b>Vote</b>")
                        .parseMode(ParseMode.HTML)
                        .replyParameters(new ReplyParameters(asked.messageId()))
                        .replyMarkup(new InlineKeyboardMarkup(new InlineKeyboardButton("Yes").callbackData("yes"))))
                .message();
        var click = visitor.deedUnderWay(
                "general/click", "{'who':'bob','message':'" + sent.messageId() + "','button':'Yes'}");
        await().atMost(Duration.ofSeconds(20)).until(() -> updates.size() > 1);
        bot.execute(new AnswerCallbackQuery(updates.get(1).callbackQuery().id()).text("counted"));
        bot.execute(new EditMessageText(sent.chat().id(), sent.messageId(), "1 vote"));

        assertThat(asked.text()).isEqualTo("/poll@lyceum_bot");
        assertThat(sent.replyToMessage().messageId()).isEqualTo(asked.messageId());
        assertThat(command.get(10, TimeUnit.SECONDS).toString()).contains("<b>Vote</b>");
        assertThat(click.get(10, TimeUnit.SECONDS).at("/reply/text").asText()).isEqualTo("counted");
        assertThat(visitor.look("general/messages").at("/1/text").asText()).isEqualTo("1 vote");
    }

    @Test
    void itUploadsAndFetchesFiles() throws Exception {
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        var document = bot.execute(new SendDocument(Visitor.GENERAL, bytes).fileName("a.txt"))
                .message()
                .document();

        var file = bot.execute(new GetFile(document.fileId())).file();

        assertThat(document.fileName()).isEqualTo("a.txt");
        assertThat(bot.getFileContent(file)).isEqualTo(bytes);
    }

    @Test
    void itUnderstandsRefusals() {
        var answer = bot.execute(new SendMessage(1, "x"));

        assertThat(answer.isOk()).isFalse();
        assertThat(answer.errorCode()).isEqualTo(400);
        assertThat(answer.description()).isEqualTo("Bad Request: chat not found");
    }
}
