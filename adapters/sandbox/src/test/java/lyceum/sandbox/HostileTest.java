package lyceum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lyceum.sandbox.world.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people write stays text: the {@code html} of a message holds nothing that a browser would run. */
class HostileTest {
    private static final Set<String> TAGS =
            Set.of("b", "i", "u", "s", "a", "br", "pre", "code", "span", "blockquote", "tg-spoiler", "tg-emoji");
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-z-]+)((?: (?:href|class|emoji-id)=\"[^\"<>]*\"| expandable)*)>");
    private static final Pattern ADDRESS = Pattern.compile("href=\"([^\"]*)\"");
    private static final List<String> DEEDS = List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<svg/onload=alert(1)>",
            "<a href=javascript:alert(1)>x</a>",
            "<a href=\"javascript:alert(1)\">x</a>",
            "[x](javascript:alert(1))",
            "[x](https://a.example/\"onmouseover=\"alert(1))",
            "https://a.example/\"onmouseover=\"alert(1)",
            "https://a.example/'onmouseover='alert(1)",
            "https://a.example/**x**__y__`z`||w||",
            "[https://a.example](https://b.example)",
            "[**x](https://b.example/**)",
            "<iframe srcdoc=\"<script>alert(1)</script>\">",
            "</span><script>alert(1)</script>",
            "```<script>alert(1)</script>```",
            "`<script>alert(1)</script>`",
            "> <script>alert(1)</script>",
            "||<b onclick=alert(1)>x</b>||",
            "<@500000000000000001><script>",
            "data:text/html,<script>alert(1)</script>",
            "\u0000<scr\u0000ipt>alert(1)</script>",
            "\u202e<script>\u202c",
            "<style>*{display:none}</style>",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "&#60;script&#62;alert(1)");
    private static final List<String> WRAPS =
            List.of("%s", "**%s**", "hello %s and https://x.example %s", "_%s_\n> %s");

    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Visitor visitor = new Visitor(sandbox.url());

    @AfterEach
    void stop() {
        visitor.close();
        sandbox.close();
    }

    @Test
    void nothingThatPeopleWriteBecomesMoreThanFormatting() throws Exception {
        List<String> payloads = new ArrayList<>();
        for (String wrap : WRAPS) {
            DEEDS.forEach(deed -> payloads.add(wrap.replace("%s", deed)));
        }
        assertThat(payloads).hasSize(100);

        for (String room : List.of("discord/general", "telegram/general")) {
            for (String payload : payloads) {
                visitor.say(room, "ann", payload);
            }
            JsonNode seen = visitor.json("/sandbox/" + room + "/messages?last=100");
            assertThat(seen.size()).isEqualTo(100);
            seen.forEach(message -> assertHarmless(message.path("html").asText()));
        }
    }

    @Test
    void formattedTelegramTextIsNoMoreThanFormattingEither() throws Exception {
        List<String> formatted = List.of(
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"data:text/html,x\">x</a>",
                "<a href=\"https://a.example/&quot; onclick=&quot;alert(1)\">x</a>",
                "<a href=\"javascript://a.example/%0aalert(1)\">x</a>",
                "<pre><code class=\"language-x&quot; onclick=&quot;alert(1)\">x</code></pre>",
                "<tg-emoji emoji-id=\"1&quot; onclick=&quot;alert(1)\">😀</tg-emoji>");
        for (String html : formatted) {
            visitor.post("telegram/general/say", Json.object().put("who", "ann").put("html", html));
        }

        visitor.json("/sandbox/telegram/general/messages")
                .forEach(message -> assertHarmless(message.path("html").asText()));
    }

    @Test
    void aHostileNameIsTextInAMention() throws Exception {
        visitor.say("discord/general", "<img src=x onerror=alert(1)>", "it is me");
        String id = visitor.json("/sandbox/discord/people/%3Cimg%20src=x%20onerror=alert(1)%3E")
                .path("id")
                .asText();

        visitor.say("discord/general", "ann", "hello <@" + id + ">");

        JsonNode last = visitor.json("/sandbox/discord/general/messages?last=1").get(0);
        assertThat(last.path("html").asText()).contains("@&lt;img src=x onerror=alert(1)&gt;");
        assertHarmless(last.path("html").asText());
    }

    private static void assertHarmless(String html) {
        Matcher tags = TAG.matcher(html);
        List<MatchResult> found = tags.results().toList();
        assertThat(found).allSatisfy(tag -> assertThat(TAGS).as(html).contains(tag.group(2)));
        assertThat(tags.replaceAll("")).as(html).doesNotContain("<", ">", "\"");
        ADDRESS.matcher(html)
                .results()
                .forEach(address -> assertThat(address.group(1)).as(html).matches("(https?|tg|ton|tonsite)://.*"));
    }
}
