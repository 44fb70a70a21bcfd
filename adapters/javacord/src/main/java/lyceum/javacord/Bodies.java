package lyceum.javacord;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
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
import org.javacord.api.entity.message.MessageFlag;
import org.javacord.api.entity.message.component.ButtonStyle;
import org.javacord.api.entity.message.component.ComponentType;
import org.jspecify.annotations.Nullable;

/** Writes documents as the bodies of requests. Pure. */
final class Bodies {
    private static final int BUTTONS_A_ROW = 5;
    private static final int CALLED = 100;
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Plain plain;
    private final Fitting fitting;

    Bodies(Plain plain) {
        this.plain = plain;
        this.fitting = new Fitting(plain);
    }

    List<Post> fit(Post post) {
        return fitting.fit(post);
    }

    String content(Document document, Language language) {
        return fitting.content(document, language);
    }

    /** Discord knows the nonce again for some minutes; Javacord's own builder does not ask it to. */
    ObjectNode asBot(Post post, Nonce nonce) {
        ObjectNode body = message(plain.text(post.document(), post.language()), Set.of())
                .put("nonce", nonce.value())
                .put("enforce_nonce", true);
        if (post.replyTo() != null) {
            body.putObject("message_reference")
                    .put("message_id", post.replyTo().value())
                    .put("fail_if_not_exists", false);
        }
        return bearing(body, post.document().choices(), post.language());
    }

    /** @param answered the address of what it answers, which a webhook's message can only name; or null */
    ObjectNode asVoice(Post post, Voice voice, @Nullable String answered) {
        Text words = plain.text(post.document(), post.language());
        ObjectNode body = message(words, MarkdownWriter.called(words)).put("username", VoiceName.of(voice.name()));
        if (answered != null) {
            String shown = post.quoted() == null ? answered : post.quoted();
            Text named = Text.of("↪ ").plus(Text.of(shown, new Mark.Link(answered)));
            body.putArray("embeds").addObject().put("description", MarkdownWriter.write(named));
        }
        if (voice.avatar() != null && voice.avatar().startsWith("http")) {
            body.put("avatar_url", voice.avatar());
        }
        return bearing(body, post.document().choices(), post.language());
    }

    /** The new words of a message; what is too long for one is cut, since an edit has only one message. */
    ObjectNode edited(Document document, Language language) {
        ObjectNode body =
                message(fitting.one(document.withoutFiles(file -> file.fits(Uploads.MOST)), language), Set.of());
        body.putArray("components");
        return bearing(body, document.choices(), language);
    }

    /** An answer that the person who asked alone sees, in as many messages as it needs. */
    List<ObjectNode> answers(Document document, Language language) {
        List<ObjectNode> bodies = new ArrayList<>();
        fitting.pieces(document, language).forEach(piece -> bodies.add(message(piece, Set.of())));
        bearing(bodies.getLast(), document.choices(), language);
        return bodies;
    }

    static ObjectNode forOneAlone(ObjectNode body) {
        return body.put("flags", MessageFlag.EPHEMERAL.getId());
    }

    /** Nobody is called but these accounts: no role, and never everyone. */
    private static ObjectNode message(Text text, Collection<String> called) {
        ObjectNode body = JSON.objectNode().put("content", MarkdownWriter.write(text));
        ObjectNode mentions = body.putObject("allowed_mentions").put("replied_user", false);
        mentions.putArray("parse");
        ArrayNode users = mentions.putArray("users");
        called.stream().limit(CALLED).forEach(users::add);
        return body;
    }

    private ObjectNode bearing(ObjectNode body, List<Choice> choices, Language language) {
        ArrayNode rows = JSON.arrayNode();
        for (int i = 0; i < choices.size(); i++) {
            if (i % BUTTONS_A_ROW == 0) {
                rows.addObject().put("type", ComponentType.ACTION_ROW.value()).putArray("components");
            }
            Choice choice = choices.get(i);
            ((ArrayNode) rows.get(rows.size() - 1).get("components"))
                    .addObject()
                    .put("type", ComponentType.BUTTON.value())
                    .put("style", style(choice.weight()).getValue())
                    .put("label", plain.label(choice, language))
                    .put("custom_id", choice.id());
        }
        if (!choices.isEmpty()) {
            body.set("components", rows);
        }
        return body;
    }

    private static ButtonStyle style(Choice.Weight weight) {
        return switch (weight) {
            case PLAIN -> ButtonStyle.SECONDARY;
            case GOOD -> ButtonStyle.SUCCESS;
            case HARMFUL -> ButtonStyle.DANGER;
        };
    }
}
