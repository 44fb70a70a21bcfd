package lyceum.kernel.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lyceum.kernel.document.Block.Bullets;
import lyceum.kernel.document.Block.Card;
import lyceum.kernel.document.Block.Field;
import lyceum.kernel.document.Block.Fields;
import lyceum.kernel.document.Block.File;
import lyceum.kernel.document.Block.Form;
import lyceum.kernel.document.Block.Link;
import lyceum.kernel.document.Block.Links;
import lyceum.kernel.document.Block.Notice;
import lyceum.kernel.document.Block.Paragraph;
import lyceum.kernel.document.Block.Quotation;
import lyceum.kernel.document.Block.Table;
import lyceum.kernel.document.Block.Title;
import lyceum.kernel.person.Language;

/** The rules by which a document degrades to one formatted text, for platforms that have no layout of their own. */
public final class Plain {
    private static final int THOUSAND = 1_000;

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
            case File file -> lines.add(Text.of(named(file)));
            case Bullets bullets ->
                bullets.items().forEach(item -> lines.add(Text.of("• ").plus(phrases.render(item, language))));
            case Fields fields -> fields.fields().forEach(field -> lines.add(field(field, language)));
            case Notice notice -> lines.add(marked(phrases.render(notice.say(), language), new Mark.Bold()));
            case Table table -> add(table, language, lines);
            case Card card -> card.document().blocks().forEach(inner -> add(inner, language, lines));
            case Form form -> lines.add(typed(form, language));
            case Links links ->
                lines.add(joined(links.links().stream().map(Link::label).toList(), language));
        }
    }

    /** A row is a line; the names of the columns are left out, since rows stand under them no longer. */
    private void add(Table table, Language language, List<Text> lines) {
        if (table.rows().isEmpty()) {
            lines.add(phrases.render(table.empty(), language));
        }
        table.rows().forEach(row -> lines.add(Text.of("• ").plus(joined(row.cells(), language))));
    }

    private Text joined(List<Say> says, Language language) {
        Text line = Text.EMPTY;
        for (Say say : says) {
            Text next = phrases.render(say, language);
            line = line.isEmpty() || next.isEmpty()
                    ? line.plus(next)
                    : line.plus(" · ").plus(next);
        }
        return line;
    }

    private Text typed(Form form, Language language) {
        StringBuilder command = new StringBuilder("/").append(form.command());
        form.given().values().forEach(value -> command.append(' ').append(value));
        form.inputs()
                .forEach(input -> command.append(" [").append(input.option()).append(']'));
        return phrases.render(form.label(), language)
                .plus(language == Language.ZH ? "：" : ": ")
                .plus(Text.of(command.toString(), new Mark.Code()));
    }

    private static String named(File file) {
        String name = "📎 " + file.name();
        if (file.size() <= 0) {
            return name;
        }
        double size = file.size();
        String unit = " B";
        for (String next : new String[] {" kB", " MB", " GB"}) {
            if (size >= THOUSAND) {
                size /= THOUSAND;
                unit = next;
            }
        }
        return name + String.format(Locale.ROOT, unit.equals(" B") ? " (%.0f%s)" : " (%.1f%s)", size, unit);
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
