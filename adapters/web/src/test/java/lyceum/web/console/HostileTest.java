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
import org.junit.jupiter.api.Test;

/** Whatever people write, the console shows it and does nothing of it. */
class HostileTest {
    private static final List<String> WAYS_OUT = List.of(
            "%s",
            "\"%s",
            "'%s",
            "\">%s",
            "'>%s",
            "</p>%s",
            "</textarea>%s",
            "</title></style></script>%s",
            "-->%s",
            "]]>%s",
            "{{%s}}",
            "${%s}",
            "\u0000%s",
            "=%s",
            "@everyone %s",
            "\u202e%s",
            "`%s`",
            "[x](%s)");
    private static final List<String> DEEDS = List.of(
            "<script>hit(%d)</script>",
            "<ScRiPt src=data:,hit(%d)></sCrIpT>",
            "<img src=x onerror=hit(%d)>",
            "<svg/onload=hit(%d)>",
            "<svg><script>hit(%d)</script></svg>",
            "<body onload=hit(%d)>",
            "<input autofocus onfocus=hit(%d)>",
            "<details open ontoggle=hit(%d)>",
            "<iframe srcdoc='<script>parent.hit(%d)</script>'>",
            "<iframe src=javascript:parent.hit(%d)>",
            "<a href=javascript:hit(%d)>x</a>",
            "javascript:hit(%d)",
            " onmouseover=hit(%d) autofocus onfocus=hit(%1$d) x=",
            "<style onload=hit(%d)>*{color:red}</style>",
            "<meta http-equiv=refresh content=\"0;url=javascript:hit(%d)\">",
            "<base href=//evil.example/%d/>",
            "<object data=javascript:hit(%d)>",
            "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=hit(%d)&gt;\">",
            "<noscript><p title=\"</noscript><img src=x onerror=hit(%d)>\">",
            "cmd|'/c calc'!A%d",
            "HYPERLINK(\"javascript:hit(%d)\")",
            "<template><script>hit(%d)</script></template>",
            "&lt;script&gt;hit(%d)&lt;/script&gt;",
            "\\u003cscript\\u003ehit(%d)\\u003c/script\\u003e",
            "data:text/html,<script>parent.hit(%d)</script>",
            "<form action=//evil.example><button>hit %d</button></form>",
            "<link rel=stylesheet href=//evil.example/%d>",
            "<!--[if gte IE 4]><script>hit(%d)</script><![endif]-->");

    @Test
    void ofFiveHundredPayloadsInEveryPlaceNoneIsExecuted() throws IOException {
        List<String> payloads = payloads();
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

    private static List<String> payloads() {
        List<String> payloads = new ArrayList<>();
        for (String way : WAYS_OUT) {
            for (String deed : DEEDS) {
                payloads.add(way.formatted(deed.formatted(payloads.size())));
            }
        }
        return payloads;
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
