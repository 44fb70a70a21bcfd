package lyceum.moderation.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes how Han characters are split into parts: {@code main(folder of the resources, CJK Decomposition Data File, the dictionary
 * of split characters, simplified)}. Taken are the characters that Chinese words are written with, and what they are made of.
 */
final class MakeSplits {
    private static final Pattern RECORD = Pattern.compile("(\\S+?):([a-z0-9]+)(?:/[a-z])?\\((.*)\\)");
    private static final int DEEPEST = 6;
    private final Map<String, Shape> shapes = new HashMap<>();

    /** How the parts of a character are laid out. */
    private record Shape(String layout, List<String> parts) {}

    private MakeSplits(List<String> lines) {
        for (String line : lines) {
            Matcher record = RECORD.matcher(line);
            if (record.matches()) {
                shapes.put(
                        record.group(1),
                        new Shape(record.group(2), List.of(record.group(3).split(",", -1))));
            }
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        MakeSplits splits = new MakeSplits(Files.readAllLines(Path.of(arguments[1])));
        Map<String, String> table = new TreeMap<>();
        Set<String> open = new TreeSet<>(written(folder.resolve("../words/chinese.txt")));
        for (int depth = 0; depth < 3; depth++) {
            Set<String> next = new TreeSet<>();
            for (String whole : open) {
                String row = splits.row(whole);
                if (row != null && !table.containsKey(whole)) {
                    table.put(whole, splits.surrounds(whole) ? row + " " + new StringBuilder(row).reverse() : row);
                    row.chars().forEach(part -> next.add(String.valueOf((char) part)));
                }
            }
            open = next;
        }
        List<String> lines = new ArrayList<>(
                List.of(
                        "# a character, a tab, the parts it is split into; made by MakeSplits from the CJK Decomposition Data File"));
        table.forEach((whole, rows) -> lines.add(whole + "\t" + rows));
        Files.write(folder.resolve("splits.txt"), lines);
        System.out.println(table.size() + " characters");
        writeDictionary(folder, Files.readAllLines(Path.of(arguments[2])));
    }

    /** A dictionary has on each line a character and the ways to split it, parted by tabs, and their parts parted by spaces. */
    private static void writeDictionary(Path folder, List<String> entries) throws IOException {
        Set<String> written = written(folder.resolve("../words/chinese.txt"));
        Map<String, String> table = new TreeMap<>();
        for (String entry : entries) {
            String[] fields = entry.split("\t", -1);
            String ways = Stream.of(fields)
                    .skip(1)
                    .map(way -> way.replace(" ", ""))
                    .filter(way -> way.length() > 1 && way.chars().allMatch(MakeSplits::part))
                    .distinct()
                    .collect(Collectors.joining(" "));
            if (written.contains(fields[0]) && !ways.isEmpty()) {
                table.put(fields[0], ways);
            }
        }
        List<String> lines = new ArrayList<>(
                List.of(
                        "# a character, a tab, the ways to split it; made by MakeSplits from the dictionary of split characters"));
        table.forEach((whole, ways) -> lines.add(whole + "\t" + ways));
        Files.write(folder.resolve("chaizi.txt"), lines);
        System.out.println(table.size() + " characters of the dictionary");
    }

    private static boolean part(int unit) {
        return (unit >= 0x2E80 && unit < 0x2FF0)
                || (unit >= 0x31C0 && unit < 0x31F0)
                || (unit >= 0x3400 && unit <= 0x9FFF);
    }

    private static Set<String> written(Path words) throws IOException {
        Set<String> written = new TreeSet<>();
        Files.readString(words)
                .chars()
                .filter(unit -> unit >= 0x4E00 && unit <= 0x9FFF)
                .forEach(unit -> written.add(String.valueOf((char) unit)));
        return written;
    }

    /** Its parts in a row, null where they cannot all be typed. */
    private @Nullable String row(String whole) {
        Shape shape = shapes.get(whole);
        String row = shape == null ? null : row(shape, 0);
        return row == null || row.length() < 2 ? null : row;
    }

    private @Nullable String row(Shape shape, int depth) {
        StringBuilder row = new StringBuilder();
        for (String part : shape.parts()) {
            String written = typed(part, depth + 1);
            if (written == null) {
                return null;
            }
            row.append(written);
        }
        return switch (shape.layout()) {
            case "a",
                    "d",
                    "w",
                    "s",
                    "st",
                    "sb",
                    "sl",
                    "sr",
                    "stl",
                    "str",
                    "sbl",
                    "sbr",
                    "wt",
                    "wb",
                    "wl",
                    "wr",
                    "wtl",
                    "wtr",
                    "wbl",
                    "wbr",
                    "lock",
                    "ba",
                    "bd" -> row.toString();
            case "ra", "rd" -> row.toString().repeat(2);
            case "r3a", "r3d", "r3tr" -> row.toString().repeat(3);
            case "r4a", "r4sq" -> row.toString().repeat(4);
            case "me", "msp", "ml", "mo", "mt" -> row.toString();
            default -> null;
        };
    }

    /** A part as it may be typed: itself, or where it has no character of its own, its parts. */
    private @Nullable String typed(String part, int depth) {
        boolean character =
                part.length() == 1 && part.charAt(0) >= 0x2E80 && (part.charAt(0) < 0x31C0 || part.charAt(0) >= 0x3400);
        if (character) {
            return part;
        }
        Shape shape = shapes.get(part);
        return shape == null || depth > DEEPEST ? null : row(shape, depth);
    }

    private boolean surrounds(String whole) {
        String layout = shapes.getOrDefault(whole, new Shape("a", List.of())).layout();
        return layout.startsWith("s") || layout.startsWith("w") || layout.equals("lock");
    }
}
