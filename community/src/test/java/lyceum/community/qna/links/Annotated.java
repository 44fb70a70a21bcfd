package lyceum.community.qna.links;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A chat whose reply links are known.
 *
 * @param parents for each line the lines that it answers, itself if it starts a thread, and null where that is not known
 */
record Annotated(List<Said> lines, List<int[]> parents) {
    private static final Pattern SPOKEN = Pattern.compile("^\\[(\\d\\d):(\\d\\d)] (?:<([^>]*)>|\\* (\\S+)) ?(.*)$");
    private static final long DAY = 86_400_000L;

    /** Every chat of a folder of `*.ascii.txt` with `*.annotation.txt`. */
    static List<Annotated> folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Annotated> all = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".ascii.txt"))
                    .sorted()
                    .toList()) {
                all.add(file(file));
            }
            return all;
        }
    }

    private static Annotated file(Path file) throws IOException {
        List<Said> lines = new ArrayList<>();
        long at = 0;
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Matcher spoken = SPOKEN.matcher(line);
            boolean said = spoken.matches();
            if (said) {
                long time = (Long.parseLong(spoken.group(1)) * 60 + Long.parseLong(spoken.group(2))) * 60_000;
                long day = at / DAY * DAY;
                at = day + time < at - DAY / 2 ? day + DAY + time : Math.max(at, day + time);
            }
            String author = !said ? "" : spoken.group(3) != null ? spoken.group(3) : spoken.group(4);
            String id = String.valueOf(lines.size());
            lines.add(new Said(id, at, author, said ? spoken.group(5) : line, null));
        }
        return new Annotated(lines, links(Path.of(file.toString().replace(".ascii.", ".annotation.")), lines.size()));
    }

    private static List<int[]> links(Path file, int size) throws IOException {
        Map<Integer, TreeSet<Integer>> links = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" ", -1);
            int one = Integer.parseInt(parts[0]);
            int other = Integer.parseInt(parts[1]);
            links.computeIfAbsent(Math.max(one, other), _ -> new TreeSet<>()).add(Math.min(one, other));
        }
        List<int[]> parents = new ArrayList<>();
        for (int at = 0; at < size; at++) {
            TreeSet<Integer> of = links.get(at);
            parents.add(
                    of == null ? null : of.stream().mapToInt(Integer::intValue).toArray());
        }
        return parents;
    }

    /** With at most so many lines before the first whose links are known. */
    Annotated withContext(int most) {
        int from = 0;
        while (parents.get(from) == null) {
            from++;
        }
        int cut = Math.max(0, from - most);
        List<int[]> links = new ArrayList<>();
        for (int[] of : parents.subList(cut, parents.size())) {
            links.add(
                    of == null
                            ? null
                            : Arrays.stream(of).map(parent -> parent - cut).toArray());
        }
        return new Annotated(lines.subList(cut, lines.size()), links);
    }

    /** Only some of its threads, as in a chat where less goes on. */
    Annotated thinned(double share, Random random) {
        int[] thread = threads();
        boolean[] kept = new boolean[lines.size()];
        for (int at = 0; at < kept.length; at++) {
            kept[at] = random.nextDouble() < share;
        }
        int[] place = new int[lines.size()];
        List<Said> some = new ArrayList<>();
        List<int[]> links = new ArrayList<>();
        for (int at = 0; at < kept.length; at++) {
            boolean keep = kept[thread[at]]
                    && parents.get(at) != null
                    && !lines.get(at).author().isEmpty();
            place[at] = keep ? some.size() : -1;
            if (keep) {
                int here = at;
                int[] of = Arrays.stream(parents.get(at))
                        .map(parent -> parent < 0 ? -1 : place[parent])
                        .filter(parent -> parent >= 0)
                        .toArray();
                some.add(lines.get(here));
                links.add(of.length > 0 ? of : new int[] {place[at]});
            }
        }
        return new Annotated(some, links);
    }

    private int[] threads() {
        int[] thread = new int[lines.size()];
        for (int at = 0; at < thread.length; at++) {
            int[] of = parents.get(at);
            thread[at] = of == null || of[0] == at || of[0] < 0 ? at : thread[of[0]];
        }
        return thread;
    }

    /** The same with names taken out of some lines, times stretched, and coarser. */
    Annotated disguised(Disguise how, Random random) {
        Map<String, String> known = new HashMap<>();
        lines.forEach(said -> known.put(said.author().toLowerCase(java.util.Locale.ROOT), said.author()));
        List<Said> other = new ArrayList<>();
        for (Said said : lines) {
            String text = said.text();
            String[] parts = text.split("\\s+", 2);
            String bare = parts[0].replaceAll("^@|[:,;]+$", "").toLowerCase(java.util.Locale.ROOT);
            if (known.containsKey(bare) && parts.length > 1) {
                text = random.nextDouble() < how.nameless
                        ? parts[1]
                        : how.at ? "@" + known.get(bare) + " " + parts[1] : text;
            }
            long at = (long) (said.at() * how.stretch) / how.grain * how.grain;
            other.add(new Said(said.id(), at, said.author(), text, null));
        }
        return new Annotated(other, parents);
    }

    /**
     * How to change a chat.
     *
     * @param nameless the share of calls by name that are taken out
     * @param stretch by what times are multiplied
     * @param grain to what times are rounded down, in milliseconds
     * @param at whether names are called with a sign before them
     */
    record Disguise(double nameless, double stretch, long grain, boolean at) {}
}
