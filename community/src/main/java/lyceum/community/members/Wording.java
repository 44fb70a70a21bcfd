package lyceum.community.members;

import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lyceum.community.members.Wanted.Changes;
import lyceum.community.members.Wanted.Unclear;
import lyceum.community.members.Wanted.UnknownZone;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Wish;
import lyceum.kernel.person.Zones;
import org.jspecify.annotations.Nullable;

/** Understands the words that people give to {@code /settings}, in both languages. */
final class Wording {
    static final String LANGUAGE = "language";
    static final String ZONE = "zone";
    static final String RELAY = "relay";
    static final String PRIVATE = "private";

    private static final Map<String, String> OPTIONS = Map.of(
            LANGUAGE, LANGUAGE, ZONE, ZONE, RELAY, RELAY, PRIVATE, PRIVATE, "语言", LANGUAGE, "时区", ZONE, "转发", RELAY,
            "私信", PRIVATE);
    private static final Set<String> ENGLISH = Set.of("en", "english", "英语", "英文");
    private static final Set<String> CHINESE = Set.of("zh", "chinese", "中文", "汉语", "简体中文", "简体");
    private static final Set<String> YES = Set.of("on", "yes", "true", "y", "1", "开", "开启", "是", "好", "要");
    private static final Set<String> NO = Set.of("off", "no", "false", "n", "0", "关", "关闭", "否", "不", "不要");

    private final Zones zones;

    Wording(Zones zones) {
        this.zones = zones;
    }

    Wanted understand(Map<String, String> given) {
        Map<String, String> options = named(given);
        Language language = null;
        ZoneId zone = null;
        Map<Wish, Boolean> wishes = new EnumMap<>(Wish.class);
        for (Map.Entry<String, String> option : options.entrySet()) {
            String typed = option.getValue().strip();
            switch (option.getKey()) {
                case LANGUAGE -> language = language(typed);
                case ZONE -> zone = zones.find(typed).orElse(null);
                case RELAY -> yes(typed).ifPresent(yes -> wishes.put(Wish.NOT_RELAYED, !yes));
                case PRIVATE -> yes(typed).ifPresent(yes -> wishes.put(Wish.NO_PRIVATE_MESSAGES, !yes));
                default -> {}
            }
        }
        Wanted refusal = refusal(options, new Changes(language, zone, wishes));
        return refusal == null ? new Changes(language, zone, wishes) : refusal;
    }

    /** In chat, words come by their place: {@code /settings zone Europe/Berlin} and {@code /settings Europe/Berlin} are meant well. */
    private Map<String, String> named(Map<String, String> given) {
        Map<String, String> options = new HashMap<>(given);
        String first = given.get(LANGUAGE);
        if (first == null) {
            return options;
        }
        String option = OPTIONS.get(fold(first));
        if (option != null && given.containsKey(ZONE)) {
            options.remove(LANGUAGE);
            options.remove(ZONE);
            options.put(option, given.get(ZONE));
        } else if (language(first) == null && zones.find(first).isPresent()) {
            options.remove(LANGUAGE);
            options.put(ZONE, first);
        }
        return options;
    }

    private @Nullable Wanted refusal(Map<String, String> options, Changes understood) {
        String zone = options.get(ZONE);
        if (zone != null && understood.zone() == null) {
            return new UnknownZone(zone.strip(), zones.nearest(zone));
        }
        String language = options.get(LANGUAGE);
        if (language != null && understood.language() == null) {
            return new Unclear(LANGUAGE, language);
        }
        String relay = options.get(RELAY);
        if (relay != null && !understood.wishes().containsKey(Wish.NOT_RELAYED)) {
            return new Unclear(RELAY, relay);
        }
        String direct = options.get(PRIVATE);
        if (direct != null && !understood.wishes().containsKey(Wish.NO_PRIVATE_MESSAGES)) {
            return new Unclear(PRIVATE, direct);
        }
        return null;
    }

    private static @Nullable Language language(String typed) {
        String word = fold(typed);
        if (ENGLISH.contains(word) || word.startsWith("en-")) {
            return Language.EN;
        }
        return CHINESE.contains(word) || word.startsWith("zh-") ? Language.ZH : null;
    }

    private static Optional<Boolean> yes(String typed) {
        String word = fold(typed);
        if (YES.contains(word)) {
            return Optional.of(true);
        }
        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    private static String fold(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
