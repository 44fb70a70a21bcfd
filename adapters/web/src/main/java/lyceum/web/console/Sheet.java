package lyceum.web.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Block.Bullets;
import lyceum.kernel.document.Block.Card;
import lyceum.kernel.document.Block.Fields;
import lyceum.kernel.document.Block.Form;
import lyceum.kernel.document.Block.Input;
import lyceum.kernel.document.Block.Links;
import lyceum.kernel.document.Block.Notice;
import lyceum.kernel.document.Block.Paragraph;
import lyceum.kernel.document.Block.Quotation;
import lyceum.kernel.document.Block.Table;
import lyceum.kernel.document.Block.Title;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import lyceum.kernel.document.Text;
import lyceum.kernel.person.Language;

/**
 * A document as HTML. Blocks, rows and cards carry {@code data-key}, by which the script keeps what has not changed.
 *
 * @param seal against requests that other sites make in the reader's name
 * @param here the page's own address, to which buttons come back
 */
public record Sheet(Phrases phrases, Language language, String seal, String here) {
    /** As a piece of a page; its titles are of the second level. */
    public Markup of(Document document) {
        Markup out = new Markup();
        write(document, 2, out);
        return out;
    }

    private void write(Document document, int level, Markup out) {
        int number = 0;
        for (Block block : document.blocks()) {
            write(block, level, "b" + number, out);
            number++;
        }
        choices(document.choices(), label(document), out);
    }

    private void write(Block block, int level, String key, Markup out) {
        switch (block) {
            case Title title -> say("h" + level, title.say(), out, "data-key", key);
            case Paragraph paragraph -> say("p", paragraph.say(), out, "data-key", key);
            case Notice notice ->
                say("p", notice.say(), out, "data-key", key, "class", "notice " + name(notice.tone()));
            case Quotation quotation -> {
                out.open("blockquote", "data-key", key);
                Prose.write(quotation.text(), out);
                out.close("blockquote");
            }
            case Block.File file -> say("p", Text.of("📎 " + file.name()), out, "data-key", key);
            case Bullets bullets -> {
                out.open("ul", "data-key", key);
                bullets.items().forEach(item -> say("li", item, out));
                out.close("ul");
            }
            case Fields fields -> fields(fields, key, out);
            case Table table -> table(table, key, out);
            case Card card -> {
                out.open("section", "data-key", card.key(), "class", "card " + name(card.tone()));
                write(card.document(), level, out);
                out.close("section");
            }
            case Form form -> form(form, key, out);
            case Links links -> links(links, key, out);
        }
    }

    private void fields(Fields fields, String key, Markup out) {
        out.open("dl", "data-key", key);
        fields.fields().forEach(field -> {
            out.open("div");
            say("dt", field.name(), out);
            say("dd", field.value(), out);
            out.close("div");
        });
        out.close("dl");
    }

    private void table(Table table, String key, Markup out) {
        if (table.rows().isEmpty()) {
            say("p", table.empty(), out, "data-key", key, "class", "empty");
            return;
        }
        boolean acts = table.rows().stream().anyMatch(row -> !row.choices().isEmpty());
        out.open("div", "data-key", key, "class", "table")
                .open("table")
                .open("thead")
                .open("tr");
        table.columns().forEach(column -> say("th", column, out, "scope", "col"));
        if (acts) {
            out.open("th", "scope", "col")
                    .leaf("span", plain(Words.ACTIONS), "class", "unseen")
                    .close("th");
        }
        out.close("tr").close("thead").open("tbody");
        table.rows().forEach(row -> row(table, row, acts, out));
        out.close("tbody").close("table").close("div");
    }

    private void row(Table table, Block.Row row, boolean acts, Markup out) {
        out.open("tr", "data-key", row.key(), "class", name(row.tone()));
        for (int i = 0; i < row.cells().size(); i++) {
            String column = i < table.columns().size() ? plain(table.columns().get(i)) : "";
            say("td", row.cells().get(i), out, "data-label", column);
        }
        if (acts) {
            out.open("td", "class", "acts");
            choices(
                    row.choices(),
                    row.cells().stream().limit(2).map(this::plain).collect(Collectors.joining(", ")),
                    out);
            out.close("td");
        }
        out.close("tr");
    }

    private void choices(List<Choice> choices, String about, Markup out) {
        if (choices.isEmpty()) {
            return;
        }
        begin("choices", about, out);
        for (Choice choice : choices) {
            String label = plain(choice.label());
            out.leaf(
                    "button",
                    label,
                    "name",
                    "choice",
                    "value",
                    choice.id(),
                    "class",
                    choice.weight().name().toLowerCase(Locale.ROOT),
                    "aria-label",
                    about.isEmpty() ? label : label + " – " + about);
        }
        out.close("form");
    }

    private void form(Form form, String key, Markup out) {
        out.open("div", "data-key", key, "class", "panel");
        begin("fill", plain(form.label()), out);
        hidden("command", form.command(), out);
        new TreeMap<>(form.given()).forEach((name, value) -> hidden("option-" + name, value, out));
        for (Input input : form.inputs()) {
            out.open("label");
            say("span", input.label(), out);
            input(input, out);
            out.close("label");
        }
        out.leaf("button", plain(form.label()), "class", "good").close("form").close("div");
    }

    private void input(Input input, Markup out) {
        String name = "option-" + input.option();
        switch (input.kind()) {
            case LINE -> out.open("input", "name", name, "value", input.value(), "autocomplete", "off");
            case NUMBER -> out.open("input", "name", name, "value", input.value(), "inputmode", "numeric");
            case DATE_TIME -> out.open("input", "name", name, "value", input.value(), "type", "datetime-local");
            case LINES -> out.leaf("textarea", input.value(), "name", name, "rows", "4");
            case ONE_OF -> {
                out.open("select", "name", name);
                for (Block.Pick pick : input.values()) {
                    String label = plain(pick.label());
                    if (pick.value().equals(input.value())) {
                        out.leaf("option", label, "value", pick.value(), "selected", "");
                    } else {
                        out.leaf("option", label, "value", pick.value());
                    }
                }
                out.close("select");
            }
        }
    }

    private void links(Links links, String key, Markup out) {
        out.open("nav", "data-key", key, "class", "links", "aria-label", plain(Words.CHOOSE));
        for (Block.Link link : links.links()) {
            String[] attributes = link.here()
                    ? new String[] {"href", address(link.page(), link.query()), "aria-current", "true"}
                    : new String[] {"href", address(link.page(), link.query())};
            say("a", link.label(), out, attributes);
        }
        out.close("nav");
    }

    private void begin(String kind, String about, Markup out) {
        out.open("form", "method", "post", "action", Paths.ACT, "class", kind, "aria-label", about);
        hidden("seal", seal, out);
        hidden("back", here, out);
    }

    private static void hidden(String name, String value, Markup out) {
        out.open("input", "type", "hidden", "name", name, "value", value);
    }

    /** A card's choices are about its title. */
    private String label(Document document) {
        return document.blocks().stream()
                .filter(Title.class::isInstance)
                .findFirst()
                .map(block -> plain(((Title) block).say()))
                .orElse("");
    }

    void say(String element, Say say, Markup out, String... attributes) {
        out.open(element, attributes);
        Prose.write(phrases.render(say, language), out);
        out.close(element);
    }

    String plain(Say say) {
        return phrases.render(say, language).plain();
    }

    private static String address(String page, Map<String, String> query) {
        return Paths.CONSOLE + "/" + page + query(query);
    }

    /** As it stands in an address, with its question mark; empty where nothing is asked. */
    static String query(Map<String, String> query) {
        String asked = new TreeMap<>(query)
                .entrySet().stream()
                        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        return asked.isEmpty() ? "" : "?" + asked;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String name(Block.Tone tone) {
        return tone.name().toLowerCase(Locale.ROOT);
    }
}
