package lyceum.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;
import lyceum.kernel.document.Phrases;
import lyceum.kernel.document.Say;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;

/** Looks whether a room is there and whether the bot may do in it what it is for. */
final class RoomCheck {
    private static final Logger LOG = LoggerFactory.getLogger(RoomCheck.class);

    private final Function<BotApiMethod<?>, Reply> wire;
    private final Self self;
    private final Standings standings;
    private final Pulse pulse;

    RoomCheck(Function<BotApiMethod<?>, Reply> wire, Self self, Standings standings, Pulse pulse) {
        this.wire = wire;
        this.self = self;
        this.standings = standings;
        this.pulse = pulse;
    }

    /** Blocks; the chat's title, or empty where Telegram does not tell. What is to be clicked is noted for the health line. */
    Optional<String> check(long chat) {
        return switch (wire.apply(new GetChat(Long.toString(chat)))) {
            case Reply.Ok(JsonNode told) -> {
                String title = Speakers.name(told, Long.toString(chat));
                standings.ask(chat);
                note(chat, advice(title, standings.ours(chat)));
                yield Optional.of(title);
            }
            case Reply.No no -> {
                note(chat, Words.absent(chat, no));
                yield Optional.empty();
            }
            case Reply.Unsent _, Reply.Lost _, Reply.Garbled _ -> Optional.empty();
        };
    }

    private @Nullable Say advice(String title, Standings.Rights ours) {
        if (!ours.administrator() && !self.hearsAll()) {
            return Words.deaf(title);
        }
        return ours.deletes() ? null : Words.powerless(title);
    }

    private void note(long chat, @Nullable Say what) {
        pulse.note(chat, what);
        if (what != null) {
            LOG.warn("telegram: {}", Phrases.english(what));
        }
    }
}
