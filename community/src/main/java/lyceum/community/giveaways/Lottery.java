package lyceum.community.giveaways;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lyceum.community.giveaways.draw.Beacon;
import lyceum.community.giveaways.draw.Bundle;
import lyceum.community.giveaways.draw.BundleWriter;
import lyceum.community.giveaways.draw.CanonicalJson;
import lyceum.community.giveaways.draw.Draw;
import lyceum.community.giveaways.draw.EntrantList;
import lyceum.community.giveaways.draw.Inclusion;
import lyceum.kernel.chance.Words;
import lyceum.kernel.person.Language;
import org.jspecify.annotations.Nullable;

/** Writes the rules of giveaways, seals their seeds, and draws as the protocol says. Pure. */
final class Lottery {
    private static final HexFormat HEX = HexFormat.of();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final byte[] key;

    /** @param key 32 bytes from which all seeds follow; it stands outside the database */
    Lottery(byte[] key) {
        this.key = key.clone();
    }

    /** What came of a draw. */
    record Result(String bundle, List<String> ranking) {
        /** The hash of the bundle's bytes, in hex. */
        String hash() {
            try {
                return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bundle.getBytes(UTF_8)));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }

    /** Rules in canonical JSON. */
    static String rules(Offer offer, Instant opens) {
        ObjectNode rules = JSON.createObjectNode();
        Terms terms = offer.terms();
        ObjectNode title = rules.putObject("title");
        for (Language language : Language.values()) {
            title.put(language.tag(), Giveaway.named(offer.prize(), language));
        }
        String name = Giveaway.named(offer.prize(), Language.EN);
        rules.putArray("prizes").addObject().put("name", name).put("count", offer.winners());
        rules.put("winners", offer.winners()).put("alternates", terms.alternates());
        rules.put("opens", second(opens)).put("closes", second(opens.plus(offer.open())));
        terms.who().write(rules.putObject("eligibility"));
        terms.tickets().write(rules.putObject("tickets"));
        BeaconSettings beacon = terms.beacon();
        if (beacon.chain().isEmpty()) {
            rules.putNull("beacon");
        } else {
            rules.putObject("beacon").put("chain", beacon.chain()).put("delaySeconds", beacon.delaySeconds());
        }
        rules.put("beaconFallback", beacon.fallsBack() ? "seed-only" : "wait");
        rules.put("revealHours", terms.revealHours()).put("claimHours", terms.claimHours());
        rules.putArray("excluded");
        rules.put("freeEntry", true);
        return new String(CanonicalJson.of(rules.toString()), UTF_8);
    }

    /** A draft that is entered from now on, for as long as was said; the rest of its rules is as it was. */
    static Giveaway opened(Giveaway draft, Instant opens) {
        try {
            ObjectNode rules = (ObjectNode) JSON.readTree(draft.rules());
            Duration open = Duration.between(
                    Instant.parse(rules.path("opens").asText()),
                    Instant.parse(rules.path("closes").asText()));
            rules.put("opens", second(opens)).put("closes", second(opens.plus(open)));
            return draft.opened(opens.plus(open), new String(CanonicalJson.of(rules.toString()), UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("rules of giveaway " + draft.id() + " are no JSON", e);
        }
    }

    /** The commitment in hex, which is published before anybody enters. */
    String commit(Giveaway giveaway) {
        return HEX.formatHex(Draw.commit(giveaway.draw(), rulesHash(giveaway), seed(giveaway)));
    }

    /**
     * Who takes part, as it is told before anybody can know the beacon's round.
     *
     * @param root of the tree of all entrants, in hex
     * @param hash over it and all counts, in hex
     * @param weight tickets in all
     */
    record Frozen(String root, String hash, int entrants, long weight) {}

    Frozen frozen(Giveaway giveaway, List<Entry> entries) {
        Draw draw = draw(giveaway, entries, Draw.Round.none());
        byte[] root = draw.root();
        long weight = entries.stream().mapToLong(Entry::tickets).sum();
        return new Frozen(HEX.formatHex(root), HEX.formatHex(draw.frozen(root)), entries.size(), weight);
    }

    /**
     * Draws everybody that the rules may ever need, winners first.
     *
     * @param beacon null where none takes part
     */
    Result draw(Giveaway giveaway, List<Entry> entries, @Nullable Beacon beacon) {
        Draw.Round round = beacon == null ? Draw.Round.none() : new Draw.Round(beacon.round(), beacon.randomness());
        Draw draw = draw(giveaway, entries, round);
        int picks = giveaway.winners() + Terms.of(giveaway).alternates();
        Bundle bundle = Bundle.of(draw, giveaway.rules().getBytes(UTF_8), beacon, picks);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        try {
            new BundleWriter(written).write(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Result(
                written.toString(UTF_8),
                bundle.claimed().ranking().stream().map(HEX::formatHex).toList());
    }

    /** The proof that somebody takes part in what is frozen or drawn, in JSON; empty where nobody of that tag does. */
    Optional<String> inclusion(Giveaway giveaway, List<Entry> entries, String tag) {
        return Inclusion.of(draw(giveaway, entries, Draw.Round.none()), tag).map(Inclusion::json);
    }

    private Draw draw(Giveaway giveaway, List<Entry> entries, Draw.Round round) {
        EntrantList entrants = new EntrantList();
        Map<String, Long> accounts = new TreeMap<>();
        for (Entry entry : entries) {
            entrants.add(HEX.parseHex(entry.tag()), entry.tickets());
            accounts.merge(entry.account().platform().value(), 1L, Long::sum);
        }
        return new Draw(giveaway.draw(), rulesHash(giveaway), seed(giveaway), round, entrants.sorted(), accounts);
    }

    /** The hash of the rules in hex. */
    String rulesHashed(Giveaway giveaway) {
        return HEX.formatHex(rulesHash(giveaway));
    }

    private byte[] seed(Giveaway giveaway) {
        return Words.keyed(key).doFinal(("lyceum seed " + giveaway.draw()).getBytes(UTF_8));
    }

    private static byte[] rulesHash(Giveaway giveaway) {
        return Draw.rulesHash(giveaway.rules().getBytes(UTF_8));
    }

    private static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
