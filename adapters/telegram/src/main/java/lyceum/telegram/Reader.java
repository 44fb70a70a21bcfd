package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Event;
import lyceum.kernel.event.Key;
import lyceum.kernel.event.Money.PaymentAsked;
import lyceum.kernel.event.People.JoinRequested;
import lyceum.kernel.event.People.MemberJoined;
import lyceum.kernel.event.People.MemberLeft;
import lyceum.kernel.event.Talk.MessageEdited;
import lyceum.kernel.event.Talk.MessagePosted;
import lyceum.kernel.feature.TypedCommands.Invocation;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.person.Speaker;
import lyceum.telegram.Heard.Moved;
import lyceum.telegram.Heard.Named;
import lyceum.telegram.Heard.Nothing;
import lyceum.telegram.Heard.Pressed;
import lyceum.telegram.Heard.Ranked;
import lyceum.telegram.Heard.Reacted;
import lyceum.telegram.Heard.Told;
import lyceum.telegram.Heard.Typing;
import org.jspecify.annotations.Nullable;

/** Reads updates of the Bot API. It looks at the fields that it needs only, so that what is new in the others spoils nothing. */
final class Reader {
    private static final Nothing NOTHING = new Nothing();

    private final Self self;
    private final Speakers speakers;
    private final Payments payments;
    private final Whereabouts whereabouts;
    private final Predicate<Address> heard;
    private final Supplier<Vocabulary> commands;
    private final UserNames names = new UserNames();

    /**
     * @param heard which rooms are listened to
     * @param commands asked for when a line looks like a command; may block until they are known
     */
    Reader(Speaking speaking, Predicate<Address> heard, Supplier<Vocabulary> commands) {
        this.self = speaking.self();
        this.speakers = new Speakers(speaking.ranks());
        this.payments = new Payments(self, speakers);
        this.whereabouts = speaking.whereabouts();
        this.heard = heard;
        this.commands = commands;
    }

    /** Who we are, what others may do, and where messages stand. */
    record Speaking(Self self, Ranks ranks, Whereabouts whereabouts) {}

    /** @throws RuntimeException where what must be there is missing or of another kind */
    Heard read(JsonNode update) {
        String revision = Long.toString(Fields.number(update, "update_id"));
        for (Map.Entry<String, JsonNode> field : update.properties()) {
            JsonNode told = field.getValue();
            switch (field.getKey()) {
                case "message", "channel_post" -> {
                    return message(told, revision);
                }
                case "edited_message", "edited_channel_post" -> {
                    return edited(told, revision);
                }
                case "callback_query" -> {
                    return pressed(told, revision);
                }
                case "inline_query" -> {
                    return typing(told);
                }
                case "pre_checkout_query" -> {
                    PaymentAsked asked = payments.asked(told);
                    return new Told(asked, asked.room(), null);
                }
                case "message_reaction" -> {
                    return reacted(told);
                }
                case "chat_member", "my_chat_member" -> {
                    return ranked(told, revision);
                }
                case "chat_join_request" -> {
                    return knocked(told, revision);
                }
                default -> {
                    /* the update's number, or a kind that the hub does not listen to */
                }
            }
        }
        return NOTHING;
    }

    private Heard message(JsonNode message, String revision) {
        Address address = Messages.address(message);
        whereabouts.stands(address, message.path("message_id").asInt());
        if (message.has("migrate_to_chat_id")) {
            return new Moved(address.chat(), Fields.number(message, "migrate_to_chat_id"));
        }
        @Nullable Event money = payments.made(message, address);
        if (money != null) {
            return new Told(money, address.room(), Messages.title(message));
        }
        if (isUnheard(message, address)) {
            return NOTHING;
        }
        Heard.@Nullable Title title = Messages.title(message);
        if (title != null && Messages.renames(message)) {
            return new Named(address.room(), title);
        }
        names.heard(message.path("from"));
        Text text = names.known(Messages.text(message));
        Event event = event(message, address, text, revision);
        return event == null ? NOTHING : new Told(event, address.room(), title);
    }

    private @Nullable Event event(JsonNode message, Address address, Text text, String revision) {
        MessageId id = address.message(Fields.small(message, "message_id"));
        Key key = new Key(Address.TELEGRAM, address.chat() + "." + id.value(), revision);
        Instant at = Fields.time(message, "date");
        @Nullable MessageId about = Messages.replyTo(message, address);
        var files = Messages.files(message);
        if (text.isEmpty() && files.isEmpty()) {
            return null;
        }
        Speaker speaker = speakers.of(message);
        if (Vocabulary.looksLikeCommand(text.plain())) {
            Optional<Invocation> given = commands.get().read(text.plain(), self.name());
            if (given.isPresent()) {
                Invocation asked = given.get();
                ReplyToken reply = new Asked(Address.number(id), "").in(address.room());
                return new CommandInvoked(
                        key, speaker, address.room(), asked.command(), asked.options(), about, reply, at);
            }
        }
        return new MessagePosted(key, id, speaker, text, files, about, at, Messages.quoted(message));
    }

    private Heard edited(JsonNode message, String revision) {
        Address address = Messages.address(message);
        if (isUnheard(message, address)) {
            return NOTHING;
        }
        MessageId id = address.message(Fields.small(message, "message_id"));
        Key key = new Key(Address.TELEGRAM, address.chat() + "." + id.value(), revision);
        Instant at = Fields.time(message, message.has("edit_date") ? "edit_date" : "date");
        Text text = names.known(Messages.text(message));
        Event event = new MessageEdited(key, id, speakers.of(message), text, Messages.files(message), at);
        return new Told(event, address.room(), Messages.title(message));
    }

    private Heard pressed(JsonNode query, String revision) {
        String id = Fields.words(query, "id");
        if (id.isEmpty()) {
            throw new IllegalArgumentException("a pressed button has no id");
        }
        JsonNode message = query.path("message");
        String choice = Fields.words(query, "data");
        if (!message.isObject() || choice.isEmpty()) {
            return new Pressed(id, null);
        }
        Address address = Messages.address(message);
        if (!heard.test(address)) {
            return new Pressed(id, null);
        }
        MessageId under = address.message(Fields.small(message, "message_id"));
        return new Pressed(
                id,
                new ChoiceMade(
                        new Key(Address.TELEGRAM, id, revision),
                        speakers.person(query.path("from"), address.chat()),
                        under,
                        choice,
                        new Asked(Address.number(under), id).in(address.room()),
                        self.clock().instant()));
    }

    /** Telegram does not tell in which chat it is typed, so nobody has a standing there. */
    private Heard typing(JsonNode query) {
        return new Typing(
                Fields.words(query, "id"), speakers.person(query.path("from"), 0), Fields.words(query, "query"));
    }

    /** Who reacts as a chat, without a name, is passed over. */
    private Heard reacted(JsonNode told) {
        int number = Fields.small(told, "message_id");
        Address address = whereabouts.of(Fields.number(told.path("chat"), "id"), number);
        boolean person =
                told.path("user").isObject() && told.path("user").path("id").asLong() != self.id();
        return person && heard.test(address)
                ? new Reacted(Reactions.read(
                        told, address.message(number), speakers.person(told.path("user"), address.chat())))
                : NOTHING;
    }

    private Heard ranked(JsonNode told, String revision) {
        JsonNode member = told.path("new_chat_member");
        return new Ranked(
                Fields.number(told.path("chat"), "id"),
                Fields.number(member.path("user"), "id"),
                Fields.words(member, "status"),
                moved(told, member, revision));
    }

    private @Nullable Event moved(JsonNode told, JsonNode member, String revision) {
        Address address = new Address(Fields.number(told.path("chat"), "id"), 0);
        boolean was = Doorkeeper.isIn(told.path("old_chat_member"));
        boolean is = Doorkeeper.isIn(member);
        JsonNode user = member.path("user");
        if (was == is
                || !address.isShared()
                || !heard.test(address)
                || user.path("id").asLong() == self.id()) {
            return null;
        }
        Key key =
                new Key(Address.TELEGRAM, address.chat() + "." + user.path("id").asLong(), revision);
        Speaker speaker = speakers.person(user, address.chat());
        Instant at = Fields.time(told, "date");
        return is
                ? new MemberJoined(key, speaker, address.room(), at)
                : new MemberLeft(key, speaker, address.room(), at);
    }

    private Heard knocked(JsonNode told, String revision) {
        Address address = new Address(Fields.number(told.path("chat"), "id"), 0);
        if (!heard.test(address)) {
            return NOTHING;
        }
        JsonNode user = told.path("from");
        Key key = new Key(Address.TELEGRAM, address.chat() + "." + Fields.number(user, "id"), revision);
        return new Told(
                new JoinRequested(
                        key, speakers.person(user, address.chat()), address.room(), Fields.time(told, "date")),
                address.room(),
                null);
    }

    /** Other rooms, ourselves, and a channel's post that its group repeats while the channel itself is heard. */
    private boolean isUnheard(JsonNode message, Address address) {
        boolean ours = message.path("from").path("id").asLong() == self.id();
        boolean echo = Fields.is(message, "is_automatic_forward")
                && heard.test(new Address(message.path("sender_chat").path("id").asLong(), 0));
        return ours || echo || !heard.test(address);
    }
}
