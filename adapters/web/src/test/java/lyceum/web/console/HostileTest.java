package lyceum.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lyceum.browser.Browser;
import lyceum.browser.Tab;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Mark;
import lyceum.kernel.document.Text;
import lyceum.kernel.person.Standing;
import lyceum.web.Payloads;
import org.junit.jupiter.api.Test;

/** Whatever people write, the console shows it and does nothing of it. */
class HostileTest {
    @Test
    void ofFiveHundredPayloadsInEveryPlaceNoneIsExecuted() throws IOException {
        List<String> payloads = Payloads.all();
        try (House house = new House();
                Browser browser = Browser.start();
                Tab tab = browser.tab()) {
            house.shown.set(everywhere(payloads));
            tab.go(house.link("mei", Standing.MODERATOR))
                    .until("document.getElementById('live').className === 'live on'");
            house.shown.set(everywhere(payloads).plus(new Block.Paragraph(Text.of("and all of it once more"))));
            house.changes.incrementAndGet();
            tab.sees("and all of it once more");

            assertThat(payloads).hasSizeGreaterThanOrEqualTo(500);
            assertThat(tab.troubles()).isEmpty();
            assertThat(tab.evaluate("typeof hit").asText()).isEqualTo("undefined");
            assertThat(tab.count(
                            "#sheet script, #sheet img, #sheet iframe, #sheet svg, #sheet style, #sheet object, base"))
                    .isZero();
            assertThat(tab.count(
                            "#sheet a[href^='javascript'], #sheet a[href^='data'], #sheet [onerror], #sheet [onfocus]"))
                    .isZero();
            assertThat(tab.address()).endsWith("/console/main");
            assertThat(tab.evaluate("document.body.innerText.includes('<script>hit(0)</script>')")
                            .asBoolean())
                    .isTrue();
        }
    }

    private static Document everywhere(List<String> payloads) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < payloads.size(); i++) {
            String payload = payloads.get(i);
            Text text = Text.of(payload);
            Text link = Text.of(payload, new Mark.Link(payload));
            Choice choice = new Choice("test:x", text, Choice.Weight.PLAIN);
            blocks.add(
                    switch (i % 8) {
                        case 0 -> new Block.Title(text);
                        case 1 -> new Block.Quotation(link);
                        case 2 -> new Block.Bullets(List.of(text, link));
                        case 3 -> new Block.Fields(List.of(new Block.Field(text, link)));
                        case 4 ->
                            new Block.Table(
                                    List.of(text),
                                    List.of(Block.Row.of(payload, link).offering(choice)),
                                    text);
                        case 5 ->
                            new Block.Card(
                                    payload, Block.Tone.BAD, Document.of(text).withChoices(choice));
                        case 6 ->
                            new Block.Form(
                                    "test",
                                    Map.of(payload, payload),
                                    List.of(
                                            Block.Input.line(payload, text, payload),
                                            new Block.Input(payload, text, Block.Input.Kind.LINES, payload, List.of()),
                                            new Block.Input(
                                                    payload,
                                                    text,
                                                    Block.Input.Kind.ONE_OF,
                                                    payload,
                                                    List.of(new Block.Pick(payload, text)))),
                                    text);
                        default ->
                            new Block.Links(List.of(new Block.Link(text, payload, Map.of(payload, payload), false)));
                    });
        }
        return new Document(blocks, List.of());
    }
}
