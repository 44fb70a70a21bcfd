package lyceum.community.giveaways.draw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * That one entrant is under the root of a draw, for whoever knows the root alone.
 *
 * @param tag in hex
 * @param path what stands beside it on the way up, from below
 * @param root in hex
 */
public record Inclusion(String drawId, String tag, int tickets, List<Step> path, String root) {
    private static final HexFormat HEX = HexFormat.of();
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST = 64;

    public Inclusion {
        path = List.copyOf(path);
    }

    /**
     * A neighbour on the way up.
     *
     * @param hash in hex
     * @param left whether it stands on the left
     */
    public record Step(String hash, boolean left) {}

    /** Empty where nobody of that tag takes part. */
    public static Optional<Inclusion> of(Draw draw, String tag) {
        Entrants entrants = draw.entrants();
        int place = entrants.place(HEX.parseHex(tag));
        if (place < 0) {
            return Optional.empty();
        }
        List<Step> path = Merkle.path(draw.drawId(), entrants, place).stream()
                .map(beside -> new Step(HEX.formatHex(beside.hash()), beside.left()))
                .toList();
        return Optional.of(
                new Inclusion(draw.drawId(), tag, entrants.tickets(place), path, HEX.formatHex(draw.root())));
    }

    /** Whether the tag, with these tickets, leads to the root. */
    public boolean holds() {
        byte[] hash = Hash.tagged("leaf")
                .text(drawId)
                .raw(HEX.parseHex(tag))
                .u64(tickets)
                .done();
        for (Step step : path) {
            byte[] beside = HEX.parseHex(step.hash());
            Hash node = Hash.tagged("node");
            hash = (step.left() ? node.raw(beside).raw(hash) : node.raw(hash).raw(beside)).done();
        }
        return HEX.formatHex(hash).equals(root);
    }

    /** In canonical JSON. */
    public String json() {
        ObjectNode json = JSON.createObjectNode().put("protocol", Bundle.PROTOCOL);
        json.put("drawId", drawId).put("tag", tag).put("tickets", tickets).put("root", root);
        var steps = json.putArray("path");
        path.forEach(step -> steps.addObject().put("hash", step.hash()).put("left", step.left()));
        return new String(CanonicalJson.of(json.toString()), StandardCharsets.UTF_8);
    }

    /** Empty where the bytes are another kind of file. */
    static Optional<Inclusion> read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            List<Step> path = new ArrayList<>();
            for (JsonNode step : json.path("path")) {
                path.add(new Step(step.path("hash").asText(), step.path("left").asBoolean()));
            }
            Inclusion read = new Inclusion(
                    json.path("drawId").asText(),
                    json.path("tag").asText(),
                    json.path("tickets").asInt(),
                    path,
                    json.path("root").asText());
            return Optional.of(read).filter(_ -> json.path("path").isArray()).filter(Inclusion::wellFormed);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private boolean wellFormed() {
        return HASH.matcher(tag).matches()
                && HASH.matcher(root).matches()
                && path.size() <= LONGEST
                && path.stream().allMatch(step -> HASH.matcher(step.hash()).matches());
    }
}
