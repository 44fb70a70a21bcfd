package lyceum.kernel.person;

import java.util.Locale;

/** The languages that Lyceum speaks. */
public enum Language {
    EN("en", Locale.ENGLISH),
    ZH("zh-Hans", Locale.SIMPLIFIED_CHINESE);

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** The BCP 47 tag: {@code en} or {@code zh-Hans}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }

    /** The nearest language that Lyceum speaks to a BCP 47 tag or platform language code: anything Chinese is {@link #ZH}. */
    public static Language nearest(String code) {
        return code.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
    }
}
