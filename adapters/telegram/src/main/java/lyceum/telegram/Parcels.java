package lyceum.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Text;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Files;
import lyceum.kernel.platform.Outcome;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Files that the hub sends: each is a message, and the words stand under the first. */
final class Parcels {
    /** The most UTF-16 units of the words under a file. */
    static final int CAPTION = 1024;

    /** As much as Telegram lets a bot fetch; to send it may be more. */
    private static final long MOST = 20L << 20;

    private static final long LARGEST_PHOTO = 10L << 20;

    private final ObjectMapper json = JsonMapper.builder()
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();
    private final Remaking wire;
    private final Courier courier;
    private final Files files;

    Parcels(Remaking wire, Courier courier, Files files) {
        this.wire = wire;
        this.courier = courier;
        this.files = files;
    }

    static boolean sendable(Block.File file) {
        return file.fits(MOST);
    }

    /** The file of a piece, and its bytes. */
    record Parcel(Block.File file, RequestBody content, boolean photo) {}

    /** Empty where the piece has no file whose bytes can be had; blocks. */
    Optional<Parcel> of(Document document) {
        return document.files().stream()
                .filter(Parcels::sendable)
                .findFirst()
                .flatMap(file -> files.fetch(file, MOST)
                        .map(bytes -> new Parcel(
                                file,
                                RequestBody.create(bytes, null),
                                file.picture() && bytes.length <= LARGEST_PHOTO)));
    }

    /** Each file in a piece of its own, the words with the first where they are short enough for that. */
    static List<Document> pieces(Document document, List<Text> words, int longest) {
        List<Block.File> files =
                document.files().stream().filter(Parcels::sendable).toList();
        List<Document> pieces = new ArrayList<>();
        Document rest = document.withoutFiles(Parcels::sendable);
        if (longest <= CAPTION) {
            pieces.add(rest.plus(files.getFirst()));
        } else {
            words.forEach(text -> pieces.add(Document.of(text)));
            pieces.set(words.size() - 1, new Document(pieces.getLast().blocks(), rest.choices()));
        }
        files.stream()
                .skip(longest <= CAPTION ? 1 : 0)
                .forEach(file -> pieces.add(new Document(List.of(file), List.of())));
        return pieces;
    }

    /** A picture that Telegram cannot show is sent as a file. */
    Outcome send(Address address, Parcel parcel, Letter caption, @Nullable MessageId replyTo) {
        Courier.Meaning noPicture =
                said -> parcel.photo() && (said.contains("image_process_failed") || said.contains("photo_"))
                        ? send(address, new Parcel(parcel.file(), parcel.content(), false), caption, replyTo)
                        : null;
        String method = parcel.photo() ? "sendPhoto" : "sendDocument";
        Wire.Laden laden = form(address, parcel, caption, replyTo);
        Function<JsonNode, Outcome> done = message -> Speech.standing(address, message);
        return courier.carry(address.chat(), () -> wire.upload(method, laden), noPicture, done);
    }

    private Wire.Laden form(Address address, Parcel parcel, Letter caption, @Nullable MessageId replyTo) {
        ObjectNode fields = json.createObjectNode().put("chat_id", Long.toString(address.chat()));
        if (address.thread() != 0) {
            fields.put("message_thread_id", address.thread());
        }
        if (!caption.text().isEmpty()) {
            fields.put("caption", caption.text());
            fields.set("caption_entities", json.valueToTree(caption.entities()));
        }
        if (caption.keyboard() != null) {
            fields.set("reply_markup", json.valueToTree(caption.keyboard()));
        }
        if (replyTo != null) {
            fields.putObject("reply_parameters")
                    .put("message_id", Address.number(replyTo))
                    .put("allow_sending_without_reply", true);
        }
        return new Wire.Laden(
                fields, parcel.photo() ? "photo" : "document", parcel.file().name(), parcel.content());
    }
}
