package lyceum.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page with all places side by side, and what it asks the sandbox for. */
class DemoPageTest {
    private final Sandbox sandbox = Sandbox.start(SandboxSettings.passingWithoutLimits());
    private final Visitor visitor = new Visitor(sandbox.url());

    @AfterEach
    void stop() {
        visitor.close();
        sandbox.close();
    }

    @Test
    void thePageRunsNothingButItsOwnFiles() throws Exception {
        HttpResponse<String> page = visitor.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).matches("text/html; ?charset=utf-8");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self';", "style-src 'self';")
                .doesNotContain("unsafe");
        assertThat(page.body())
                .doesNotContainPattern(
                        "<script(?! src=\"/demo/[a-z]+\\.js\" type=\"module\">)|<style|style=\"|\\son[a-z]+=");
    }

    @Test
    void whatThePageNamesIsThere() throws Exception {
        Set<String> named = Pattern.compile("(?:src|href)=\"(/[^\"]*)\"")
                .matcher(visitor.get("/").body())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).contains("/demo/demo.css", "/demo/demo.js");
        for (String path : named) {
            assertThat(visitor.get(path).statusCode()).as(path).isEqualTo(200);
        }
        assertThat(visitor.get("/demo/index.html%00.js").statusCode()).isNotEqualTo(200);
        assertThat(visitor.get("/demo/..%2f..%2f..%2fphrases%2fsandbox.en.properties")
                        .statusCode())
                .isNotEqualTo(200);
    }

    @Test
    void bothLanguagesSayTheSameThings() throws Exception {
        JsonNode english = visitor.json("/demo/phrases/en");
        JsonNode chinese = visitor.json("/demo/phrases/zh-Hans");

        assertThat(keys(english)).isNotEmpty().isEqualTo(keys(chinese));
        assertThat(chinese.path("send").asText()).isEqualTo("发送");
        for (String key : keys(english)) {
            assertThat(places(english.path(key).asText()))
                    .as(key)
                    .isEqualTo(places(chinese.path(key).asText()));
        }
        assertThat(visitor.get("/demo/phrases/tlh").statusCode()).isEqualTo(404);
    }

    @Test
    void everyPhraseThatThePageUsesExists() throws Exception {
        Set<String> used = new TreeSet<>();
        for (String script : List.of("demo.js", "place.js", "line.js", "form.js", "board.js")) {
            Pattern.compile("(?:say\\(|key: |label: |sample: )\"([a-z-]+)\"(?! \\+)")
                    .matcher(visitor.get("/demo/" + script).body())
                    .results()
                    .map(found -> found.group(1))
                    .forEach(used::add);
        }

        assertThat(used).isNotEmpty().isSubsetOf(keys(visitor.json("/demo/phrases/en")));
    }

    @Test
    void onlyTheNewestMessagesAreAskedFor() throws Exception {
        for (String room : List.of("discord/general", "telegram/general", "telegram/private")) {
            for (int i = 1; i <= 7; i++) {
                visitor.say(room, "ann", "line " + i);
            }

            JsonNode all = visitor.json("/sandbox/" + room + "/messages?who=ann");
            JsonNode three = visitor.json("/sandbox/" + room + "/messages?who=ann&last=3");

            assertThat(all.size()).as(room).isGreaterThanOrEqualTo(7);
            assertThat(three.findValuesAsText("text")).as(room).containsExactly("line 5", "line 6", "line 7");
            assertThat(visitor.get("/sandbox/" + room + "/messages?who=ann&last=-1")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    private static Set<String> keys(JsonNode phrases) {
        Set<String> keys = new TreeSet<>();
        phrases.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> places(String phrase) {
        return Pattern.compile("\\{\\d}")
                .matcher(phrase)
                .results()
                .map(MatchResult::group)
                .sorted()
                .toList();
    }
}
