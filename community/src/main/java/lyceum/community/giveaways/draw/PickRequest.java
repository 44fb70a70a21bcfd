package lyceum.community.giveaways.draw;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lyceum.community.giveaways.draw.Draw.Round;
import org.jspecify.annotations.Nullable;

/** A draw as one JSON object, and how many picks are wanted of it. */
public final class PickRequest {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final JsonParser in;
    private final EntrantList entrants = new EntrantList();
    private final Map<String, Long> perPlatform = new TreeMap<>();
    private @Nullable String drawId;
    private byte @Nullable [] rulesHash;
    private byte @Nullable [] seed;
    private byte[] randomness = new byte[Hash.SIZE];
    private long round;
    private int picks = Integer.MAX_VALUE;

    private PickRequest(JsonParser in) {
        this.in = in;
    }

    /**
     * Reads one object and draws.
     *
     * @return the root, the weight and the ranking as one line of JSON
     * @throws Flaw where it is not what the protocol says
     */
    public static String answer(InputStream request) throws IOException, Flaw {
        try (JsonParser in = JSON.createParser(request)) {
            return new PickRequest(in).read();
        } catch (JsonParseException e) {
            throw new Flaw(
                    "lint-json",
                    e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr(),
                    e.getOriginalMessage());
        }
    }

    private String read() throws IOException, Flaw {
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new Flaw("pick-object");
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String field = in.currentName();
            in.nextToken();
            field(field);
        }
        if (in.nextToken() != null) {
            throw new Flaw("pick-object");
        }
        Draw draw = new Draw(
                present("drawId", drawId),
                present("rulesHash", rulesHash),
                present("seed", seed),
                new Round(round, randomness),
                sorted(),
                perPlatform);
        return answer(draw);
    }

    private void field(String field) throws IOException, Flaw {
        switch (field) {
            case "drawId" -> drawId = string(field);
            case "rulesHash" -> rulesHash = hash(field);
            case "seed" -> seed = hash(field);
            case "round" -> round = in.currentToken() == JsonToken.VALUE_NULL ? 0 : whole(field, 0, Long.MAX_VALUE);
            case "randomness" -> {
                if (in.currentToken() != JsonToken.VALUE_NULL) {
                    randomness = hash(field);
                }
            }
            case "entrants" -> entrants();
            case "perPlatform" -> perPlatform();
            case "picks" -> picks = (int) whole(field, 0, Integer.MAX_VALUE);
            default -> in.skipChildren();
        }
    }

    private void entrants() throws IOException, Flaw {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new Flaw("pick-field", "entrants");
        }
        while (in.nextToken() == JsonToken.START_OBJECT) {
            byte @Nullable [] tag = null;
            int tickets = 0;
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                in.nextToken();
                switch (field) {
                    case "tag" -> tag = hash("entrants.tag");
                    case "tickets" -> tickets = (int) whole("entrants.tickets", 1, Integer.MAX_VALUE);
                    default -> in.skipChildren();
                }
            }
            if (tickets == 0) {
                throw new Flaw("lint-missing", "entrants.tickets");
            }
            entrants.add(present("entrants.tag", tag), tickets);
        }
        if (in.currentToken() != JsonToken.END_ARRAY) {
            throw new Flaw("pick-field", "entrants");
        }
    }

    private void perPlatform() throws IOException, Flaw {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new Flaw("pick-field", "perPlatform");
        }
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            String platform = in.currentName();
            in.nextToken();
            perPlatform.put(platform, whole("perPlatform." + platform, 0, Entrants.TOO_MANY_TICKETS - 1));
        }
    }

    private Entrants sorted() throws Flaw {
        Entrants sorted;
        try {
            sorted = entrants.sorted();
        } catch (IllegalArgumentException e) {
            throw new Flaw("pick-twice");
        }
        if (sorted.weight() >= Entrants.TOO_MANY_TICKETS) {
            throw new Flaw("proof-too-many-tickets", String.valueOf(Entrants.TOO_MANY_TICKETS - 1));
        }
        return sorted;
    }

    private String answer(Draw draw) {
        Draw.Outcome outcome = draw.outcome(picks);
        StringBuilder answer = new StringBuilder("{\"root\":\"")
                .append(HexFormat.of().formatHex(outcome.root()))
                .append("\",\"weight\":")
                .append(draw.entrants().weight())
                .append(",\"ranking\":[");
        String comma = "";
        for (int place : outcome.ranking()) {
            answer.append(comma).append('"').append(draw.entrants().tag(place)).append('"');
            comma = ",";
        }
        return answer.append("]}").toString();
    }

    private String string(String field) throws IOException, Flaw {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw new Flaw("pick-field", field);
        }
        return in.getText();
    }

    private byte[] hash(String field) throws IOException, Flaw {
        String hex = string(field);
        if (!HASH.matcher(hex).matches()) {
            throw new Flaw("pick-hash", field);
        }
        return HexFormat.of().parseHex(hex);
    }

    private long whole(String field, long least, long most) throws IOException, Flaw {
        boolean fits = in.currentToken() == JsonToken.VALUE_NUMBER_INT
                && in.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                && in.getLongValue() >= least
                && in.getLongValue() <= most;
        if (!fits) {
            throw new Flaw("lint-whole", field, in.getText(), String.valueOf(least), String.valueOf(most));
        }
        return in.getLongValue();
    }

    private static <T> T present(String field, @Nullable T value) throws Flaw {
        if (value == null) {
            throw new Flaw("lint-missing", field);
        }
        return value;
    }
}
