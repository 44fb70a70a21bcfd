package lyceum.discord;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import lyceum.kernel.effect.OnPlatform.React;
import lyceum.kernel.event.Talk.ReactionChanged;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.platform.Outcome;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.jspecify.annotations.Nullable;

/** Reads who puts which emoji on a message, and puts the hub's own there. An emoji of a guild is written {@code name:id}. */
final class Reactions {
    private static final int UNKNOWN_EMOJI = 10014;
    private static final int TOO_MANY = 30010;
    private static final int BLOCKED = 90001;
    private static final int NOT_FOUND = 404;

    private final House house;
    private final Own own;
    private final Faces faces;

    Reactions(House house, Own own, Faces faces) {
        this.house = house;
        this.own = own;
        this.faces = faces;
    }

    /** Null for the hub's own, and where nobody listens. */
    @Nullable
    ReactionChanged read(DataObject d, boolean there) {
        String guild = d.getString("guild_id", "");
        String user = d.getString("user_id", "");
        if (!house.heard(d.getString("channel_id"), guild) || user.equals(own.bot())) {
            return null;
        }
        return new ReactionChanged(
                Ids.message(d.getString("channel_id"), d.getString("message_id")),
                user.isEmpty() ? null : faces.ofReaction(d),
                d.optObject("emoji").map(Reactions::emoji).orElse(""),
                there);
    }

    private static String emoji(DataObject emoji) {
        String name = emoji.getString("name", "");
        return emoji.isNull("id") ? name : name + ":" + emoji.getString("id");
    }

    static Outcome react(React react, Rest rest) {
        List<String> gone = react.before().stream()
                .filter(emoji -> !react.emojis().contains(emoji))
                .toList();
        for (String emoji : gone) {
            Outcome outcome = outcome(rest.send(Call.delete(path(react.message(), emoji))));
            if (!(outcome instanceof Outcome.Done)) {
                return outcome;
            }
        }
        for (String emoji : react.emojis()) {
            if (!react.before().contains(emoji)) {
                Outcome outcome = outcome(rest.send(new Call("PUT", path(react.message(), emoji), null, false)));
                if (!(outcome instanceof Outcome.Done)) {
                    return outcome;
                }
            }
        }
        return Outcome.Done.of();
    }

    /** What Discord does not take is left out. */
    private static Outcome outcome(Answer answer) {
        boolean leftOut = answer.status() == NOT_FOUND
                || answer.code() == UNKNOWN_EMOJI
                || answer.code() == TOO_MANY
                || answer.code() == BLOCKED;
        return leftOut ? Outcome.Done.of() : Outcomes.of(answer);
    }

    private static String path(MessageId message, String emoji) {
        String written = URLEncoder.encode(emoji, StandardCharsets.UTF_8).replace("+", "%20");
        return "/channels/" + message.room().value() + "/messages/" + message.value() + "/reactions/" + written
                + "/@me";
    }
}
