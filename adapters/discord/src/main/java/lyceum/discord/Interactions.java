package lyceum.discord;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lyceum.kernel.event.Asking;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Key;
import lyceum.kernel.id.MessageId;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads commands and pressed buttons as events. */
final class Interactions {
    static final int COMMAND = 2;
    static final int BUTTON = 3;
    private static final Logger LOG = LoggerFactory.getLogger(Interactions.class);
    private static final int LATER_ANSWER = 5;
    private static final int LATER_UPDATE = 6;
    private static final int TRIES = 3;

    private final House house;
    private final Faces faces;

    Interactions(House house, Faces faces) {
        this.house = house;
        this.faces = faces;
    }

    /** What was asked; null for kinds of interaction that the hub does not offer, and for other guilds. */
    @Nullable
    Asking read(DataObject d) {
        if (!house.within(d.getString("guild_id", ""))) {
            return null;
        }
        return switch (d.getInt("type")) {
            case COMMAND -> command(d, d.getObject("data"));
            case BUTTON -> choice(d);
            default -> null;
        };
    }

    /** Gives the first sign of life: the answer follows, for the eyes of the person who asked alone. */
    void acknowledge(DataObject d, Rest rest) {
        boolean button = d.getInt("type") == BUTTON;
        DataObject body = DataObject.empty().put("type", button ? LATER_UPDATE : LATER_ANSWER);
        if (!button) {
            body.put("data", DataObject.empty().put("flags", Bodies.EPHEMERAL));
        }
        Call call =
                Call.of("POST", "/interactions/" + d.getString("id") + "/" + d.getString("token") + "/callback", body);
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                Answer answer = rest.sendAtOnce(call);
                if (!answer.again()) {
                    return;
                }
                LOG.warn("Discord answered {} to a first sign of life", answer.status());
            } catch (UncheckedIOException e) {
                LOG.warn("a first sign of life had no answer", e);
            }
        }
    }

    private CommandInvoked command(DataObject d, DataObject data) {
        String channel = d.getString("channel_id");
        Map<String, String> options = new TreeMap<>();
        collect(data, options);
        String target = data.getString("target_id", null);
        boolean pointing = data.getInt("type", 1) == Menu.ON_MESSAGE;
        MessageId about = pointing && target != null ? Ids.message(channel, target) : null;
        return new CommandInvoked(
                key(d),
                faces.ofInteraction(d),
                Ids.room(channel),
                pointing ? name(data).toLowerCase(Locale.ROOT) : name(data),
                options,
                about,
                Reply.of(d).token(Ids.room(channel)),
                Ids.born(d.getString("id")));
    }

    private ChoiceMade choice(DataObject d) {
        String channel = d.getString("channel_id");
        return new ChoiceMade(
                key(d),
                faces.ofInteraction(d),
                Ids.message(channel, d.getObject("message").getString("id")),
                d.getObject("data").getString("custom_id"),
                Reply.of(d).token(Ids.room(channel)),
                Ids.born(d.getString("id")));
    }

    /** {@code class-new} for the subcommand {@code new} of {@code class}. */
    static String name(DataObject at) {
        return at.optArray("options").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .filter(option -> option.isNull("value"))
                .findFirst()
                .map(subcommand -> at.getString("name") + "-" + name(subcommand))
                .orElseGet(() -> at.getString("name"));
    }

    /** The options, those of subcommands among them. */
    private static void collect(DataObject at, Map<String, String> options) {
        at.optArray("options").orElseGet(DataArray::empty).stream(DataArray::getObject)
                .forEach(option -> {
                    if (option.isNull("value")) {
                        collect(option, options);
                    } else {
                        options.put(option.getString("name"), String.valueOf(option.get("value")));
                    }
                });
    }

    private static Key key(DataObject d) {
        return new Key(Ids.DISCORD, d.getString("id"), "");
    }
}
