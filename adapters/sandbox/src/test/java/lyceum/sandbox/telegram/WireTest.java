package lyceum.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Webhooks, faults, and the world after a restart. */
class WireTest {

    @Test
    void aWebhookGetsEachUpdateUntilItTakesIt() throws Exception {
        List<JsonNode> got = new CopyOnWriteArrayList<>();
        List<String> secrets = new CopyOnWriteArrayList<>();
        AtomicInteger refusals = new AtomicInteger(1);
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            JsonNode update = Json.read(exchange.getRequestBody().readAllBytes());
            secrets.add(exchange.getRequestHeaders().getFirst("X-Telegram-Bot-Api-Secret-Token"));
            boolean refused = refusals.getAndDecrement() > 0;
            if (!refused) {
                got.add(update);
            }
            byte[] answer = "{\"method\":\"sendMessage\",\"chat_id\":-1001000000001,\"text\":\"from the hook\"}"
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(refused ? 500 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        receiver.start();
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
                Visitor visitor = new Visitor(sandbox)) {
            visitor.result(
                    "setWebhook",
                    "{'url':'http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook','secret_token':'s3cret'}");

            visitor.says("general", "ann", "hooked");

            await().until(() -> got.size() == 1);
            assertThat(got.getFirst().at("/message/text").asText()).isEqualTo("hooked");
            assertThat(secrets).hasSize(2).containsOnly("s3cret");
            await().until(() -> visitor.look("general/messages").size() == 2);
            assertThat(visitor.hub("getUpdates", "{}").path("description").asText())
                    .isEqualTo("Conflict: can't use getUpdates method while webhook is active; "
                            + "use deleteWebhook to delete the webhook first");
            assertThat(visitor.result("getWebhookInfo", "{}")
                            .path("last_error_message")
                            .asText())
                    .isEqualTo("Wrong response from the webhook: 500");
            visitor.result("deleteWebhook", "{}");
            assertThat(visitor.result("getUpdates", "{}")).isEmpty();
        } finally {
            receiver.stop(0);
        }
    }

    @Test
    void aWebhookAnywhereElseIsRefused() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passing());
                Visitor visitor = new Visitor(sandbox)) {
            assertThat(visitor.hub("setWebhook", "{'url':'https://192.0.2.1/hook'}")
                            .path("description")
                            .asText())
                    .isEqualTo("Bad Request: bad webhook: the sandbox delivers to loopback addresses only");
        }
    }

    @Test
    void faultsHitTheNextMatchingRequests() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
                Visitor visitor = new Visitor(sandbox)) {
            visitor.deed("faults", "{'kind':'500','count':1,'method':'sendMessage'}");
            visitor.deed("faults", "{'kind':'no-permission','count':1,'method':'sendMessage'}");
            String send = "{'chat_id':-1001000000001,'text':'x'}";

            assertThat(visitor.hub("getMe", "{}").path("ok").asBoolean()).isTrue();
            assertThat(visitor.hub("sendMessage", send).path("error_code").asInt())
                    .isEqualTo(500);
            assertThat(visitor.hub("sendMessage", send).path("error_code").asInt())
                    .isEqualTo(403);
            assertThat(visitor.hub("sendMessage", send).path("ok").asBoolean()).isTrue();
        }
    }

    @Test
    void aRequestMayBePerformedAndNeverAnswered() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
                Visitor visitor = new Visitor(sandbox)) {
            visitor.deed("faults", "{'kind':'timeout-after-accept','count':1,'seconds':0.1,'method':'sendMessage'}");

            assertThatThrownBy(() -> visitor.sent(Visitor.GENERAL, "once"))
                    .isInstanceOf(java.io.UncheckedIOException.class);
            assertThat(visitor.look("general/messages")).hasSize(1);
        }
    }

    @Test
    void anUpdateMayComeTwiceOrTheConnectionBreakBeforeIt() {
        try (Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
                Visitor visitor = new Visitor(sandbox)) {
            visitor.says("general", "ann", "x");
            visitor.deed("faults", "{'kind':'disconnect','count':1}");
            visitor.deed("faults", "{'kind':'duplicate','count':1}");

            assertThatThrownBy(() -> visitor.updates(7)).isInstanceOf(java.io.UncheckedIOException.class);
            assertThat(visitor.updates(8)).hasSize(2);
            assertThat(visitor.updates(9)).hasSize(1);
        }
    }

    @Test
    void theWorldGoesOnAfterARestart(@TempDir Path data) {
        SandboxSettings settings = new SandboxSettings(0, 0, data, Limits.OFF);
        String message;
        try (Sandbox sandbox = Sandbox.start(settings);
                Visitor visitor = new Visitor(sandbox)) {
            message = visitor.says("general", "dora", "<before>");
            visitor.deed("general/react", "{'who':'bob','message':'" + message + "','emoji':'👍'}");
            visitor.deed("subscribers/join", "{'who':'bob'}");
            visitor.says("private", "ann", "hi");
            visitor.result("createForumTopic", "{'chat_id':-1001000000001,'name':'homework'}");
            visitor.result("setMyCommands", "{'commands':[{'command':'help','description':'Help'}]}");
            visitor.deed("general/say", "{'who':'ann','files':[{'name':'a.txt','base64':'YWJj'}]}");
            List<JsonNode> updates = visitor.updates(0);
            visitor.updates(updates.get(1).path("update_id").asLong());
        }
        try (Sandbox sandbox = Sandbox.start(settings);
                Visitor visitor = new Visitor(sandbox)) {
            JsonNode seen = visitor.look("general/messages").get(0);
            List<JsonNode> updates = visitor.updates(0);

            assertThat(seen.path("message").asText()).isEqualTo(message);
            assertThat(seen.path("who").asText()).isEqualTo("dora");
            assertThat(seen.path("html").asText()).isEqualTo("&lt;before&gt;");
            assertThat(seen.path("reactions").toString()).isEqualTo("{\"👍\":[\"bob\"]}");
            assertThat(updates.getFirst().at("/message/text").asText())
                    .as("the first update was confirmed")
                    .isEqualTo("<before>");
            String file = updates.getLast().at("/message/document/file_id").asText();
            assertThat(visitor.result("getFile", "{'file_id':'" + file + "'}")
                            .path("file_size")
                            .asInt())
                    .isEqualTo(3);
            visitor.result("approveChatJoinRequest", "{'chat_id':-1001000000003,'user_id':5000000004}");
            assertThat(visitor.sent(Visitor.ANN, "still here")
                            .path("message_id")
                            .asLong())
                    .isEqualTo(2);
            assertThat(visitor.result("getMyCommands", "{}")).hasSize(1);
            assertThat(visitor.says("general:homework", "ann", "page 3")).isNotEmpty();
        }
    }
}
