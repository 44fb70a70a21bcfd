package lyceum.discord;

import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lyceum.kernel.document.Plain;
import lyceum.kernel.feature.Completion.Suggestion;
import lyceum.kernel.person.Language;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.platform.Suggestions;
import lyceum.kernel.platform.Suggestions.Typed;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows people, while they type an option of a command, how it may go on. Any thread. */
final class Completions {
    private static final Logger LOG = LoggerFactory.getLogger(Completions.class);
    private static final int TYPED = 4;
    private static final int CHOICES = 8;
    private static final int MOST = 25;
    private static final int LONGEST = 100;

    private final Rest rest;
    private final House house;
    private final Showing showing;
    private volatile Suggestions suggestions = _ -> List.of();

    Completions(Rest rest, House house, Showing showing) {
        this.rest = rest;
        this.house = house;
        this.showing = showing;
    }

    /** By what it is known who types, and how suggestions read in their language. */
    record Showing(Faces faces, Plain plain) {}

    void from(Suggestions source) {
        suggestions = source;
    }

    /** Answers somebody who types, beside; returns at once. Other kinds of interaction are none of its business. */
    void typed(DataObject d) {
        read(d).ifPresent(typed -> Thread.ofVirtual().name("discord-typed").start(() -> answer(d, typed)));
    }

    /** What somebody types; empty where the interaction is of another kind or of another guild. */
    Optional<Typed> read(DataObject d) {
        if (d.getInt("type") != TYPED || !house.within(d.getString("guild_id", ""))) {
            return Optional.empty();
        }
        DataObject data = d.getObject("data");
        return options(data)
                .filter(option -> option.getBoolean("focused", false))
                .findFirst()
                .map(option -> new Typed(
                        showing.faces().ofInteraction(d),
                        Ids.room(d.getString("channel_id")),
                        Interactions.name(data),
                        option.getString("name"),
                        String.valueOf(option.get("value"))));
    }

    private static Stream<DataObject> options(DataObject at) {
        return at.optArray("options").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .flatMap(option -> Stream.concat(Stream.of(option), options(option)));
    }

    private void answer(DataObject d, Typed typed) {
        DataObject body = DataObject.empty()
                .put("type", CHOICES)
                .put("data", DataObject.empty().put("choices", choices(typed)));
        String path = "/interactions/" + d.getString("id") + "/" + d.getString("token") + "/callback";
        try {
            Answer answer = rest.sendAtOnce(Call.of("POST", path, body));
            if (!answer.ok()) {
                LOG.debug("Discord answered {} to suggestions", answer.status());
            }
        } catch (UncheckedIOException e) {
            LOG.debug("suggestions had no answer", e);
        }
    }

    /** Discord shows names of at least one letter, and wants each value once. */
    private DataArray choices(Typed typed) {
        Speaker speaker = typed.speaker();
        Language language = Objects.requireNonNullElse(speaker.language(), Language.EN);
        Set<String> seen = new HashSet<>();
        DataArray choices = DataArray.empty();
        for (Suggestion suggestion : suggestions.suggest(typed)) {
            String name = line(showing.plain().line(suggestion.title(), language));
            String value = line(suggestion.value());
            if (!name.isEmpty() && !value.isEmpty() && seen.add(value) && choices.length() < MOST) {
                choices.add(DataObject.empty().put("name", name).put("value", value));
            }
        }
        return choices;
    }

    private static String line(String words) {
        String line = words.replaceAll("\\s+", " ").strip();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = LONGEST - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
