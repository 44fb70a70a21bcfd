package lyceum.community.giveaways.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import lyceum.community.giveaways.draw.Bundle.Claims;

/** Writes a bundle in its one canonical spelling, without the end of the line. */
public final class BundleWriter {
    private static final HexFormat HEX = HexFormat.of();

    private final OutputStream out;

    public BundleWriter(OutputStream out) {
        this.out = out;
    }

    public void write(Bundle bundle) throws IOException {
        Draw draw = bundle.draw();
        Claims claims = bundle.claimed();
        put("{\"assurance\":\"" + claims.assurance() + "\",\"beacon\":");
        put(bundle.beacon() == null ? "null" : bundle.beacon().json());
        put(",\"commit\":\"" + hex(claims.commit()) + "\",\"drawId\":" + CanonicalJson.string(draw.drawId()));
        put(",\"entrants\":[");
        entrants(draw.entrants());
        put("],\"frozen\":\"" + hex(claims.frozen()) + "\",\"perPlatform\":");
        out.write(CanonicalJson.counts(draw.perPlatform()));
        put(",\"protocol\":\"" + Bundle.PROTOCOL + "\",\"ranking\":[");
        ranking(claims.ranking());
        put("],\"root\":\"" + hex(claims.root()) + "\",\"rules\":");
        out.write(bundle.rules());
        put(",\"rulesHash\":\"" + hex(draw.rulesHash()) + "\",\"seed\":\"" + hex(draw.seed()));
        put("\",\"weight\":" + claims.weight() + "}");
    }

    private void entrants(Entrants entrants) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < entrants.size(); i++) {
            line.setLength(0);
            line.append(i == 0 ? "{\"tag\":\"" : ",{\"tag\":\"").append(entrants.tag(i));
            put(line.append("\",\"tickets\":")
                    .append(entrants.tickets(i))
                    .append('}')
                    .toString());
        }
    }

    private void ranking(List<byte[]> tags) throws IOException {
        for (int i = 0; i < tags.size(); i++) {
            put((i == 0 ? "\"" : ",\"") + hex(tags.get(i)) + "\"");
        }
    }

    private static String hex(byte[] bytes) {
        return HEX.formatHex(bytes);
    }

    private void put(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
