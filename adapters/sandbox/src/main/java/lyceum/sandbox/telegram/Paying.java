package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lyceum.sandbox.telegram.Sales.Bill;
import lyceum.sandbox.telegram.Sales.Charge;
import lyceum.sandbox.world.Call;
import lyceum.sandbox.world.Json;
import lyceum.sandbox.world.Refused;
import lyceum.sandbox.world.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What people pay in Stars. {@code invoice} is the id of the message in which the invoice or a link to it stands, or the link itself;
 * where it is missing, the newest invoice in the person's private chat is meant.
 */
record Paying(Telegram telegram) {
    private static final Pattern LINK = Pattern.compile("(?:https?://)?t\\.me/\\$([\\w-]+)");

    Map<String, Verb> verbs() {
        return Map.of(
                "pay", this::pay,
                "refund", call -> telegram.locked(() -> refund(call)),
                "renew", call -> telegram.locked(() -> renew(call)));
    }

    /** Whose payment it is, and of what. */
    private record Due(Place place, Bill bill) {}

    /** A payment that the bot was asked about. */
    private record Asked(Due due, Bot bot, String query) {}

    /** The bot is asked first, as the person presses Pay; without its word within ten seconds nothing is paid. */
    JsonNode pay(Call call) throws InterruptedException {
        Asked asked = telegram.locked(() -> ask(due(call)));
        JsonNode answer = telegram.await(() -> answer(asked), TimeUnit.SECONDS.toMillis(Invoices.PATIENCE));
        return telegram.locked(() -> {
            asked.bot().asked().remove(asked.query());
            if (answer == null) {
                throw new Refused(504, "the bot did not confirm the payment within 10 s; nothing was paid");
            }
            if (!answer.path("ok").asBoolean()) {
                throw new Refused(402, answer.path("error_message").asText());
            }
            Bill bill = asked.due().bill();
            long until = bill.period() == 0 ? 0 : telegram.now() + bill.period();
            return paid(asked.due(), until, true);
        });
    }

    private Asked ask(Due due) {
        Bill bill = due.bill();
        boolean once = !bill.id().contains("/") && bill.period() == 0;
        boolean again = telegram.sales().paid(bill, due.place().person().id()).stream()
                .anyMatch(charge -> charge.refunded() == 0 && (bill.period() == 0 || charge.until() > telegram.now()));
        if (again && !once) {
            throw Refused.conflict(due.place().person().name() + " has paid that already");
        }
        Bot bot = java.util.Objects.requireNonNull(telegram.bots().get(bill.bot()));
        String query = String.valueOf(telegram.serial());
        bot.asked()
                .put(
                        query,
                        new Bot.Asked(Invoices.CHECKOUT, due.place().person().id(), telegram.now(), null));
        ObjectNode json = Json.object().put("id", query);
        json.set("from", due.place().person().json());
        json.put("currency", Sales.CURRENCY).put("total_amount", bill.amount()).put("invoice_payload", bill.payload());
        telegram.announcements().tell(bot, "pre_checkout_query", json);
        return new Asked(due, bot, query);
    }

    private static @Nullable JsonNode answer(Asked asked) {
        Bot.Asked waiting = asked.bot().asked().get(asked.query());
        return waiting == null ? null : waiting.answer();
    }

    private JsonNode paid(Due due, long until, boolean first) {
        Account person = due.place().person();
        Charge charge = new Charge(
                "stx" + Long.toString(telegram.serial(), 36) + "_" + person.id(),
                due.bill(),
                person.id(),
                telegram.now(),
                until,
                0,
                false);
        telegram.sales().put(telegram, charge);
        ObjectNode fields = Json.object();
        ObjectNode told = charge.told();
        if (until != 0) {
            told.put("subscription_expiration_date", until).put("is_recurring", true);
            if (first) {
                told.put("is_first_recurring", true);
            }
        }
        fields.set("successful_payment", told);
        Post post = telegram.post(due.place().room(), Draft.service(person.id(), fields));
        return Json.object().put("paid", true).put("charge", charge.id()).put("message", String.valueOf(post.id));
    }

    private JsonNode refund(Call call) {
        Place place = place(call);
        String word = call.maybe("invoice").orElse("");
        Charge charge = telegram.sales()
                .charge(word)
                .filter(known -> known.person() == place.person().id())
                .or(() -> newest(call, place))
                .filter(known -> known.refunded() == 0)
                .orElseThrow(() -> Refused.notFound(place.person().name() + " has paid nothing of that kind"));
        giveBack(charge);
        return Json.object().put("refunded", true).put("charge", charge.id());
    }

    /** The money of a charge goes back, and the bot is told. */
    void giveBack(Charge charge) {
        telegram.sales().put(telegram, charge.refunded(telegram.now()));
        Bot bot = java.util.Objects.requireNonNull(
                telegram.bots().get(charge.bill().bot()));
        ObjectNode fields = Json.object();
        fields.set("refunded_payment", charge.told());
        Room room = telegram.privateRoom(bot, telegram.known(charge.person()));
        telegram.post(room, Draft.service(charge.person(), fields));
    }

    /** A subscription's next month is paid for, as Telegram does by itself when the last one ends. */
    private JsonNode renew(Call call) {
        Place place = place(call);
        Charge charge = newest(call, place)
                .filter(known -> known.bill().period() != 0 && !known.canceled())
                .orElseThrow(() -> Refused.notFound(place.person().name() + " has no subscription that goes on"));
        long until = Math.max(charge.until(), telegram.now()) + charge.bill().period();
        return paid(new Due(place, charge.bill()), until, false);
    }

    private Optional<Charge> newest(Call call, Place place) {
        Stream<Charge> charges = telegram.sales().charges().reversed().stream()
                .filter(charge -> charge.person() == place.person().id());
        return (call.maybe("invoice").isEmpty()
                        ? charges
                        : telegram.sales().paid(due(call).bill(), place.person().id()).stream())
                .filter(charge -> charge.refunded() == 0)
                .findFirst();
    }

    private Place place(Call call) {
        return Place.of(telegram, new Call("private", call.body()));
    }

    private Due due(Call call) {
        Place home = place(call);
        home.arrived();
        String word = call.maybe("invoice").orElse("");
        Matcher link = LINK.matcher(word);
        if (link.matches()) {
            return new Due(home, linked(link.group(1)).orElseThrow(() -> Refused.notFound("no invoice " + word)));
        }
        return places(call, home)
                .flatMap(place -> posts(place.room(), word).stream()
                        .flatMap(post -> bill(place.room(), post).stream())
                        .map(bill -> new Due(bill.id().contains("/") ? place : home, bill)))
                .findFirst()
                .orElseThrow(() -> Refused.notFound(
                        word.isEmpty()
                                ? "there is no invoice in that private chat"
                                : "message " + word + " is no invoice"));
    }

    /** The private chat first, then the place that the call names, or else every chat that the person is in. */
    private Stream<Place> places(Call call, Place home) {
        boolean named = !call.room().isEmpty() && !call.room().equals("private");
        Stream<Place> others = named
                ? Stream.of(Place.of(telegram, call))
                : telegram.rooms().values().stream()
                        .map(room -> new Place(telegram, room, 0, home.person()))
                        .filter(place -> place.membership().present());
        return named ? others : Stream.concat(Stream.of(home), others);
    }

    private static List<Post> posts(Room room, String word) {
        if (word.isEmpty()) {
            return room.is(Room.Kind.PRIVATE) ? room.since(0) : List.of();
        }
        Post post = room.post(Args.parsed(word, 0));
        return post == null ? List.of() : List.of(post);
    }

    /** The invoice that a message is, or the only one that it leads to. */
    Optional<Bill> bill(Room room, Post post) {
        if (post.fields().has("invoice")) {
            return telegram.sales().bill(room.face.id() + "/" + post.id);
        }
        List<Bill> linked = Stream.concat(
                        Keyboards.keys(post.keyboard()).stream()
                                .map(key -> key.path("url").asText()),
                        Stream.of(post.body().text()))
                .flatMap(words -> LINK.matcher(words).results())
                .map(result -> result.group(1))
                .distinct()
                .flatMap(word -> linked(word).stream())
                .toList();
        return linked.size() == 1 ? Optional.of(linked.getFirst()) : Optional.empty();
    }

    private Optional<Bill> linked(String word) {
        return telegram.sales().bill(word).filter(bill -> !bill.id().contains("/"));
    }

    /** Whether pressing that button of a message is to pay. */
    boolean pays(Post post, String button, @Nullable JsonNode key) {
        return key == null
                ? post.fields().has("invoice") && button.equals(RoomView.payButton(post))
                : key.path("pay").asBoolean()
                        || LINK.matcher(key.path("url").asText()).matches();
    }
}
