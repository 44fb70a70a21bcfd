package lyceum.discord;

import java.util.ArrayList;
import java.util.List;
import lyceum.discord.markdown.MarkdownWriter;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Pieces;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.person.Language;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Writes documents as the bodies of Discord's requests. Pure. */
final class Bodies {
    static final int EPHEMERAL = 1 << 6;
    private static final int LONGEST = 2_000;
    private static final int BUTTONS_A_ROW = 5;
    private static final int BUTTONS_A_MESSAGE = 25;
    private static final String MORE = "…";

    private final Plain plain;

    Bodies(Plain plain) {
        this.plain = plain;
    }

    /** The post in pieces that Discord takes: only the first is a reply, and the buttons stand below the last. */
    List<Post> fit(Post post) {
        Document document = post.document();
        List<Choice> choices = document.choices();
        List<Text> whole = pieces(document, post.language());
        if (whole.size() == 1 && choices.size() <= BUTTONS_A_MESSAGE) {
            return List.of(post);
        }
        List<Text> texts = pieces(document.withoutFiles(_ -> true), post.language());
        List<Document> documents = new ArrayList<>();
        texts.forEach(text -> documents.add(Document.of(text)));
        for (int i = 0; i < choices.size(); i += BUTTONS_A_MESSAGE) {
            List<Choice> some = choices.subList(i, Math.min(choices.size(), i + BUTTONS_A_MESSAGE));
            Document bearer = i == 0 ? documents.removeLast() : Document.of(Text.of(MORE));
            documents.add(new Document(bearer.blocks(), some));
        }
        if (!document.files().isEmpty()) {
            documents.add(new Document(List.copyOf(document.files()), List.of()));
        }
        List<Post> posts = new ArrayList<>();
        for (Document piece : documents) {
            var replyTo = posts.isEmpty() ? post.replyTo() : null;
            posts.add(post.withDocument(piece).answering(replyTo));
        }
        return posts;
    }

    List<Text> pieces(Document document, Language language) {
        Text text = plain.text(document, language);
        return Pieces.of(text, LONGEST, piece -> MarkdownWriter.write(piece).length());
    }

    String content(Document document, Language language) {
        return MarkdownWriter.write(plain.text(document, language));
    }

    DataObject asBot(Post post, Nonce nonce) {
        DataObject body = message(post.document(), post.language())
                .put("nonce", nonce.value())
                .put("enforce_nonce", true);
        if (post.replyTo() != null) {
            body.put(
                    "message_reference",
                    DataObject.empty().put("message_id", post.replyTo().value()).put("fail_if_not_exists", false));
        }
        return body;
    }

    /**
     * A webhook's message cannot be a reply: what it answers is named below it, with the way there.
     *
     * @param answered the address of what it answers, or null
     */
    DataObject asVoice(Post post, Voice voice, @Nullable String answered) {
        DataObject body = message(post.document(), post.language()).put("username", VoiceName.of(voice.name()));
        if (answered != null) {
            String words = post.quoted() == null ? answered : post.quoted();
            Text named = Text.of("↪ ").plus(Text.of(words, new Mark.Link(answered)));
            body.put(
                    "embeds",
                    DataArray.empty().add(DataObject.empty().put("description", MarkdownWriter.write(named))));
        }
        if (voice.avatar() != null && voice.avatar().startsWith("http")) {
            body.put("avatar_url", voice.avatar());
        }
        return body;
    }

    /** The new words of a message; what is too long for one is cut, since an edit has only one message. */
    DataObject edited(Document shown, Language language) {
        Document document = shown.withoutFiles(file -> file.fits(Upload.MOST));
        List<Text> texts = pieces(document, language);
        if (texts.size() == 1) {
            return message(document, language).put("components", rows(document.choices(), language));
        }
        Text room = plain.text(document, language);
        Text first = Pieces.of(
                        room,
                        LONGEST - MORE.length(),
                        piece -> MarkdownWriter.write(piece).length())
                .getFirst();
        return said(MarkdownWriter.write(first) + MORE).put("components", rows(document.choices(), language));
    }

    /** An answer to a command, in as many messages as it needs. */
    List<DataObject> answers(Document document, Language language) {
        List<DataObject> bodies = new ArrayList<>();
        pieces(document, language).forEach(piece -> bodies.add(said(MarkdownWriter.write(piece))));
        if (!document.choices().isEmpty()) {
            bodies.getLast().put("components", rows(document.choices(), language));
        }
        return bodies;
    }

    private DataObject message(Document document, Language language) {
        DataObject body = said(content(document, language));
        if (!document.choices().isEmpty()) {
            body.put("components", rows(document.choices(), language));
        }
        return body;
    }

    /** Nothing that is said calls anybody. */
    static DataObject said(String content) {
        return DataObject.empty()
                .put("content", content)
                .put(
                        "allowed_mentions",
                        DataObject.empty().put("parse", DataArray.empty()).put("replied_user", false));
    }

    private DataArray rows(List<Choice> choices, Language language) {
        DataArray rows = DataArray.empty();
        for (int i = 0; i < choices.size(); i += BUTTONS_A_ROW) {
            DataArray buttons = DataArray.empty();
            choices.subList(i, Math.min(choices.size(), i + BUTTONS_A_ROW))
                    .forEach(choice -> buttons.add(DataObject.empty()
                            .put("type", 2)
                            .put("style", style(choice.weight()))
                            .put("label", plain.label(choice, language))
                            .put("custom_id", choice.id())));
            rows.add(DataObject.empty().put("type", 1).put("components", buttons));
        }
        return rows;
    }

    private static int style(Choice.Weight weight) {
        return switch (weight) {
            case PLAIN -> 2;
            case GOOD -> 3;
            case HARMFUL -> 4;
        };
    }
}
