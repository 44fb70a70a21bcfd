package lyceum.community.giveaways.draw;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.List;
import lyceum.kernel.document.Phrase;

/** Reads the rules of a giveaway as they are about to be published, and says everything that is wrong with them. */
public final class RulesLint {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Instant now;

    /** @param now before which nothing may close */
    public RulesLint(Instant now) {
        this.now = now;
    }

    /** Every fault, in the order of the fields; none where the rules are good. */
    public List<Phrase> faults(String rules) {
        JsonNode read;
        try {
            read = JSON.readTree(rules);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? "?"
                    : e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr();
            return List.of(Phrase.of("giveaways.lint-json", where, e.getOriginalMessage()));
        }
        if (!read.isObject()) {
            return List.of(Phrase.of("giveaways.lint-object"));
        }
        Lint lint = new Lint(read);
        new LintWhat(lint).run();
        new LintWhen(lint, now).run();
        new LintWho(lint).run();
        return lint.faults();
    }
}
