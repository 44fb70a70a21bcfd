package lyceum.discord;

import java.time.Duration;
import java.time.Instant;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import net.dv8tion.jda.api.utils.data.DataObject;

/**
 * One interaction that can still be answered, by REST alone.
 *
 * @param button whether a button was pressed: then the message that bears it stays, and the answer is a message of its own
 * @param token secret while it lives
 */
record Reply(String application, String interaction, boolean button, String token) {
    /** How long Discord takes answers. */
    private static final Duration LIFE = Duration.ofMinutes(15);

    static Reply of(DataObject d) {
        return new Reply(
                d.getString("application_id"),
                d.getString("id"),
                d.getInt("type") == Interactions.BUTTON,
                d.getString("token"));
    }

    static Reply parse(ReplyToken reply) {
        String[] parts = reply.value().split(" ", 4);
        return new Reply(parts[0], parts[1], parts[2].equals("button"), parts[3]);
    }

    ReplyToken token(RoomId room) {
        return new ReplyToken(room, String.join(" ", application, interaction, button ? "button" : "command", token));
    }

    boolean tooLate(Instant now) {
        return now.isAfter(Ids.born(interaction).plus(LIFE));
    }

    @Override
    public String toString() {
        return "Reply[" + interaction + "]";
    }
}
