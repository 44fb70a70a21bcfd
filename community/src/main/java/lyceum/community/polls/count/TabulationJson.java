package lyceum.community.polls.count;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import lyceum.community.polls.count.Tabulation.Round;
import lyceum.community.polls.count.Tabulation.Tie;
import org.jspecify.annotations.Nullable;

/** Writes a tabulation as JSON. */
public final class TabulationJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TabulationJson() {}

    /** One object on one line. */
    public static String of(Tabulation tabulation) {
        ObjectNode object = JSON.objectNode();
        object.set("quota", votes(tabulation.quota()));
        ArrayNode rounds = object.putArray("rounds");
        tabulation.rounds().forEach(round -> rounds.add(round(round)));
        object.set("winners", names(tabulation.winners()));
        return object.toString();
    }

    private static ObjectNode round(Round round) {
        ObjectNode object = JSON.objectNode();
        ObjectNode tally = object.putObject("tally");
        round.tally().forEach((option, votes) -> tally.set(option, votes(votes)));
        object.set("elected", names(round.elected()));
        object.set("eliminated", names(round.eliminated()));
        object.set("exhausted", votes(round.exhausted()));
        object.set("residual", votes(round.residual()));
        object.set("quota", votes(round.quota()));
        ArrayNode ties = object.putArray("ties");
        for (Tie tie : round.ties()) {
            ObjectNode one = ties.addObject();
            one.set("among", names(tie.among()));
            one.put("picked", tie.picked());
        }
        return object;
    }

    /** A number with up to four places, without trailing zeros. */
    private static JsonNode votes(@Nullable Long parts) {
        if (parts == null) {
            return NullNode.getInstance();
        }
        return parts % Ballots.ONE == 0
                ? LongNode.valueOf(parts / Ballots.ONE)
                : DecimalNode.valueOf(BigDecimal.valueOf(parts, 4).stripTrailingZeros());
    }

    private static ArrayNode names(List<String> names) {
        ArrayNode array = JSON.arrayNode();
        names.forEach(array::add);
        return array;
    }
}
