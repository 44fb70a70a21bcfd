package lyceum.moderation.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.re2j.PatternSyntaxException;
import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import lyceum.moderation.text.Folds;
import lyceum.moderation.text.Reader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RulesTest {
    private static final Folds FOLDS = new Folds();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private final Links links = new Links(FOLDS);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "join discord.gg/abc now",
                "https://discord.com/invite/abc",
                "t.me/+AbCd",
                "see t.me/joinchat/xyz",
                "进群 https://jq.qq.com/?k=5",
                "hxxps://discord[.]gg/abc",
                "good.example/x and discord.gg/abc",
                "ｄiscord.gg/abc",
                "discоrd.gg/abc"
            })
    void anInvitationIsSeen(String text) {
        assertThat(new InvitesRule(links).judge(Post.of(text))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "discord.com/channels/1/2",
                "look at the t.me docs",
                "a.b.c",
                "version 1.2.3",
                "e.g. this",
                "mail me: ann@example.com",
                "wait...what",
                "好。就这样"
            })
    void ordinaryDotsAreNoInvitation(String text) {
        assertThat(new InvitesRule(links).judge(Post.of(text))).isEmpty();
    }

    @Test
    void anAllowedLinkDoesNotHideAnother() {
        Rule rule = new LinksRule(links, Set.of("example.org"));

        List<Signal> signals = rule.judge(Post.of("https://docs.example.org/a then https://bad.example.com/b"));

        assertThat(signals).extracting(Signal::evidence).containsExactly("https://bad.example.com/b");
        assertThat(signals.getFirst().start()).isEqualTo(32);
    }

    @ParameterizedTest
    @CsvSource({
        "http://free-gift.example/x, phishing",
        "https://sub.free-gift.example, phishing",
        "https://dlscord.com/nitro, look-alike",
        "https://discrod.com/nitro, look-alike",
        "https://disc0rd.com/nitro, look-alike",
        "https://paypal.com.login.example.com/, look-alike",
        "https://раураl.com/, look-alike"
    })
    void aStolenOrImitatedDomainIsSeen(String text, String kind) {
        Rule rule = new PhishingRule(links, Set.of("free-gift.example"));

        assertThat(rule.judge(Post.of("look " + text)))
                .extracting(Signal::severity)
                .containsExactly(kind.equals("phishing") ? 1 : 0.8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://discord.com/x",
                "https://cdn.discordapp.com/x",
                "https://www.paypal.com",
                "https://github.com/a",
                "https://record.com/",
                "https://gift.example/free-gift"
            })
    void trustedDomainsAreTrusted(String text) {
        assertThat(new PhishingRule(links, Set.of("free-gift.example")).judge(Post.of(text)))
                .isEmpty();
    }

    @Test
    void theShippedListIsLarge() {
        assertThat(PhishingRule.shipped()).hasSizeGreaterThan(20_000);
    }

    @ParameterizedTest
    @CsvSource({
        "caps, WHY DOES NOBODY ANSWER ME, why does NOBODY answer me",
        "zalgo, z\u0335\u031b\u0352\u0317\u0301a, cafe\u0301 ñandú",
        "emoji, 😀😀😀😀😀😀😀😀😀😀, well done 😀👍🏽👨‍👩‍👧",
        "mentions, @ann @bob @carla @dan @eve @fay hi, thanks @ann and @bob",
        "language, Привет как дела друзья, hello 你好 привет"
    })
    void floodsAndShapesAreTold(String name, String hit, String miss) {
        Rule rule = switch (name) {
            case "caps" -> new CapsRule(12, 0.7);
            case "zalgo" -> new ZalgoRule(4);
            case "emoji" -> new EmojiRule(8);
            case "mentions" -> new MentionsRule(5);
            default -> new LanguageRule(Set.of(UnicodeScript.LATIN, UnicodeScript.HAN));
        };

        assertThat(new Examples(List.of(hit), List.of(miss)).wrong(rule)).isEmpty();
    }

    @Test
    void everybodyIsNotCalled() {
        assertThat(new MentionsRule(5).judge(Post.of("hey @everyone"))).hasSize(1);
    }

    @Test
    void aSecondEndingDoesNotHideAProgram() {
        Rule rule = new FilesRule(Set.of("exe"));
        Post post = new Post(
                "",
                "a",
                "r",
                NOON,
                Post.Standing.UNKNOWN,
                List.of("homework.pdf.EXE", "notes.pdf", "x.\u202Efdp.exe "),
                List.of());

        assertThat(rule.judge(post))
                .extracting(Signal::evidence)
                .containsExactly("homework.pdf.EXE", "x.\u202Efdp.exe ");
    }

    @Test
    void aPictureThatDiffersInFewBitsIsTheSame() {
        Rule rule = new PicturesRule(List.of(0xFF00FF00FF00FF00L));

        assertThat(rule.judge(picture(0xFF00FF00FF00FF01L)))
                .extracting(Signal::severity)
                .containsExactly(0.95);
        assertThat(rule.judge(picture(0xFF00FF00FF00FF1FL)))
                .extracting(Signal::severity)
                .containsExactly(0.7);
        assertThat(rule.judge(picture(0x00FF00FF00FF00FFL))).isEmpty();
    }

    private static Post picture(long hash) {
        return new Post("", "a", "r", NOON, Post.Standing.UNKNOWN, List.of(), List.of(hash));
    }

    @Test
    void aFloodEndsWhenItsTimeIsOver() {
        Rule rule = new FloodRule(3, Duration.ofSeconds(10));
        for (int second = 0; second < 3; second++) {
            assertThat(rule.judge(said("ann", "hello", second))).isEmpty();
        }

        assertThat(rule.judge(said("ann", "hello", 3))).hasSize(1);
        assertThat(rule.judge(said("bob", "hello", 3))).isEmpty();
        assertThat(rule.judge(said("ann", "hello", 14))).isEmpty();
    }

    @Test
    void theSameTextInDisguiseIsTheSameText() {
        Rule rule = new RepeatRule(new Reader(FOLDS), new RepeatRule.Limits(8, 2, 2, Duration.ofMinutes(1)));

        assertThat(rule.judge(said("ann", "buy my course", 0))).isEmpty();
        assertThat(rule.judge(said("ann", "BUY  my course!", 1))).isEmpty();
        assertThat(rule.judge(said("ann", "buy\u200B my cоurse", 2)))
                .extracting(Signal::severity)
                .containsExactly(0.5);
        assertThat(rule.judge(said("bob", "buy my course", 3))).isEmpty();
        assertThat(rule.judge(said("eve", "b u y my course", 4)))
                .extracting(Signal::severity)
                .containsExactly(0.7);
        assertThat(rule.judge(said("eve", "buy my course", 90))).isEmpty();
    }

    @Test
    void manyNewVoicesAtOnceAreARaid() {
        Rule rule = new RaidRule(3, Duration.ofSeconds(10));
        for (int author = 0; author < 3; author++) {
            assertThat(rule.judge(said("a" + author, "hi", author))).isEmpty();
        }

        assertThat(rule.judge(said("a3", "hi", 3))).hasSize(1);
        assertThat(rule.judge(said("a0", "hi", 60))).isEmpty();
    }

    @Test
    void aNewcomersLinkIsHeldUntilTheyAreKnown() {
        Rule rule = new NewcomerRule(Duration.ofHours(1), links);
        Post.Standing fresh = new Post.Standing(Set.of(), "discord", NOON.minusSeconds(60));
        Post.Standing old = new Post.Standing(Set.of(), "discord", NOON.minusSeconds(7_200));

        assertThat(rule.judge(new Post("see example.com", "a", "r", NOON, fresh, List.of(), List.of())))
                .hasSize(1);
        assertThat(rule.judge(new Post("see example.com", "a", "r", NOON, old, List.of(), List.of())))
                .isEmpty();
        assertThat(rule.judge(Post.of("see example.com"))).isEmpty();
    }

    private static Post said(String author, String text, int second) {
        return Post.of(text, author, "general", NOON.plusSeconds(second));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "cheap\\s+loans cheap false",
                "(a|b)c+de de false",
                "\\d{3}-\\d{4} - true",
                "x?yz yz false",
                "abc|def \"\" false",
                "ab+cde cde false",
                "free(dom)? free false",
                "加.? 加 false",
                "加微信\\d+ 加微信 true"
            })
    void aPatternTellsWhatItNeeds(String pattern, String literal, boolean digit) {
        Requirement requirement = Requirement.of(pattern);

        assertThat(requirement.literal()).isEqualTo(literal.replace("\"\"", ""));
        assertThat(requirement.digit()).isEqualTo(digit);
    }

    @Test
    void aPatternFindsItsPlace() {
        Rule rule = new PatternRule(List.of("CHEAP\\s+loans", "\\d{3}-\\d{4}"));

        assertThat(rule.judge(Post.of("Cheap  Loans at 555-1234")))
                .extracting(Signal::evidence)
                .containsExactly("Cheap  Loans", "555-1234");
        assertThat(rule.judge(Post.of("nothing here"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(((a{0,50}){0,50}){0,50})", "(a{1,900})", "((a*){20}){40}"})
    void aPatternThatCostsTooMuchIsRefused(String pattern) {
        assertThatThrownBy(() -> new PatternRule(List.of(pattern))).isInstanceOf(PatternSyntaxException.class);
    }

    @Test
    void conditionsJoinRulesAndStandings() {
        Condition condition = new Condition.All(List.of(
                new Condition.Objects("links", 0.1),
                new Condition.Not(new Condition.HasRole("helper")),
                new Condition.Any(List.of(new Condition.InRoom("general"), new Condition.OnPlatform("twitch")))));
        Combined rule = new Combined("strangers", condition, 0.6, new Condition.Any(List.of()));
        List<Signal> link = List.of(new Signal("links", 1, "link", 0, 1, 0.4, "x"));
        Post stranger = said("ann", "x", 0);
        Post helper = new Post(
                "x",
                "bob",
                "general",
                NOON,
                new Post.Standing(Set.of("helper"), "discord", NOON),
                List.of(),
                List.of());

        assertThat(rule.judge(stranger, link)).hasSize(1);
        assertThat(rule.judge(stranger, List.of())).isEmpty();
        assertThat(rule.judge(helper, link)).isEmpty();
        assertThat(new Exempting(new CapsRule(3, 0.5), new Condition.HasRole("helper")).judge(helper))
                .isEmpty();
        assertThat(new Condition.YoungerThan(Duration.ofDays(1)).holds(helper, List.of()))
                .isTrue();
    }
}
