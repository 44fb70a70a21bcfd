package lyceum.kernel.markdown;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes any name one that Discord lets a webhook bear. */
public final class VoiceName {
    private static final int LONGEST = 80;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}&&[^\\u200d]]");
    private static final Pattern GAPS = Pattern.compile("[\\s\\u00a0\\u3000\\u2000-\\u200b]+");
    private static final Pattern RESERVED = Pattern.compile("(?i)clyde|discord");
    private static final Pattern ALONE = Pattern.compile("(?i)everyone|here");
    /** Cyrillic letters that look like the Latin ones: the name reads the same and is allowed. */
    private static final String LOOK_ALIKE_C = "\u0441";

    private VoiceName() {}

    public static String of(String name) {
        String seen = GAPS.matcher(UNSEEN.matcher(name).replaceAll(""))
                .replaceAll(" ")
                .strip();
        String allowed = RESERVED.matcher(seen.replace('@', '＠').replace("```", "'''"))
                .replaceAll(found -> Matcher.quoteReplacement(disguised(found.group())));
        if (ALONE.matcher(allowed).matches()) {
            allowed = "＠" + allowed;
        }
        if (allowed.isEmpty()) {
            return "…";
        }
        return allowed.length() <= LONGEST ? allowed : shortened(allowed);
    }

    private static String disguised(String reserved) {
        return reserved.replaceFirst("[cC]", LOOK_ALIKE_C);
    }

    private static String shortened(String name) {
        int end = Character.isHighSurrogate(name.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return name.substring(0, end) + "…";
    }
}
