package lyceum.javacord;

import java.time.Duration;
import java.time.Instant;
import lyceum.kernel.id.ReplyToken;
import lyceum.kernel.id.RoomId;
import org.javacord.api.interaction.InteractionBase;

/**
 * One interaction that can still be answered, also after a restart.
 *
 * @param button whether a button was pressed: then the message that bears it stays, and the answer is a message of its own
 * @param token secret while it lives
 */
record Reply(String application, long interaction, boolean button, String token) {
    /** How long Discord takes answers. */
    private static final Duration LIFE = Duration.ofMinutes(15);

    static ReplyToken to(InteractionBase interaction, boolean button, RoomId room) {
        return new ReplyToken(
                room,
                String.join(
                        " ",
                        Long.toUnsignedString(interaction.getApplicationId()),
                        interaction.getIdAsString(),
                        button ? "button" : "command",
                        interaction.getToken()));
    }

    static Reply parse(ReplyToken reply) {
        String[] parts = reply.value().split(" ", 4);
        return new Reply(parts[0], Ids.number(parts[1]), parts[2].equals("button"), parts[3]);
    }

    boolean tooLate(Instant now) {
        return now.isAfter(Ids.born(interaction).plus(LIFE));
    }

    @Override
    public String toString() {
        return "Reply[" + interaction + "]";
    }
}
