package lyceum.web.console;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import lyceum.kernel.document.Document;
import lyceum.kernel.event.Asking.ChoiceMade;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.event.Key;
import lyceum.kernel.id.MessageId;
import lyceum.kernel.person.Speaker;

/** Makes events of what browsers send, and brings back their answers. */
final class Asked {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String OPTION = "option-";
    private static final MessageId PAGE = new MessageId(ConsolePlatform.ROOM, "page");

    private final SecureRandom chance = new SecureRandom();
    private final ConsolePlatform platform;
    private final InstantSource world;

    Asked(ConsolePlatform platform, InstantSource world) {
        this.platform = platform;
        this.world = world;
    }

    /** What was answered; empty where nothing sensible was asked or nobody answers. */
    Optional<Document> of(Map<String, String> fields, Speaker speaker) {
        String token = Tokens.fresh(chance);
        Key key = new Key(ConsolePlatform.NAME, token, "");
        String choice = fields.getOrDefault("choice", "");
        if (choice.matches("[\\x21-\\x7e]{1,64}")) {
            return platform.ask(
                    token, reply -> new ChoiceMade(key, speaker, PAGE, choice, reply, world.instant()), PATIENCE);
        }
        String command = fields.getOrDefault("command", "");
        if (!command.matches("[a-z0-9-]{1,32}")) {
            return Optional.empty();
        }
        Map<String, String> options = new HashMap<>();
        fields.forEach((name, value) -> {
            if (name.startsWith(OPTION) && !value.isBlank()) {
                options.put(name.substring(OPTION.length()), value.strip());
            }
        });
        return platform.ask(
                token,
                reply -> new CommandInvoked(
                        key, speaker, ConsolePlatform.ROOM, command, options, null, reply, world.instant()),
                PATIENCE);
    }
}
