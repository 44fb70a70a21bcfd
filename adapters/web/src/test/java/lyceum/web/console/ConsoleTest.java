package lyceum.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.document.Block;
import lyceum.kernel.document.Choice;
import lyceum.kernel.document.Document;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Text;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.id.AuthorId;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.person.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes into the console, what they see there, and what becomes of what they press. */
class ConsoleTest {
    private final HttpClient visitor = House.visitor();
    private House house;

    @BeforeEach
    void given() throws IOException {
        house = new House();
        house.shown.set(
                Document.of(Text.of("first")).withChoices(new Choice("test:go:1", Text.of("Go"), Choice.Weight.GOOD)));
    }

    @AfterEach
    void close() {
        visitor.close();
        house.close();
    }

    private String signIn(Standing standing) throws Exception {
        return House.get(visitor, house.link("mei", standing)).body();
    }

    private HttpResponse<String> act(String page, String fields) throws Exception {
        return House.post(visitor, house.at(Paths.ACT), "seal=" + House.seal(page) + "&" + fields);
    }

    @Test
    void aLinkSignsInOnceAndItsSecondUseIsRefusedInWords() throws Exception {
        URI link = house.link("mei", Standing.MODERATOR);
        HttpResponse<String> first = House.get(visitor, link);
        HttpResponse<String> second = House.get(House.visitor(), link);

        assertThat(first.uri().getPath()).isEqualTo("/console/main");
        assertThat(first.body()).contains("first", "mei", "moderator");
        assertThat(second.statusCode()).isEqualTo(410);
        assertThat(second.body()).contains("This link was used already", "/console");
        assertThat(House.get(House.visitor(), link, "Accept-Language", "zh-CN").body())
                .contains("这个链接已经用过");
    }

    @Test
    void aChatThatLooksBehindALinkDoesNotUseItUp() throws Exception {
        URI link = house.link("mei", Standing.MODERATOR);
        HttpResponse<String> looked =
                House.get(House.visitor(), link, "User-Agent", "Mozilla/5.0 (compatible; Discordbot/2.0)");

        assertThat(looked.body()).contains("Sign in").doesNotContain("first");
        assertThat(looked.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(House.get(visitor, link).body()).contains("first");
    }

    @Test
    void aLinkAndASessionEnd() throws Exception {
        URI link = house.link("mei", Standing.MODERATOR);
        house.now.set(House.NOW.plus(Duration.ofMinutes(11)));
        assertThat(House.get(visitor, link).statusCode()).isEqualTo(410);

        signIn(Standing.MODERATOR);
        assertThat(House.get(visitor, house.at("/console/main")).statusCode()).isEqualTo(200);
        house.now.set(House.NOW.plus(Duration.ofHours(13)));
        assertThat(House.get(visitor, house.at("/console/main")).statusCode()).isEqualTo(403);
    }

    @Test
    void theCookieIsForThisServerAloneAndForNoScript() throws Exception {
        try (House outside = new House(Optional.of(URI.create("https://class.example")));
                HttpClient still = HttpClient.newHttpClient()) {
            String cookie = House.get(still, outside.link("mei", Standing.CREATOR))
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();
            assertThat(cookie).contains("; HttpOnly", "; SameSite=Lax", "; Secure", "Path=/", "Max-Age=43200");
            assertThat(outside.console().invite(mei(), Duration.ofMinutes(1)).toString())
                    .startsWith("https://class.example/console/");
        }
    }

    private static Speaker mei() {
        return new Speaker(AuthorId.parse("discord:1"), "mei", null, Standing.MODERATOR, false, null);
    }

    @Test
    void whoIsNotSignedInIsToldHowAndSeesNothing() throws Exception {
        for (String path : List.of("/console", "/console/main", "/console/-/live/main", "/console/nothing")) {
            HttpResponse<String> answer = House.get(visitor, house.at(path));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("You are not signed in").doesNotContain("first");
        }
    }

    @Test
    void aPageForCreatorsIsNeitherShownNorNamedToModerators() throws Exception {
        String page = signIn(Standing.MODERATOR);

        assertThat(page).doesNotContain("/console/secret");
        assertThat(House.get(visitor, house.at("/console/secret")).statusCode()).isEqualTo(404);
        assertThat(signIn(Standing.CREATOR)).contains("/console/secret");
        assertThat(House.get(visitor, house.at("/console/secret")).body()).contains("first");
    }

    @Test
    void pagesRunNoScriptButTheirOwnAndLeadNobodyAstray() throws Exception {
        HttpResponse<String> page = House.get(visitor, house.link("mei", Standing.MODERATOR));

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'; style-src 'self';")
                .contains("form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.headers().map())
                .containsEntry("X-Content-Type-Options", List.of("nosniff"))
                .containsEntry("X-Frame-Options", List.of("DENY"))
                .containsEntry("Referrer-Policy", List.of("no-referrer"))
                .containsEntry("Cache-Control", List.of("no-store"));
        assertThat(page.body()).contains("Ada &amp; &lt;friends&gt;").doesNotContain(" style=", " onclick");
    }

    @Test
    void aButtonIsHeardAsTheReadersChoiceAndItsAnswerIsToldOnce() throws Exception {
        String page = signIn(Standing.MODERATOR);

        HttpResponse<String> answer = act(page, "choice=test:go:1&back=/console/main");

        assertThat(answer.uri().getPath()).isEqualTo("/console/main");
        assertThat(answer.body()).contains("heard ChoiceMade");
        assertThat(House.get(visitor, house.at("/console/main")).body()).doesNotContain("heard ChoiceMade");
        assertThat(house.heard).singleElement().isInstanceOfSatisfying(ChoiceMade.class, made -> {
            assertThat(made.choice()).isEqualTo("test:go:1");
            assertThat(made.speaker().id()).hasToString("discord:mei");
            assertThat(made.speaker().standing()).isEqualTo(Standing.MODERATOR);
            assertThat(made.key().platform()).hasToString("console");
            assertThat(made.at()).isEqualTo(House.NOW);
        });
    }

    @Test
    void aFormGivesACommandWithWhatWasFilledIn() throws Exception {
        house.shown.set(new Document(
                List.of(new Block.Form(
                        "class",
                        Map.of("verb", "new"),
                        List.of(
                                Block.Input.line("title", Text.of("Title"), "Sorting"),
                                Block.Input.line("zone", Text.of("Zone"), "")),
                        Text.of("Make"))),
                List.of()));
        String page = signIn(Standing.CREATOR);
        assertThat(page).contains("name=\"option-title\" value=\"Sorting\"");

        act(page, "command=class&option-verb=new&option-title=%E6%8E%92%E5%BA%8F+&option-zone=&back=/console/main");

        assertThat(house.heard).singleElement().isInstanceOfSatisfying(CommandInvoked.class, invoked -> {
            assertThat(invoked.command()).isEqualTo("class");
            assertThat(invoked.options()).isEqualTo(Map.of("verb", "new", "title", "排序"));
        });
    }

    @Test
    void whatAnotherSiteSendsInTheReadersNameIsRefused() throws Exception {
        String page = signIn(Standing.CREATOR);

        assertThat(House.post(visitor, house.at(Paths.ACT), "choice=test:go:1").statusCode())
                .isEqualTo(403);
        assertThat(House.post(
                                visitor,
                                house.at(Paths.ACT),
                                "choice=test:go:1&seal=" + House.seal(page),
                                "Sec-Fetch-Site",
                                "cross-site")
                        .statusCode())
                .isEqualTo(403);
        assertThat(House.get(visitor, house.at(Paths.ACT)).statusCode()).isEqualTo(405);
        assertThat(house.heard).isEmpty();
    }

    @Test
    void nobodyIsSentAwayFromTheConsole() throws Exception {
        String page = signIn(Standing.MODERATOR);
        for (String back : List.of("https://evil.example", "//evil.example", "/console/main%0d%0aSet-Cookie:x", "")) {
            assertThat(act(page, "choice=test:go:1&back=" + back).uri().getPath())
                    .isEqualTo("/console/main");
        }
    }

    @Test
    void theReaderChoosesTheLanguageAndSignsOut() throws Exception {
        String page = signIn(Standing.MODERATOR);
        assertThat(House.get(visitor, house.at("/console/main?lang=zh-Hans")).body())
                .contains("<html lang=\"zh-Hans\">", "控制台", "管理员");
        assertThat(House.get(visitor, house.at("/console/main")).body()).contains("<html lang=\"zh-Hans\">");

        HttpResponse<String> left = House.post(visitor, house.at(Paths.LEAVE), "seal=" + House.seal(page));

        assertThat(left.body()).contains("signed out");
        assertThat(House.get(visitor, house.at("/console/main")).statusCode()).isEqualTo(403);
    }

    @Test
    void whoLooksIsSentWhatChanges() throws Exception {
        signIn(Standing.MODERATOR);
        HttpRequest request =
                HttpRequest.newBuilder(house.at("/console/-/live/main")).build();
        HttpResponse<InputStream> stream = visitor.send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            assertThat(next(lines)).contains("first");
            house.shown.set(Document.of(Text.of("second <b>")));
            house.changes.incrementAndGet();
            assertThat(next(lines)).contains("second &lt;b&gt;");
        }
    }

    @Test
    void bothLanguagesHaveTheSamePhrases() {
        Phrases phrases = Phrases.of("console");
        assertThat(phrases.keys(Language.EN)).isEqualTo(phrases.keys(Language.ZH));
    }

    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (!line.startsWith("data: ")) {
            line = lines.readLine();
        }
        return line;
    }
}
