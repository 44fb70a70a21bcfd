package lyceum.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLConnection;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import lyceum.sandbox.world.Json;

/** Photos and files that a bot sends: uploaded now, or sent before and named by their id. */
record Media(Ask ask) {
    private static final int LARGEST_PHOTO = 10 * 1024 * 1024;
    private static final int LARGEST_FILE = 50 * 1024 * 1024;

    /** The message field for a parameter {@code photo}, {@code document} or {@code voice}. */
    ObjectNode fields(String kind, String reference) {
        Upload upload = reference.startsWith("attach://")
                ? ask.args().attached(reference)
                : ask.args().upload(kind);
        FileShelf.Stored file = upload == null ? sentBefore(kind, reference) : shelved(kind, upload);
        return described(kind, file);
    }

    private FileShelf.Stored sentBefore(String kind, String id) {
        if (id.isEmpty()) {
            throw ApiError.bad("there is no " + kind + " in the request");
        }
        if (id.startsWith("http://") || id.startsWith("https://")) {
            throw ApiError.bad("failed to get HTTP URL content");
        }
        FileShelf.Stored file = ask.telegram().files().byId(id);
        if (file == null) {
            throw ApiError.bad("wrong remote file identifier specified: Wrong string length");
        }
        return file;
    }

    private FileShelf.Stored shelved(String kind, Upload upload) {
        int size = upload.bytes().length;
        if (size == 0) {
            throw ApiError.bad("file must be non-empty");
        }
        if (size > (kind.equals("photo") ? LARGEST_PHOTO : LARGEST_FILE)) {
            throw new ApiError(413, "Request Entity Too Large", null);
        }
        return shelve(ask.telegram(), kind, upload);
    }

    static FileShelf.Stored shelve(Telegram telegram, String kind, Upload upload) {
        FileShelf.Stored file = telegram.files().put(kind.equals("voice") ? "voice" : kind + "s", upload);
        telegram.store().shelved(file);
        return file;
    }

    /** How a message shows a file. */
    static ObjectNode described(String kind, FileShelf.Stored file) {
        ObjectNode fields = Json.object();
        switch (kind) {
            case "photo" -> fields.putArray("photo").add(measured(file));
            case "voice" -> fields.set("voice", file.json().put("duration", 1).put("mime_type", "audio/ogg"));
            default ->
                fields.set(
                        "document",
                        file.json()
                                .put("file_name", file.upload().name())
                                .put("mime_type", file.upload().type()));
        }
        return fields;
    }

    private static ObjectNode measured(FileShelf.Stored file) {
        try (ImageInputStream in = ImageIO.createImageInputStream(
                new ByteArrayInputStream(file.upload().bytes()))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (readers.hasNext()) {
                ImageReader reader = readers.next();
                reader.setInput(in);
                return file.json().put("width", reader.getWidth(0)).put("height", reader.getHeight(0));
            }
        } catch (IOException broken) {
            throw ApiError.bad("IMAGE_PROCESS_FAILED");
        }
        throw ApiError.bad("IMAGE_PROCESS_FAILED");
    }

    /** The media type that a file's name says, as Telegram takes it whatever the sender states. */
    static String type(String name) {
        String guessed = name.endsWith(".ogg") ? "audio/ogg" : URLConnection.guessContentTypeFromName(name);
        return guessed == null ? "application/octet-stream" : guessed;
    }

    /** Whether bytes are a picture that Telegram would show as a photo. */
    static boolean picture(Upload upload) {
        return upload.type().equals("image/png") || upload.type().equals("image/jpeg");
    }
}
