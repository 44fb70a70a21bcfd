package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Edit;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Outcome;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageCaption;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;

/** What the hub says on Telegram, as requests of the Bot API. */
final class Speech {
    /** How often a later part of an answer is tried: trying the whole again would repeat what stands. */
    private static final int PATIENT_TRIES = 30;

    private static final Pattern OTHER_KIND = Pattern.compile("there is no (text|caption) in the message to edit");

    private final Scribe scribe;
    private final Courier courier;
    private final Presses presses;
    private final Parcels parcels;

    Speech(Scribe scribe, Courier courier, Presses presses, Parcels parcels) {
        this.scribe = scribe;
        this.courier = courier;
        this.presses = presses;
        this.parcels = parcels;
    }

    List<Post> fit(Post post) {
        if (post.document().files().stream().anyMatch(Parcels::sendable)) {
            return withFiles(post);
        }
        List<Text> pieces = scribe.pieces(post.document(), post.language(), post.voice());
        if (pieces.size() == 1) {
            return List.of(post);
        }
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            Document part = piece(pieces.get(i), last ? post.document() : null);
            MessageId replyTo = i == 0 ? post.replyTo() : null;
            posts.add(post.withDocument(part).answering(replyTo));
        }
        return List.copyOf(posts);
    }

    private List<Post> withFiles(Post post) {
        Document words = post.document().withoutFiles(Parcels::sendable);
        List<Text> texts = scribe.pieces(words, post.language(), post.voice());
        int length = scribe.length(words, post.language(), post.voice());
        List<Post> posts = new ArrayList<>();
        for (Document piece : Parcels.pieces(post.document(), texts, length)) {
            MessageId replyTo = posts.isEmpty() ? post.replyTo() : null;
            posts.add(post.withDocument(piece).answering(replyTo));
        }
        return List.copyOf(posts);
    }

    Outcome post(Post post) {
        Parcels.Parcel parcel = parcels.of(post.document()).orElse(null);
        if (parcel != null) {
            Document words = post.document().withoutFiles(Parcels::sendable);
            Letter caption = scribe.caption(words, post.language(), post.voice());
            return parcels.send(Address.of(post.room()), parcel, caption, post.replyTo());
        }
        Letter letter = scribe.letter(post.document(), post.language(), post.voice());
        return send(Address.of(post.room()), letter, post.replyTo());
    }

    /** Which of the two ways a message has to be changed is known for sure to Telegram alone. */
    Outcome edit(Edit edit) {
        boolean file = edit.document().files().stream().anyMatch(Parcels::sendable);
        Courier.Meaning plain = _ -> null;
        return file
                ? caption(edit, said -> isOtherKind(said) ? text(edit, plain) : null)
                : text(edit, said -> isOtherKind(said) ? caption(edit, plain) : null);
    }

    private static boolean isOtherKind(String said) {
        return OTHER_KIND.matcher(said).find();
    }

    private Outcome text(Edit edit, Courier.Meaning otherwise) {
        Address address = Address.of(edit.room());
        Letter letter = scribe.letter(edit.document(), edit.language(), edit.voice());
        return change(
                edit,
                address,
                EditMessageText.builder()
                        .chatId(Long.toString(address.chat()))
                        .messageId(Address.number(edit.message()))
                        .text(letter.text())
                        .entities(letter.entities())
                        .replyMarkup(letter.keyboard())
                        .build(),
                otherwise);
    }

    private Outcome caption(Edit edit, Courier.Meaning otherwise) {
        Address address = Address.of(edit.room());
        Document words = edit.document().withoutFiles(Parcels::sendable);
        Letter letter = scribe.caption(words, edit.language(), edit.voice());
        return change(
                edit,
                address,
                EditMessageCaption.builder()
                        .chatId(Long.toString(address.chat()))
                        .messageId(Address.number(edit.message()))
                        .caption(letter.text())
                        .captionEntities(letter.entities())
                        .replyMarkup(letter.keyboard())
                        .build(),
                otherwise);
    }

    private Outcome change(Edit edit, Address address, BotApiMethod<?> request, Courier.Meaning otherwise) {
        Function<JsonNode, Outcome> done = _ -> Outcome.Done.of(edit.message());
        Outcome outcome = courier.carry(
                address.chat(),
                request,
                said -> said.contains("message is not modified") ? Outcome.Done.of() : otherwise.of(said),
                done);
        return outcome instanceof Outcome.Done ? Outcome.Done.of(edit.message()) : outcome;
    }

    Outcome delete(Delete delete) {
        Address address = Address.of(delete.room());
        DeleteMessage request = new DeleteMessage(Long.toString(address.chat()), Address.number(delete.message()));
        return courier.carryUncounted(address.chat(), request, "message to delete not found", _ -> Outcome.Done.of());
    }

    /**
     * What only the person who pressed a button shall see is shown to them alone, where it is short. All else everybody in the group
     * sees: the Bot API has no other way before its version 10.2.
     */
    Outcome respond(Respond respond) {
        Address address = Address.of(respond.room());
        Asked what = Asked.of(respond.reply());
        Document document = respond.document();
        if (respond.onlyForThem()
                && !what.press().isEmpty()
                && document.choices().isEmpty()) {
            String words = scribe.letter(document, respond.language(), null).text();
            if (presses.tell(what.press(), words)) {
                return Outcome.Done.of();
            }
        }
        Outcome outcome = answer(respond, address, address.message(what.message()));
        presses.stop(what.press());
        return outcome;
    }

    private Outcome answer(Respond respond, Address address, MessageId asked) {
        List<Text> pieces = scribe.pieces(respond.document(), respond.language(), null);
        List<MessageId> standing = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            boolean last = i == pieces.size() - 1;
            Document part = piece(pieces.get(i), last ? respond.document() : null);
            Letter letter = scribe.letter(part, respond.language(), null);
            Outcome outcome = send(address, letter, asked);
            for (int tries = 0; i > 0 && tries < PATIENT_TRIES && outcome instanceof Outcome.Later later; tries++) {
                pause(later.delay());
                outcome = send(address, letter, asked);
            }
            if (i > 0 && outcome instanceof Outcome.Later later) {
                return new Outcome.Refused(Phrase.of(
                        "telegram.only-parts",
                        Text.of(Integer.toString(i)),
                        Text.of(Integer.toString(pieces.size())),
                        later.reason()));
            }
            if (!(outcome instanceof Outcome.Done done)) {
                return outcome;
            }
            standing.addAll(done.messages());
        }
        return new Outcome.Done(standing);
    }

    private Outcome send(Address address, Letter letter, @Nullable MessageId replyTo) {
        SendMessage request = new SendMessage(Long.toString(address.chat()), letter.text());
        request.setMessageThreadId(address.threadOrNull());
        request.setEntities(letter.entities());
        request.setReplyMarkup(letter.keyboard());
        if (replyTo != null) {
            ReplyParameters reply = new ReplyParameters();
            reply.setMessageId(Address.number(replyTo));
            reply.setAllowSendingWithoutReply(true);
            request.setReplyParameters(reply);
        }
        return courier.carry(address.chat(), request, "", result -> standing(address, result));
    }

    /** A message that stands without a number is still one that stands: it must not be sent again. */
    static Outcome standing(Address address, JsonNode message) {
        JsonNode number = message.path("message_id");
        return number.canConvertToInt() && number.isIntegralNumber()
                ? Outcome.Done.of(address.message(number.asInt()))
                : Outcome.Done.of();
    }

    private static Document piece(Text text, @Nullable Document last) {
        return new Document(Document.of(text).blocks(), last == null ? List.of() : last.choices());
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("stopped between two parts of an answer"));
        }
    }
}
