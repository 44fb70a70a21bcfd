package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import lyceum.sandbox.world.Json;

/** What bots sell for Stars, and what was paid. Guarded by the lock of {@link Telegram}. */
final class Sales {
    static final String CURRENCY = "XTR";
    /** The only period that a subscription can have, in seconds. */
    static final long MONTH = 2_592_000;

    private final Map<String, ObjectNode> bills = new LinkedHashMap<>();
    private final Map<String, ObjectNode> charges = new LinkedHashMap<>();

    /**
     * Something for sale: an invoice that stands as a message, or one behind a link.
     *
     * @param id {@code CHAT/MESSAGE}, or the word at the end of the link
     * @param period of a subscription in seconds, 0 for what is paid for once
     */
    record Bill(String id, long bot, String title, String payload, long amount, long period) {
        static Bill read(String id, JsonNode json) {
            return new Bill(
                    id,
                    json.path("bot").asLong(),
                    json.path("title").asText(),
                    json.path("payload").asText(),
                    json.path("amount").asLong(),
                    json.path("period").asLong());
        }

        ObjectNode json() {
            return Json.object()
                    .put("bot", bot)
                    .put("title", title)
                    .put("payload", payload)
                    .put("amount", amount)
                    .put("period", period);
        }
    }

    /**
     * A payment.
     *
     * @param until when what was paid for ends, in Unix seconds; 0 where it is no subscription
     * @param refunded when the money went back, in Unix seconds, or 0
     * @param canceled whether it is not prolonged any more
     */
    record Charge(String id, Bill bill, long person, long date, long until, long refunded, boolean canceled) {
        static Charge read(String id, JsonNode json) {
            return new Charge(
                    id,
                    Bill.read(json.path("id").asText(), json.path("bill")),
                    json.path("person").asLong(),
                    json.path("date").asLong(),
                    json.path("until").asLong(),
                    json.path("refunded").asLong(),
                    json.path("canceled").asBoolean());
        }

        ObjectNode json() {
            ObjectNode json = Json.object().put("id", bill.id());
            json.set("bill", bill.json());
            return json.put("person", person)
                    .put("date", date)
                    .put("until", until)
                    .put("refunded", refunded)
                    .put("canceled", canceled);
        }

        Charge refunded(long at) {
            return new Charge(id, bill, person, date, until, at, true);
        }

        Charge canceled(boolean now) {
            return new Charge(id, bill, person, date, until, refunded, now);
        }

        /** What payments and refunds say alike. */
        ObjectNode told() {
            return Json.object()
                    .put("currency", CURRENCY)
                    .put("total_amount", bill.amount())
                    .put("invoice_payload", bill.payload())
                    .put("telegram_payment_charge_id", id)
                    .put("provider_payment_charge_id", person + "_" + date);
        }
    }

    Optional<Bill> bill(String id) {
        return Optional.ofNullable(bills.get(id)).map(json -> Bill.read(id, json));
    }

    Optional<Charge> charge(String id) {
        return Optional.ofNullable(charges.get(id)).map(json -> Charge.read(id, json));
    }

    /** In the order in which they were paid. */
    List<Charge> charges() {
        return charges.entrySet().stream()
                .map(entry -> Charge.read(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What a person paid for a bill, the newest first. */
    List<Charge> paid(Bill bill, long person) {
        return charges().reversed().stream()
                .filter(charge ->
                        charge.person() == person && charge.bill().id().equals(bill.id()))
                .toList();
    }

    void put(Telegram telegram, Bill bill) {
        keep(telegram, "bill", bill.id(), bill.json());
    }

    void put(Telegram telegram, Charge charge) {
        keep(telegram, "charge", charge.id(), charge.json());
    }

    private void keep(Telegram telegram, String kind, String id, ObjectNode json) {
        ObjectNode line = line(kind, id, json);
        restore(line);
        telegram.store().sold(line);
    }

    private static ObjectNode line(String kind, String id, ObjectNode json) {
        ObjectNode line = Json.object().put("sale", kind).put("id", id);
        line.set("value", json);
        return line;
    }

    void restore(JsonNode line) {
        if (line.path("value") instanceof ObjectNode value) {
            (line.path("sale").asText().equals("bill") ? bills : charges)
                    .put(line.path("id").asText(), value);
        }
    }

    /** Everything, to be kept over a restart. */
    Stream<JsonNode> lines() {
        return Stream.concat(
                bills.entrySet().stream().map(entry -> line("bill", entry.getKey(), entry.getValue())),
                charges.entrySet().stream().map(entry -> line("charge", entry.getKey(), entry.getValue())));
    }
}
