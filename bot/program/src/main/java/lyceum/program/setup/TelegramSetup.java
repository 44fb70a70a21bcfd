package lyceum.program.setup;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lyceum.config.Secret;
import lyceum.program.online.DiscordDoor.Named;
import lyceum.program.online.TelegramDoor;
import lyceum.program.online.TelegramDoor.Self;
import lyceum.program.setup.Answers.OnTelegram;
import lyceum.program.setup.Answers.Rooms;
import lyceum.program.setup.Talk.Let;

/** The part of setup about Telegram. */
final class TelegramSetup {
    private static final int PATIENCE = 10;

    private final Talk talk;
    private final Optional<URI> api;

    TelegramSetup(Talk talk, Optional<URI> api) {
        this.talk = talk;
        this.api = api;
    }

    Optional<OnTelegram> run() throws IOException {
        talk.say("telegram.how");
        Optional<Let<Self>> let = talk.token("telegram.token", this::self);
        if (let.isEmpty()) {
            return Optional.empty();
        }
        Self self = let.get().in();
        talk.say("hello", "@" + self.username());
        if (!self.hearsAll()) {
            talk.say("telegram.privacy", self.username());
        }
        talk.say("telegram.admin", self.username());
        if (self.webhook()) {
            talk.say("telegram.webhook");
        }
        try (TelegramDoor door = new TelegramDoor(let.get().token(), api)) {
            List<Named> chats = self.webhook() ? List.of() : chats(door);
            Optional<String> room = talk.choose("telegram.room", chats).map(TelegramSetup::id);
            Optional<String> moderators =
                    talk.choose("telegram.moderators", chats).map(TelegramSetup::id);
            return Optional.of(new OnTelegram(let.get().token(), new Rooms(room, moderators), api));
        }
    }

    private Optional<Self> self(Secret token) throws IOException {
        if (!TelegramDoor.looksLikeToken(token.reveal())) {
            return Optional.empty();
        }
        try (TelegramDoor door = new TelegramDoor(token, api)) {
            return door.self();
        }
    }

    /** Bots cannot list their chats: they learn of them by hearing something there. */
    private List<Named> chats(TelegramDoor door) throws IOException {
        Map<String, String> heard = door.chats();
        for (int i = 0; i < PATIENCE && heard.isEmpty(); i++) {
            if (!talk.ask("telegram.write").isEmpty()) {
                break;
            }
            heard = door.chats();
        }
        return heard.entrySet().stream()
                .map(chat -> new Named(chat.getKey(), chat.getValue()))
                .toList();
    }

    private static String id(Named chat) {
        return "telegram:" + chat.id();
    }
}
