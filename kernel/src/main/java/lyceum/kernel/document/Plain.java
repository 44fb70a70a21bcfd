package lyceum.kernel.document;

import java.util.ArrayList;
import java.util.List;
import lyceum.kernel.document.Block.Bullets;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Block.Fields;
import lyceum.kernel.document.Block.Paragraph;
import lyceum.kernel.document.Block.Quotation;
import lyceum.kernel.document.Block.Title;
import lyceum.kernel.person.Language;

/** The rules by which a document degrades to one formatted text, for platforms that have no layout of their own. */
public final class Plain {
    private final Phrases phrases;

    public Plain(Phrases phrases) {
        this.phrases = phrases;
    }

    /** All blocks as lines; the choices are left to the caller, who shows buttons or numbers. */
    public Text text(Document document, Language language) {
        List<Text> lines = new ArrayList<>();
        for (Block block : document.blocks()) {
            add(block, language, lines);
        }
        Text whole = Text.EMPTY;
        for (int i = 0; i < lines.size(); i++) {
            whole = whole.plus(i == 0 ? "" : "\n").plus(lines.get(i));
        }
        return whole;
    }

    public String label(Choice choice, Language language) {
        return phrases.render(choice.label(), language).plain();
    }

    public String line(Say say, Language language) {
        return phrases.render(say, language).plain();
    }

    private void add(Block block, Language language, List<Text> lines) {
        switch (block) {
            case Title title -> lines.add(marked(phrases.render(title.say(), language), new Mark.Bold()));
            case Paragraph paragraph -> lines.add(phrases.render(paragraph.say(), language));
            case Quotation quotation -> lines.add(marked(quotation.text(), new Mark.Quote()));
            case Bullets bullets ->
                bullets.items().forEach(item -> lines.add(Text.of("• ").plus(phrases.render(item, language))));
            case Fields fields -> fields.fields().forEach(field -> lines.add(field(field, language)));
        }
    }

    private Text field(Field field, Language language) {
        Text name = marked(phrases.render(field.name(), language), new Mark.Bold());
        return name.plus(language == Language.ZH ? "：" : ": ").plus(phrases.render(field.value(), language));
    }

    private static Text marked(Text text, Mark mark) {
        if (text.isEmpty()) {
            return text;
        }
        List<Span> spans = new ArrayList<>(text.spans());
        spans.addFirst(new Span(0, text.plain().length(), mark));
        return new Text(text.plain(), spans);
    }
}
