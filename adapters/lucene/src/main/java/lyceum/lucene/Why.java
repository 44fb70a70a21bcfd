package lyceum.lucene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lyceum.kernel.search.Search.Match;

/** Says for which of its words a text was found. */
final class Why {
    private static final int MOST = 8;
    private final Reader reader;
    private final Wanted wanted;
    private final Set<String> asked = new HashSet<>();

    Why(Reader reader, Terms asked, Wanted wanted) {
        this.reader = reader;
        this.wanted = wanted;
        asked.words().forEach(term -> this.asked.add(term.text()));
        asked.singles().forEach(term -> this.asked.add(term.text()));
    }

    /** The weightiest first; neighbours of Chinese are one. */
    List<Match> of(String text) {
        Terms terms = reader.read(text);
        List<Match> matches = new ArrayList<>();
        double sum = collect(terms.words(), matches) + collect(terms.singles(), matches);
        List<Match> shares = new ArrayList<>();
        for (Match match : matches) {
            shares.add(new Match(match.start(), match.end(), sum == 0 ? 0 : match.share() / sum));
        }
        shares.sort(Comparator.comparingDouble(Match::share).reversed().thenComparingInt(Match::start));
        return shares.subList(0, Math.min(MOST, shares.size()));
    }

    /** The share of their rarer words that the question and a text have in common, from 0 to 1. */
    double shared(String text) {
        Terms terms = reader.read(text);
        Set<String> words = new HashSet<>();
        terms.words().forEach(term -> words.add(term.text()));
        terms.singles().forEach(term -> words.add(term.text()));
        double both = 0;
        double all = 0;
        for (String word : words) {
            double weight = asked.contains(word) ? wanted.rarity(word) : wanted.usual();
            both += asked.contains(word) ? weight : 0;
            all += weight;
        }
        for (String word : asked) {
            all += words.contains(word) ? 0 : wanted.rarity(word);
        }
        return all == 0 ? 0 : both / all;
    }

    private double collect(List<Terms.Term> terms, List<Match> matches) {
        double sum = 0;
        for (Terms.Term term : terms) {
            if (asked.contains(term.text())) {
                double weight = Math.max(0, wanted.rarity(term.text()));
                sum += weight;
                Match last = matches.isEmpty() ? null : matches.getLast();
                if (last != null && last.end() == term.start()) {
                    matches.set(matches.size() - 1, new Match(last.start(), term.end(), last.share() + weight));
                } else {
                    matches.add(new Match(term.start(), term.end(), weight));
                }
            }
        }
        return sum;
    }
}
