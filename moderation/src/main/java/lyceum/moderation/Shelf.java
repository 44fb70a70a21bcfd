package lyceum.moderation;

import java.lang.Character.UnicodeScript;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lyceum.moderation.classify.Features;
import lyceum.moderation.file.RuleEntry;
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

/** Makes rules for one engine: as they come with the program, or as an entry of a file wants them. */
final class Shelf {
    static final String WORDS = "words";
    static final String WATCHED = "watched";
    /** The rules that come with the program, in the order in which they are asked. */
    static final List<String> NAMES = List.of(
            WORDS,
            WATCHED,
            "adverts",
            "patterns",
            "phishing",
            "invites",
            "links",
            "newcomer",
            "caps",
            "zalgo",
            "emoji",
            "mentions",
            "flood",
            "repeat",
            "raid",
            "files",
            "pictures",
            "language",
            "offence",
            "spam");

    /** Those that remember who said what when. */
    static final Set<String> REMEMBERING = Set.of("flood", "repeat", "raid");

    private static final Set<String> RUN_WHEN_OPENED = Set.of(
            "exe", "scr", "bat", "cmd", "com", "msi", "vbs", "js", "jse", "wsf", "ps1", "jar", "apk", "lnk", "hta",
            "dll", "iso", "dmg", "pkg");
    private static final Set<UnicodeScript> READ = Set.of(UnicodeScript.LATIN, UnicodeScript.HAN);
    private static final double SHARPNESS = 3;
    private final Tables tables;
    private final Links links;
    private final Supplier<Features> features;

    Shelf(Tables tables) {
        this.tables = tables;
        this.links = new Links(tables.letters().folds());
        Once<Features> once = new Once<>(() -> new Features(tables.letters().reader()));
        this.features = once::get;
    }

    /** Those of the rules that come with the program which are named. */
    List<Rule> shipped(OwnLists own, Collection<String> names) {
        return NAMES.stream()
                .filter(names::contains)
                .map(name -> shipped(name, own))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Rule shipped(String name, OwnLists own) {
        return switch (name) {
            case WORDS -> new WordsRule(tables.letters(), own.remove());
            case WATCHED -> new WordsRule(WATCHED, tables.letters(), own.hold());
            case "adverts" -> new WordsRule("adverts", tables.letters(), tables.adverts());
            case "patterns" -> new PatternRule(own.patterns());
            case "phishing" -> new PhishingRule(links, tables.phishing());
            case "invites" -> new InvitesRule(links);
            case "links" -> new LinksRule(links, Set.of());
            case "newcomer" -> new NewcomerRule(Duration.ofDays(1), links);
            case "caps" -> new CapsRule(12, 0.7);
            case "zalgo" -> new ZalgoRule(4);
            case "emoji" -> new EmojiRule(8);
            case "mentions" -> new MentionsRule(5);
            case "flood" -> new FloodRule(6, Duration.ofSeconds(8));
            case "repeat" ->
                new RepeatRule(tables.letters().reader(), new RepeatRule.Limits(12, 3, 3, Duration.ofMinutes(2)));
            case "raid" -> new RaidRule(10, Duration.ofSeconds(20));
            case "files" -> new FilesRule(RUN_WHEN_OPENED);
            case "pictures" -> new PicturesRule(List.of());
            case "language" -> new LanguageRule(READ);
            case "offence" ->
                new ClassifierRule(
                        name, features.get(), new ClassifierRule.Models(tables.english(), tables.chinese(), SHARPNESS));
            case "spam" ->
                new ClassifierRule(name, features.get(), new ClassifierRule.Models(tables.spam(), tables.spam(), 1));
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** What an entry of a file looks for; {@code TOGETHER} is not among them. */
    Rule of(RuleEntry entry, OwnLists own) {
        return switch (entry.looksFor()) {
            case WORDS -> new WordsRule(entry.name(), tables.letters(), own.list(entry.words()));
            case PATTERNS -> new PatternRule(entry.patterns());
            case LINKS -> new LinksRule(links, entry.allow());
            case NEWCOMER -> new NewcomerRule(entry.within().orElse(Duration.ofDays(1)), links);
            case CAPS -> new CapsRule(entry.most().orElse(12), 0.7);
            case ZALGO -> new ZalgoRule(entry.most().orElse(4));
            case EMOJI -> new EmojiRule(entry.most().orElse(8));
            case MENTIONS -> new MentionsRule(entry.most().orElse(5));
            case FLOOD -> new FloodRule(entry.most().orElse(6), entry.within().orElse(Duration.ofSeconds(8)));
            case REPEAT -> repeat(entry);
            case RAID -> new RaidRule(entry.most().orElse(10), entry.within().orElse(Duration.ofSeconds(20)));
            case FILES -> entry.endings().isEmpty() ? shipped("files", own) : new FilesRule(entry.endings());
            case PICTURES ->
                new PicturesRule(entry.hashes().stream().map(PicturesRule::hash).toList());
            case LANGUAGE ->
                entry.scripts().isEmpty()
                        ? shipped("language", own)
                        : new LanguageRule(
                                entry.scripts().stream().map(RuleEntry::script).collect(Collectors.toSet()));
            case PHISHING -> shipped("phishing", own);
            case INVITES -> shipped("invites", own);
            case OFFENCE -> shipped("offence", own);
            case SPAM -> shipped("spam", own);
            case TOGETHER -> throw new IllegalArgumentException(entry.name());
        };
    }

    private Rule repeat(RuleEntry entry) {
        int most = entry.most().orElse(3);
        Duration within = entry.within().orElse(Duration.ofMinutes(2));
        return new RepeatRule(tables.letters().reader(), new RepeatRule.Limits(12, most, most, within));
    }
}
