package lyceum.community.giveaways;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lyceum.community.giveaways.draw.Beacon;
import lyceum.community.giveaways.draw.Bundle;
import lyceum.community.giveaways.draw.BundleWriter;
import lyceum.community.giveaways.draw.CanonicalJson;
import lyceum.community.giveaways.draw.Draw;
import lyceum.community.giveaways.draw.EntrantList;
import lyceum.kernel.chance.Words;
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
    record Result(String bundle, List<String> ranking) {}

    /** Rules in canonical JSON. */
    static String rules(Offer offer, Instant opens) {
        ObjectNode rules = JSON.createObjectNode();
        Terms terms = offer.terms();
        rules.putObject("title").put("en", offer.prize()).put("zh-Hans", offer.prize());
        rules.putArray("prizes").addObject().put("name", offer.prize()).put("count", offer.winners());
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

    /** The commitment in hex, which is published before anybody enters. */
    String commit(Giveaway giveaway) {
        return HEX.formatHex(Draw.commit(giveaway.draw(), rulesHash(giveaway), seed(giveaway)));
    }

    /** The hash over all who take part, in hex, which is told before anybody can know the beacon's round. */
    String frozen(Giveaway giveaway, List<Entry> entries) {
        Draw draw = draw(giveaway, entries, Draw.Round.none());
        return HEX.formatHex(draw.frozen(draw.root()));
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
