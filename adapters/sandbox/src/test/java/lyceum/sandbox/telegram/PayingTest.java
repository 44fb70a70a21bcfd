package lyceum.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import lyceum.sandbox.Sandbox;
import lyceum.sandbox.SandboxSettings;
import lyceum.sandbox.world.Limits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People pay with Stars, as Telegram lets them. */
class PayingTest {
    private static final String WARE =
            "'title':'Class pass','description':'All classes of spring','payload':'pass','currency':'XTR'";
    private static final String PRICE = ",'prices':[{'label':'Class pass','amount':500}]";

    private Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private Visitor visitor = new Visitor(sandbox);
    private long seen;

    @BeforeEach
    void annWrote() {
        visitor.says("private", "ann", "hello");
    }

    @AfterEach
    void stop() {
        visitor.close();
        sandbox.close();
    }

    @Test
    void theBotIsAskedFirstAndToldOfThePaymentThen() throws Exception {
        long invoice = invoice();
        CompletableFuture<JsonNode> paying = pays("{'who':'ann','invoice':" + invoice + "}");

        JsonNode query = update("pre_checkout_query");
        confirm(query, true);

        assertThat(query.path("currency").asText()).isEqualTo("XTR");
        assertThat(query.path("total_amount").asInt()).isEqualTo(500);
        assertThat(query.path("invoice_payload").asText()).isEqualTo("pass");
        assertThat(query.at("/from/id").asLong()).isEqualTo(Visitor.ANN);
        JsonNode paid = paying.get(10, TimeUnit.SECONDS);
        JsonNode told = update("message");
        assertThat(told.at("/successful_payment/telegram_payment_charge_id").asText())
                .isNotEmpty()
                .isEqualTo(paid.path("charge").asText());
        assertThat(told.at("/successful_payment").has("is_recurring")).isFalse();
        assertThat(told.at("/chat/type").asText()).isEqualTo("private");
        assertThat(visitor.deed("pay", "{'who':'ann','invoice':" + invoice + "}")
                        .path("error")
                        .asText())
                .isEqualTo("ann has paid that already");
    }

    @Test
    void aRefusalIsShownAndNothingIsPaid() throws Exception {
        CompletableFuture<JsonNode> paying = pays("{'who':'ann','invoice':" + invoice() + "}");

        confirm(update("pre_checkout_query"), false);

        assertThat(paying.get(10, TimeUnit.SECONDS).path("error").asText()).isEqualTo("sold out");
        assertThat(visitor.result("getMyStarBalance", "{}").path("amount").asInt())
                .isZero();
    }

    @Test
    void aSubscriptionIsLinkedToRenewedAndRefundedOnce() throws Exception {
        String link = visitor.result("createInvoiceLink", "{" + WARE + PRICE + ",'subscription_period':2592000}")
                .asText();
        long message = visitor.result(
                        "sendMessage",
                        "{'chat_id':" + Visitor.ANN
                                + ",'text':'Pass','reply_markup':{'inline_keyboard':[[{'text':'Buy','url':'" + link
                                + "'}]]}}")
                .path("message_id")
                .asLong();
        CompletableFuture<JsonNode> click =
                visitor.deedUnderWay("private/click", "{'who':'ann','message':'" + message + "','button':'Buy'}");
        confirm(update("pre_checkout_query"), true);

        JsonNode first = update("message").path("successful_payment");
        visitor.deed("renew", "{'who':'ann'}");
        JsonNode second = update("message").path("successful_payment");
        String refund = "{'user_id':" + Visitor.ANN + ",'telegram_payment_charge_id':"
                + second.path("telegram_payment_charge_id") + "}";
        visitor.result("refundStarPayment", refund);

        assertThat(first.path("is_first_recurring").asBoolean()).isTrue();
        assertThat(second.path("subscription_expiration_date").asLong()
                        - first.path("subscription_expiration_date").asLong())
                .isEqualTo(2_592_000);
        assertThat(second.has("is_first_recurring")).isFalse();
        assertThat(update("message").path("refunded_payment").path("telegram_payment_charge_id"))
                .isEqualTo(second.path("telegram_payment_charge_id"));
        assertThat(refused("refundStarPayment", refund)).isEqualTo("Bad Request: CHARGE_ALREADY_REFUNDED");
        assertThat(visitor.result("getStarTransactions", "{}").path("transactions"))
                .hasSize(3)
                .last()
                .satisfies(back ->
                        assertThat(back.at("/receiver/user/id").asLong()).isEqualTo(Visitor.ANN));
        click.get(10, TimeUnit.SECONDS);
    }

    @Test
    void whatTelegramDoesNotSellIsRefused() {
        String chat = "'chat_id':" + Visitor.ANN + ",";

        assertThat(List.of(
                        refused("sendInvoice", "{" + chat + WARE + PRICE + ",'subscription_period':2592000}"),
                        refused("sendInvoice", "{" + chat + WARE.replace("XTR", "EUR") + PRICE + "}"),
                        refused("sendInvoice", "{" + chat + WARE + ",'prices':[]}"),
                        refused("sendInvoice", "{" + chat + WARE + PRICE.replace("500", "0") + "}"),
                        refused("createInvoiceLink", "{" + WARE + PRICE + ",'subscription_period':60}"),
                        refused("createInvoiceLink", "{" + WARE.replace("'pass'", "''") + PRICE + "}"),
                        refused("answerPreCheckoutQuery", "{'pre_checkout_query_id':'7','ok':true}"),
                        refused("answerPreCheckoutQuery", "{'pre_checkout_query_id':'7','ok':false}")))
                .containsExactly(
                        "Bad Request: SUBSCRIPTION_EXPORT_MISSING",
                        "Bad Request: PAYMENT_PROVIDER_INVALID",
                        "Bad Request: STARS_INVOICE_INVALID",
                        "Bad Request: CURRENCY_TOTAL_AMOUNT_INVALID",
                        "Bad Request: SUBSCRIPTION_PERIOD_INVALID",
                        "Bad Request: INVOICE_PAYLOAD_INVALID",
                        "Bad Request: query is too old and response timeout expired or query ID is invalid",
                        "Bad Request: error message must be non-empty");
    }

    @Test
    void theInvoiceIsShownWithItsPriceAndPaymentsOutliveTheSandbox(@TempDir Path folder) throws Exception {
        stop();
        sandbox = Sandbox.start(new SandboxSettings(0, 0, folder, Limits.OFF));
        visitor = new Visitor(sandbox);
        annWrote();
        long invoice = invoice();
        CompletableFuture<JsonNode> paying = pays("{'who':'ann'}");
        confirm(update("pre_checkout_query"), true);
        paying.get(10, TimeUnit.SECONDS);
        stop();
        sandbox = Sandbox.start(new SandboxSettings(0, 0, folder, Limits.OFF));
        visitor = new Visitor(sandbox);

        assertThat(visitor.look("private/ann/messages"))
                .last()
                .satisfies(shown -> assertThat(shown.path("text").asText() + shown.path("buttons"))
                        .isEqualTo("Class pass\nAll classes of spring[\"Pay ⭐️500\"]"));
        assertThat(visitor.deed("refund", "{'who':'ann','invoice':" + invoice + "}")
                        .path("refunded")
                        .asBoolean())
                .isTrue();
    }

    private long invoice() {
        return visitor.result("sendInvoice", "{'chat_id':" + Visitor.ANN + "," + WARE + PRICE + "}")
                .path("message_id")
                .asLong();
    }

    private CompletableFuture<JsonNode> pays(String json) {
        return visitor.deedUnderWay("pay", json);
    }

    private void confirm(JsonNode query, boolean ok) {
        visitor.result(
                "answerPreCheckoutQuery",
                "{'pre_checkout_query_id':" + query.path("id") + ",'ok':" + ok + ",'error_message':'sold out'}");
    }

    private String refused(String method, String json) {
        return visitor.hub(method, json).path("description").asText();
    }

    /** The newest update, once it is of that kind. */
    private JsonNode update(String kind) {
        JsonNode update = await().until(
                        () -> visitor.updates(-1),
                        list -> !list.isEmpty() && list.getLast().has(kind) && isNew(list.getLast()))
                .getLast();
        seen = update.path("update_id").asLong();
        return update.path(kind);
    }

    private boolean isNew(JsonNode update) {
        return update.path("update_id").asLong() > seen
                && (!update.has("message") || !update.path("message").has("text"));
    }
}
