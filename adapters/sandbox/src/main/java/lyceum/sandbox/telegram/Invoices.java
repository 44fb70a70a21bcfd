package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lyceum.sandbox.telegram.Sales.Bill;
import lyceum.sandbox.telegram.Sales.Charge;
import lyceum.sandbox.telegram.text.Formatted;
import lyceum.sandbox.world.Json;

/** The methods by which a bot sells something for Stars. */
final class Invoices {
    static final String CHECKOUT = "checkout";
    static final String LINK = "https://t.me/$";
    /** How long a payment waits for the bot, in seconds. */
    static final long PATIENCE = 10;

    private static final int LONGEST_TITLE = 32;
    private static final int LONGEST_DESCRIPTION = 255;
    private static final int LONGEST_PAYLOAD = 128;
    private static final long MOST_A_MONTH = 10_000;
    private static final long MOST = 100_000;
    private static final int PAGE = 100;

    private Invoices() {}

    static Map<String, Method> methods() {
        return Map.of(
                "sendInvoice", Invoices::send,
                "createInvoiceLink", Invoices::link,
                "answerPreCheckoutQuery", Invoices::answer,
                "refundStarPayment", Invoices::refund,
                "editUserStarSubscription", Invoices::edit,
                "getStarTransactions", Invoices::transactions,
                "getMyStarBalance", Invoices::balance);
    }

    /** A subscription cannot be sent, only be linked to. */
    private static JsonNode send(Ask ask) {
        Room room = ask.room();
        if (ask.args().has("subscription_period")) {
            throw ApiError.bad("SUBSCRIPTION_EXPORT_MISSING");
        }
        Bill bill = bill(ask, "");
        ObjectNode fields = Json.object();
        fields.putObject("invoice")
                .put("title", bill.title())
                .put("description", ask.args().text("description"))
                .put("start_parameter", ask.args().text("start_parameter"))
                .put("currency", Sales.CURRENCY)
                .put("total_amount", bill.amount());
        Draft draft = new Envelope(ask).draft(room, Formatted.EMPTY, fields);
        checkKeys(draft);
        Post post = ask.telegram().post(room, draft);
        ask.telegram()
                .sales()
                .put(
                        ask.telegram(),
                        new Bill(
                                room.face.id() + "/" + post.id,
                                ask.bot().id(),
                                bill.title(),
                                bill.payload(),
                                bill.amount(),
                                0));
        return new Messages(ask.telegram()).json(room, post);
    }

    private static void checkKeys(Draft draft) {
        List<JsonNode> keys = Keyboards.keys(draft.keyboard());
        if (!keys.isEmpty() && !keys.getFirst().path("pay").asBoolean()) {
            throw ApiError.bad("REPLY_MARKUP_BUY_EMPTY");
        }
    }

    private static JsonNode link(Ask ask) {
        String word = Long.toString(ask.telegram().serial(), 36);
        ask.telegram().sales().put(ask.telegram(), bill(ask, word));
        return TextNode.valueOf(LINK + word);
    }

    private static Bill bill(Ask ask, String id) {
        String title = words(ask, "title", LONGEST_TITLE, "TITLE_INVALID");
        words(ask, "description", LONGEST_DESCRIPTION, "DESCRIPTION_INVALID");
        String payload = ask.args().text("payload");
        int bytes = payload.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > LONGEST_PAYLOAD) {
            throw ApiError.bad("INVOICE_PAYLOAD_INVALID");
        }
        if (!ask.args().text("currency").equals(Sales.CURRENCY)) {
            throw ApiError.bad(ask.args().has("provider_token") ? "CURRENCY_INVALID" : "PAYMENT_PROVIDER_INVALID");
        }
        JsonNode tips = ask.args().json("suggested_tip_amounts", "can't parse suggested tip amounts JSON object");
        if (ask.args().number("max_tip_amount", 0) != 0 || !tips.isEmpty()) {
            throw ApiError.bad("STARS_INVOICE_INVALID");
        }
        long period = ask.args().number("subscription_period", 0);
        if (period != 0 && period != Sales.MONTH) {
            throw ApiError.bad("SUBSCRIPTION_PERIOD_INVALID");
        }
        return new Bill(id, ask.bot().id(), title, payload, price(ask, period), period);
    }

    private static String words(Ask ask, String field, int most, String refusal) {
        String words = ask.args().text(field).strip();
        if (words.isEmpty() || words.length() > most) {
            throw ApiError.bad(refusal);
        }
        return words;
    }

    /** Stars are whole, and there is one item. */
    private static long price(Ask ask, long period) {
        List<JsonNode> prices = ask.list("prices", "can't parse prices JSON object");
        if (prices.size() != 1 || prices.getFirst().path("label").asText().isEmpty()) {
            throw ApiError.bad("STARS_INVOICE_INVALID");
        }
        JsonNode amount = prices.getFirst().path("amount");
        if (!amount.isIntegralNumber()
                || amount.asLong() < 1
                || amount.asLong() > (period == 0 ? MOST : MOST_A_MONTH)) {
            throw ApiError.bad("CURRENCY_TOTAL_AMOUNT_INVALID");
        }
        return amount.asLong();
    }

    private static JsonNode answer(Ask ask) {
        boolean ok = ask.args().flag("ok");
        String words = ask.args().text("error_message");
        if (!ok && words.isEmpty()) {
            throw ApiError.bad("error message must be non-empty");
        }
        String id = ask.args().text("pre_checkout_query_id");
        Bot.Asked asked = ask.bot().asked().get(id);
        if (asked == null
                || !asked.kind().equals(CHECKOUT)
                || asked.answer() != null
                || ask.telegram().now() - asked.since() > PATIENCE) {
            throw ApiError.bad("query is too old and response timeout expired or query ID is invalid");
        }
        ask.bot().asked().put(id, asked.answered(Json.object().put("ok", ok).put("error_message", words)));
        ask.telegram().wake();
        return BooleanNode.TRUE;
    }

    private static JsonNode refund(Ask ask) {
        Charge charge = charge(ask);
        if (charge.refunded() != 0) {
            throw ApiError.bad("CHARGE_ALREADY_REFUNDED");
        }
        new Paying(ask.telegram()).giveBack(charge);
        return BooleanNode.TRUE;
    }

    private static JsonNode edit(Ask ask) {
        Charge charge = charge(ask);
        if (charge.bill().period() == 0) {
            throw ApiError.bad("SUBSCRIPTION_NOT_FOUND");
        }
        ask.telegram().sales().put(ask.telegram(), charge.canceled(ask.args().flag("is_canceled")));
        return BooleanNode.TRUE;
    }

    private static Charge charge(Ask ask) {
        Account person = ask.user();
        return ask.telegram()
                .sales()
                .charge(ask.args().text("telegram_payment_charge_id"))
                .filter(charge -> charge.person() == person.id()
                        && charge.bill().bot() == ask.bot().id())
                .orElseThrow(() -> ApiError.bad("CHARGE_NOT_FOUND"));
    }

    /** A transaction with its time. */
    private record Told(long date, ObjectNode json) {}

    private static JsonNode transactions(Ask ask) {
        List<Told> all = new ArrayList<>();
        mine(ask).forEach(charge -> {
            all.add(new Told(charge.date(), transaction(ask, charge, charge.date(), "source")));
            if (charge.refunded() != 0) {
                all.add(new Told(charge.refunded(), transaction(ask, charge, charge.refunded(), "receiver")));
            }
        });
        all.sort(Comparator.comparingLong(Told::date));
        long limit = Math.clamp(ask.args().number("limit", PAGE), 1, PAGE);
        ObjectNode page = Json.object();
        ArrayNode list = page.putArray("transactions");
        all.stream()
                .skip(Math.max(0, ask.args().number("offset", 0)))
                .limit(limit)
                .forEach(told -> list.add(told.json()));
        return page;
    }

    private static List<Charge> mine(Ask ask) {
        return ask.telegram().sales().charges().stream()
                .filter(charge -> charge.bill().bot() == ask.bot().id())
                .toList();
    }

    private static ObjectNode transaction(Ask ask, Charge charge, long date, String side) {
        ObjectNode json = Json.object()
                .put("id", charge.id())
                .put("amount", charge.bill().amount())
                .put("date", date);
        ObjectNode partner = json.putObject(side).put("type", "user").put("transaction_type", "invoice_payment");
        partner.set("user", ask.telegram().known(charge.person()).json());
        partner.put("invoice_payload", charge.bill().payload());
        if (charge.bill().period() != 0) {
            partner.put("subscription_period", charge.bill().period());
        }
        return json;
    }

    private static JsonNode balance(Ask ask) {
        long stars = mine(ask).stream()
                .filter(charge -> charge.refunded() == 0)
                .mapToLong(charge -> charge.bill().amount())
                .sum();
        return Json.object().put("amount", stars);
    }
}
