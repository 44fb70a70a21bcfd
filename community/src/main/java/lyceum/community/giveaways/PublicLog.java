package lyceum.community.giveaways;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import lyceum.community.giveaways.draw.LogChain;
import lyceum.kernel.feature.Tx;
import org.jdbi.v3.core.Handle;

/** What was published of all giveaways, in its order, so that none can be left out or dated back unnoticed. */
final class PublicLog {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Its rules and the commitment, before anybody entered.
     *
     * @param instead the void draw whose place it takes
     */
    void opened(Tx tx, Giveaway of, String commit, String rulesHash, Optional<String> instead) {
        ObjectNode opened = JSON.createObjectNode().put("commit", commit).put("rulesHash", rulesHash);
        instead.ifPresent(draw -> opened.put("instead", draw));
        write(tx, of, "opened", opened);
    }

    void frozen(Tx tx, Giveaway of, Lottery.Frozen frozen, String chain, long round) {
        write(
                tx,
                of,
                "frozen",
                JSON.createObjectNode()
                        .put("root", frozen.root())
                        .put("entrants", frozen.entrants())
                        .put("weight", frozen.weight())
                        .put("frozen", frozen.hash())
                        .put("chain", chain)
                        .put("round", round));
    }

    /** @param bundle its hash in hex */
    void drawn(Tx tx, Giveaway of, String bundle) {
        write(tx, of, "drawn", JSON.createObjectNode().put("bundle", bundle));
    }

    void ended(Tx tx, Giveaway of) {
        write(tx, of, "void", JSON.createObjectNode());
    }

    /** Every line, each ended. */
    String all(Handle read) {
        return read.createQuery("select line from giveaways_log order by seq").mapTo(String.class).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private void write(Tx tx, Giveaway of, String kind, ObjectNode happened) {
        happened.put("kind", kind).put("draw", of.draw());
        happened.put("at", tx.now().truncatedTo(ChronoUnit.SECONDS).toString());
        Head head = tx.read()
                .createQuery("select seq, line from giveaways_log order by seq desc limit 1")
                .map((row, _) -> new Head(row.getLong("seq"), LogChain.link(row.getString("line"))))
                .findOne()
                .orElse(new Head(0, LogChain.BEGINNING));
        tx.write()
                .execute(
                        "insert into giveaways_log (seq, line) values (?, ?)",
                        head.seq() + 1,
                        LogChain.line(head.seq() + 1, head.link(), happened));
    }

    private record Head(long seq, String link) {}
}
