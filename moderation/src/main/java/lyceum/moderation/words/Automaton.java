package lyceum.moderation.words;

import java.util.Arrays;

/**
 * Aho and Corasick's automaton over symbols of 64 classes. Letters have a class each, all else shares the rest: what it reports
 * are candidates, which the caller compares exactly. A node is one mask of its children, which stand in a row, so 60,000 words
 * are built in tens of milliseconds and most steps stay in the first cache.
 */
final class Automaton {
    private static final int CLASSES = 64;
    private static final int ROWED = 4096;
    private long[] children = new long[1];
    private int[] firstChild = new int[1];
    private int[] fail = new int[1];
    private int[] forms = {-1};
    private int[] shorter = new int[1];
    private int[] depth = new int[1];
    private int[] nextForm = {};
    private int[] terms = {};
    private int nodes = 1;
    private int[] rows = {};

    /** The class of a symbol. */
    static int classOf(char symbol) {
        int letter = symbol - 'a';
        return letter >= 0 && letter < 26 ? letter : 26 + ((symbol * 0x9E37) >>> 4 & 0x7FFF) % (CLASSES - 26);
    }

    /** What to find: patterns of symbols, and for each the number of the term it stands for. */
    Automaton(String[] patterns, int[] termOf) {
        build(Patterns.sorted(patterns, termOf));
    }

    private void build(Patterns sorted) {
        int room = sorted.classes() + 1;
        children = new long[room];
        firstChild = new int[room];
        fail = new int[room];
        forms = new int[room];
        shorter = new int[room];
        depth = new int[room];
        terms = new int[sorted.size()];
        nextForm = new int[sorted.size()];
        int[] low = new int[room];
        int[] high = new int[room];
        high[0] = sorted.size();
        for (int node = 0; node < nodes; node++) {
            int at = takeForms(sorted, node, low[node], high[node]);
            firstChild[node] = nodes;
            while (at < high[node]) {
                int letter = sorted.at(at, depth[node]);
                int end = at;
                while (end < high[node] && sorted.at(end, depth[node]) == letter) {
                    end++;
                }
                low[nodes] = at;
                high[nodes] = end;
                addChild(node, letter);
                at = end;
            }
        }
        trim();
    }

    private int takeForms(Patterns sorted, int node, int from, int to) {
        int at = from;
        forms[node] = -1;
        while (at < to && sorted.length(at) == depth[node]) {
            terms[at] = sorted.term(at);
            nextForm[at] = forms[node];
            forms[node] = at++;
        }
        return at;
    }

    private void addChild(int parent, int letter) {
        int child = nodes++;
        children[parent] |= 1L << letter;
        depth[child] = depth[parent] + 1;
        fail[child] = parent == 0 ? 0 : step(fail[parent], letter);
    }

    private void trim() {
        children = Arrays.copyOf(children, nodes);
        firstChild = Arrays.copyOf(firstChild, nodes);
        fail = Arrays.copyOf(fail, nodes);
        forms = Arrays.copyOf(forms, nodes);
        shorter = Arrays.copyOf(shorter, nodes);
        depth = Arrays.copyOf(depth, nodes);
        for (int node = 1; node < nodes; node++) {
            shorter[node] = forms[fail[node]] >= 0 ? fail[node] : shorter[fail[node]];
        }
        fillRows();
    }

    /** The first nodes, near the root, where a message spends its time, have every step worked out. */
    private void fillRows() {
        int rowed = Math.min(nodes, ROWED);
        rows = new int[rowed * CLASSES];
        for (int node = 0; node < rowed; node++) {
            int fallBack = fail[node] * CLASSES;
            long mask = children[node];
            int child = firstChild[node];
            for (int letter = 0; letter < CLASSES; letter++) {
                int next = node == 0 ? 0 : rows[fallBack + letter];
                if ((mask >>> letter & 1) != 0) {
                    next = child << 1 | (ending(child) > 0 ? 1 : 0);
                    child++;
                }
                rows[node * CLASSES + letter] = next;
            }
        }
    }

    /** As {@link #step}, from and to states doubled, the lowest bit of the answer telling whether any pattern ends there. */
    int stride(int doubled, int letter) {
        int row = (doubled >>> 1) * CLASSES + letter;
        if (row < rows.length) {
            return rows[row];
        }
        int next = step(doubled >>> 1, letter);
        return next << 1 | (ending(next) > 0 ? 1 : 0);
    }

    /** The state after one more symbol of this class. */
    int step(int state, int letter) {
        long bit = 1L << letter;
        int node = state;
        while ((children[node] & bit) == 0) {
            if (node == 0) {
                return 0;
            }
            node = fail[node];
        }
        return firstChild[node] + Long.bitCount(children[node] & bit - 1);
    }

    /** The node itself or the longest suffix of it where patterns end; 0 where there is none. */
    int ending(int state) {
        return forms[state] >= 0 ? state : shorter[state];
    }

    /** After {@link #ending}: the next shorter node where patterns end, or 0. */
    int shorter(int node) {
        return shorter[node];
    }

    int depth(int node) {
        return depth[node];
    }

    /** The first form that ends at this node, or -1. */
    int form(int node) {
        return forms[node];
    }

    int nextForm(int form) {
        return nextForm[form];
    }

    int term(int form) {
        return terms[form];
    }
}
