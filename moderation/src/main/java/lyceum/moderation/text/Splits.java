package lyceum.moderation.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ways in which Han characters are written part by part, as a table of characters and their first parts tells. */
public final class Splits {
    private static final int MOST_PARTS = 6;
    private static final int MOST_WAYS = 24;
    private static final int NO_HAN = 0x2E80;
    private static final int FIRST_STROKE = 0x31C0;
    private static final int LAST_STROKE = 0x31EF;
    /** A part that cannot be typed, and after it the characters that are typed for it. */
    private static final List<String> CLASSES = List.of(
            "艹草艸卄", "辶走辵", "攵攴", "日曰", "月肉", "阝耳邑阜", "歹歺", "囗口", "王玉", "罒四网", "覀西", "糸丝", "疒病", "虍虎", "冫两", "彳双", "氺水",
            "⺌小", "丷八", "龵手", "龶丰主", "户戶", "亼合", "匚区", "勹包", "爫爪", "丬将", "丿一", "母毋", "乂㐅", "卜⺊", "木朩");

    private final Map<Character, List<String>> ways = new HashMap<>();
    private final char[] one = new char[0x10000];

    private Splits(Folds folds) {
        Map<Character, Character> meant = new HashMap<>();
        for (String same : CLASSES) {
            char first = folds.one(same.charAt(0));
            same.chars().skip(1).forEach(typed -> meant.put(folds.one((char) typed), first));
        }
        for (int unit = 0; unit < one.length; unit++) {
            char folded = folds.one((char) unit);
            one[unit] = unit < NO_HAN ? folded : meant.getOrDefault(folded, folded);
        }
        addAll("splits.txt");
        addAll("chaizi.txt");
        for (Table.Line line : Table.lines("parts.txt")) {
            for (String entry : line.value().split(" ", -1)) {
                if (entry.length() > 1) {
                    add(folds.one(entry.charAt(0)), line.key() + entry.substring(1));
                }
            }
        }
    }

    private void addAll(String table) {
        for (Table.Line line : Table.lines(table)) {
            for (String way : line.value().split(" ", -1)) {
                add(line.key().charAt(0), way);
            }
        }
    }

    /** Reads the tables of the program. */
    public static Splits of(Folds folds) {
        return new Splits(folds);
    }

    private void add(char whole, String way) {
        String parts = folded(way);
        if (parts.length() > 1) {
            List<String> known = ways.computeIfAbsent(whole, key -> new ArrayList<>(2));
            if (!known.contains(parts)) {
                known.add(parts);
            }
        }
    }

    /** Single strokes count as nothing: where parts are put together, signs between them are passed over. */
    private String folded(String way) {
        StringBuilder parts = new StringBuilder(way.length());
        way.chars().filter(unit -> unit < FIRST_STROKE || unit > LAST_STROKE).forEach(unit -> parts.append(one[unit]));
        return parts.toString();
    }

    /** What a character counts as where it may be a part. */
    char part(char symbol) {
        return symbol < NO_HAN ? symbol : one[symbol];
    }

    /** The rows of parts, each at least two, that may be written for a character; parts of parts among them. */
    Set<String> of(char whole) {
        Set<String> rows = new LinkedHashSet<>(ways.getOrDefault(whole, List.of()));
        for (String row : List.copyOf(rows)) {
            for (int at = 0; at < row.length(); at++) {
                for (String inner : ways.getOrDefault(row.charAt(at), List.of())) {
                    String longer = row.substring(0, at) + inner + row.substring(at + 1);
                    if (longer.length() <= MOST_PARTS && rows.size() < MOST_WAYS) {
                        rows.add(longer);
                    }
                }
            }
        }
        return rows;
    }
}
