package lyceum.kernel.markdown;

import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Pieces;
import lyceum.kernel.document.Plain;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.person.Language;

/** Cuts documents into messages that Discord takes: 2,000 characters of markdown, and 25 buttons. Pure. */
public final class Fitting {
    private static final int LONGEST = 2_000;
    private static final int BUTTONS_A_MESSAGE = 25;
    private static final String MORE = "…";

    private final Plain plain;

    public Fitting(Plain plain) {
        this.plain = plain;
    }

    /** The post in pieces: only the first is a reply, and the buttons stand below the last. */
    public List<Post> fit(Post post) {
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

    /** The words in as many messages as they need. */
    public List<Text> pieces(Document document, Language language) {
        return cut(plain.text(document, language), LONGEST);
    }

    /** The words in one message: what is too long is cut, and ends in an ellipsis. */
    public Text one(Document document, Language language) {
        Text whole = plain.text(document, language);
        return MarkdownWriter.write(whole).length() <= LONGEST
                ? whole
                : cut(whole, LONGEST - MORE.length()).getFirst().plus(MORE);
    }

    /** How the words are written. */
    public String content(Document document, Language language) {
        return MarkdownWriter.write(plain.text(document, language));
    }

    private static List<Text> cut(Text text, int longest) {
        return Pieces.of(text, longest, piece -> MarkdownWriter.write(piece).length());
    }
}
