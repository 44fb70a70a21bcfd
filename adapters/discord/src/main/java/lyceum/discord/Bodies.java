package lyceum.discord;

import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.Voice;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.markdown.Fitting;
import lyceum.kernel.markdown.MarkdownWriter;
import lyceum.kernel.markdown.VoiceName;
import lyceum.kernel.person.Language;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Writes documents as the bodies of Discord's requests. Pure. */
final class Bodies {
    static final int EPHEMERAL = 1 << 6;
    private static final int BUTTONS_A_ROW = 5;
    /** What Discord takes in one message. */
    private static final int CALLED = 100;

    private final Plain plain;
    private final Fitting fitting;

    Bodies(Plain plain) {
        this.plain = plain;
        this.fitting = new Fitting(plain);
    }

    /** The post in pieces that Discord takes. */
    List<Post> fit(Post post) {
        return fitting.fit(post);
    }

    String content(Document document, Language language) {
        return fitting.content(document, language);
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
        DataObject body = message(post.document(), post.language())
                .put("allowed_mentions", called(plain.text(post.document(), post.language())))
                .put("username", VoiceName.of(voice.name()));
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
        return said(fitting.one(document, language)).put("components", rows(document.choices(), language));
    }

    /** An answer to a command, in as many messages as it needs. */
    List<DataObject> answers(Document document, Language language) {
        List<DataObject> bodies = new ArrayList<>();
        fitting.pieces(document, language).forEach(piece -> bodies.add(said(piece)));
        if (!document.choices().isEmpty()) {
            bodies.getLast().put("components", rows(document.choices(), language));
        }
        return bodies;
    }

    private DataObject message(Document document, Language language) {
        DataObject body = said(plain.text(document, language));
        if (!document.choices().isEmpty()) {
            body.put("components", rows(document.choices(), language));
        }
        return body;
    }

    /** Nothing that the hub says itself calls anybody. */
    static DataObject said(Text text) {
        return DataObject.empty()
                .put("content", MarkdownWriter.write(text))
                .put("allowed_mentions", calling(DataArray.empty()));
    }

    /** Whom somebody mentions by an account is called, and nobody else: no role, and never everyone. */
    private static DataObject called(Text text) {
        DataArray users = DataArray.empty();
        MarkdownWriter.called(text).stream().limit(CALLED).forEach(users::add);
        return calling(users);
    }

    private static DataObject calling(DataArray users) {
        return DataObject.empty()
                .put("parse", DataArray.empty())
                .put("users", users)
                .put("replied_user", false);
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
