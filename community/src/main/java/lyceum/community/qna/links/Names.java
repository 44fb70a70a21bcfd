package lyceum.community.qna.links;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The people of one chat, and by which words they are meant. */
@SuppressWarnings({"StringSplitter", "OperatorPrecedence", "ArrayRecordComponent"})
final class Names {
    private static final int SHORTEST = 3;
    private static final int COMMON = 5;
    private static final Set<String> NO_NAMES = Set.of(
            "all",
            "and",
            "the",
            "you",
            "yes",
            "not",
            "but",
            "for",
            "hey",
            "how",
            "why",
            "can",
            "any",
            "anyone",
            "guys",
            "thanks",
            "thank",
            "well",
            "hello",
            "okay",
            "who",
            "what",
            "when",
            "where",
            "this",
            "that",
            "there",
            "one",
            "everyone",
            "here",
            "sorry",
            "please",
            "no",
            "ok",
            "so",
            "hmm",
            "also",
            "then",
            "now",
            "just",
            "root",
            "user",
            "test",
            "help",
            "good",
            "yeah",
            "error",
            "lol",
            "example",
            "note",
            "http",
            "https");
    private final Map<String, Integer> authors = new HashMap<>();
    private final TreeMap<String, Integer> aliases = new TreeMap<>();
    private final Map<String, int[]> uses = new HashMap<>();

    /** The number of an author, from 0. */
    int author(String name) {
        Integer known = authors.get(name);
        if (known != null) {
            return known;
        }
        int number = authors.size();
        authors.put(name, number);
        for (String alias : aliases(name)) {
            aliases.putIfAbsent(alias, number);
        }
        return number;
    }

    int size() {
        return authors.size();
    }

    private static List<String> aliases(String name) {
        String lower = name.toLowerCase(Locale.ROOT).strip();
        List<String> found = new ArrayList<>(List.of(lower));
        found.add(lower.replaceAll("[_\\-|`^\\[\\]{}\\\\0-9]+$", ""));
        found.add(lower.replaceAll("#\\d+$", ""));
        found.add(lower.split("\\s+", 2)[0]);
        found.removeIf(alias -> alias.length() < (isHan(alias) ? 2 : SHORTEST) || NO_NAMES.contains(alias));
        return found;
    }

    private static boolean isHan(String word) {
        return word.codePoints().anyMatch(unit -> unit >= 0x3400 && unit <= 0x9FFF);
    }

    /** Learns which names are ordinary words here: those that stand in the middle of lines. */
    void count(String text) {
        String[] parts = text.strip().split("\\s+");
        for (int at = 0; at < parts.length; at++) {
            String bare = bare(parts[at]);
            if (bare.length() >= SHORTEST && bare.length() <= 30) {
                boolean calling = parts[at].startsWith("@") || at == 0 && parts[at].length() > bare.length();
                uses.computeIfAbsent(bare, _ -> new int[2])[calling ? 0 : 1] += at == 0 && !calling ? 0 : 1;
            }
        }
    }

    private boolean isOrdinary(String word) {
        int[] used = uses.get(word);
        return NO_NAMES.contains(word) || used != null && used[1] > COMMON && used[1] > 2 * used[0];
    }

    /** Who is meant, the first named first; {@code calls} counts those who are spoken to and not only mentioned. */
    Called read(String text) {
        String[] parts = text.strip().split("\\s+", 40);
        int[] found = new int[4];
        int count = 0;
        int calls = 0;
        boolean stranger = false;
        String body = text.strip();
        for (int at = 0; at < parts.length && count < found.length; at++) {
            String part = parts[at];
            boolean marked = part.startsWith("@") || part.startsWith("<@");
            boolean first = at == 0 && part.length() > 1 && ":,;>".indexOf(part.charAt(part.length() - 1)) >= 0;
            String bare = bare(part);
            int who = who(bare, marked || first, at == 0 || at == parts.length - 1);
            if (who < 0) {
                stranger |= marked || first && part.endsWith(":") && bare.length() >= SHORTEST;
            } else {
                boolean call = marked || at == 0;
                if (call && count > calls) {
                    found[count] = found[calls];
                    found[calls] = who;
                } else {
                    found[count] = who;
                }
                count++;
                calls += call ? 1 : 0;
            }
            if (at == 0 && (who >= 0 || marked || first && part.endsWith(":"))) {
                body = parts.length > 1 ? body.substring(part.length()).strip() : "";
            }
        }
        return new Called(java.util.Arrays.copyOf(found, count), calls, stranger, body);
    }

    private int who(String bare, boolean called, boolean atEdge) {
        if (bare.length() < 2) {
            return -1;
        }
        Integer exact = aliases.get(bare);
        if (exact != null) {
            return called || atEdge && !NO_NAMES.contains(bare) && !isOrdinary(bare) || !isOrdinary(bare) ? exact : -1;
        }
        if (!called || bare.length() < SHORTEST || NO_NAMES.contains(bare)) {
            return -1;
        }
        Map.Entry<String, Integer> near = aliases.ceilingEntry(bare);
        return near != null && near.getKey().startsWith(bare) ? near.getValue() : -1;
    }

    private static String bare(String part) {
        int from = 0;
        int to = part.length();
        while (from < to && "@<!(\"'*`".indexOf(part.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && ":,;>.!?)\"'*`~".indexOf(part.charAt(to - 1)) >= 0) {
            to--;
        }
        return part.substring(from, to).toLowerCase(Locale.ROOT);
    }

    /**
     * Whom a line names.
     *
     * @param who people by number, those spoken to first
     * @param calls how many of them are spoken to
     * @param stranger whether somebody is spoken to whom nobody here knows
     * @param body the line without the name that it begins with
     */
    record Called(int[] who, int calls, boolean stranger, String body) {}
}
