package lyceum.moderation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lyceum.moderation.classify.Features;
import lyceum.moderation.classify.LinearModel;
import lyceum.moderation.policy.Outcome;
import lyceum.moderation.policy.Policy;
import lyceum.moderation.rules.CapsRule;
import lyceum.moderation.rules.ClassifierRule;
import lyceum.moderation.rules.EmojiRule;
import lyceum.moderation.rules.FilesRule;
import lyceum.moderation.rules.FloodRule;
import lyceum.moderation.rules.InvitesRule;
import lyceum.moderation.rules.LanguageRule;
import lyceum.moderation.rules.Links;
import lyceum.moderation.rules.LinksRule;
import lyceum.moderation.rules.MentionsRule;
import lyceum.moderation.rules.NewcomerRule;
import lyceum.moderation.rules.PatternRule;
import lyceum.moderation.rules.PhishingRule;
import lyceum.moderation.rules.PicturesRule;
import lyceum.moderation.rules.RaidRule;
import lyceum.moderation.rules.RepeatRule;
import lyceum.moderation.rules.Rule;
import lyceum.moderation.rules.WordsRule;
import lyceum.moderation.rules.ZalgoRule;
import lyceum.moderation.words.Letters;
import lyceum.moderation.words.Lexicon;

/** Puts rules together into engines; the tables and models are read once and shared by all engines it makes. */
public final class Rulebook {
    private static final Set<String> RUN_WHEN_OPENED = Set.of(
            "exe", "scr", "bat", "cmd", "com", "msi", "vbs", "js", "jse", "wsf", "ps1", "jar", "apk", "lnk", "hta",
            "dll", "iso", "dmg", "pkg");
    private static final Set<UnicodeScript> READ = Set.of(UnicodeScript.LATIN, UnicodeScript.HAN);
    private final Letters letters = Letters.load();
    private final Engine.Limit limit;
    private final Lexicon adverts = Lexicon.of(lines("adverts.txt"), letters);
    private final Set<String> phishing = PhishingRule.shipped();
    private final LinearModel english = LinearModel.shipped("offence-en");
    private final LinearModel chinese = LinearModel.shipped("offence-zh");
    private final LinearModel spam = LinearModel.shipped("spam");

    public Rulebook(Engine.Limit limit) {
        this.limit = limit;
    }

    /** A list made ready, to be given to {@link #policy} or swapped into a {@link WordsRule}. */
    public Lexicon list(List<String> words) {
        return Lexicon.of(words, letters);
    }

    /** One list and no other rule: what stands there plainly is removed, what only a weak view shows is held. */
    public Engine words(List<String> words) {
        Policy alone = new Policy("words", Map.of("words", Outcome.REMOVE, "broken", Outcome.HOLD), 0);
        return new Engine(alone, List.of(new WordsRule(letters, list(words))), List.of(), limit);
    }

    /** All rules under a policy, with a list and patterns of one's own. */
    public Engine policy(Policy policy, Lexicon words, List<String> patterns) {
        return new Engine(policy, rules(words, patterns), List.of(), limit);
    }

    /** Just the named rules, each of which may hold. */
    public Engine only(Set<String> names) {
        List<Rule> named = rules(list(List.of()), List.of()).stream()
                .filter(rule -> names.contains(rule.name()))
                .toList();
        Policy holding = new Policy(
                "only", named.stream().collect(java.util.stream.Collectors.toMap(Rule::name, Rulebook::most)), 0);
        return new Engine(holding, named, List.of(), limit);
    }

    private static Outcome most(Rule rule) {
        return Policy.CLASSROOM.most().getOrDefault(rule.name(), Outcome.HOLD);
    }

    /** The names of all rules, for {@link #only}. */
    public List<String> names() {
        return rules(list(List.of()), List.of()).stream().map(Rule::name).toList();
    }

    private List<Rule> rules(Lexicon words, List<String> patterns) {
        Links links = new Links(letters.folds());
        Features features = new Features(letters.reader());
        return List.of(
                new WordsRule(letters, words),
                new WordsRule("adverts", letters, adverts),
                new PatternRule(patterns),
                new PhishingRule(links, phishing),
                new InvitesRule(links),
                new LinksRule(links, Set.of()),
                new NewcomerRule(Duration.ofDays(1), links),
                new CapsRule(12, 0.7),
                new ZalgoRule(4),
                new EmojiRule(8),
                new MentionsRule(5),
                new FloodRule(6, Duration.ofSeconds(8)),
                new RepeatRule(letters.reader(), new RepeatRule.Limits(12, 3, 3, Duration.ofMinutes(2))),
                new RaidRule(10, Duration.ofSeconds(20)),
                new FilesRule(RUN_WHEN_OPENED),
                new PicturesRule(List.of()),
                new LanguageRule(READ),
                new ClassifierRule("offence", features, new ClassifierRule.Models(english, chinese, 3)),
                new ClassifierRule("spam", features, new ClassifierRule.Models(spam, spam, 1)));
    }

    private static List<String> lines(String name) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Rulebook.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
