package lyceum.program.setup;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lyceum.config.Secret;
import lyceum.program.online.TwitchDoor;
import lyceum.program.online.TwitchDoor.Account;
import lyceum.program.online.TwitchScope;
import lyceum.program.setup.Answers.OnTwitch;
import lyceum.program.setup.Talk.Let;

/** The part of setup about Twitch. */
final class TwitchSetup {
    private static final int PATIENCE = 5;

    private final Talk talk;
    private final Optional<URI> api;

    TwitchSetup(Talk talk, Optional<URI> api) {
        this.talk = talk;
        this.api = api;
    }

    Optional<OnTwitch> run() throws IOException {
        talk.say("twitch.how");
        String client = talk.ask("twitch.client");
        if (client.isEmpty()) {
            return Optional.empty();
        }
        Optional<Let<Account>> bot = token("twitch.link", "twitch.token", client, TwitchScope.ofTheBot());
        Optional<String> channel = bot.isEmpty() ? Optional.empty() : channel(bot.get());
        if (bot.isEmpty() || channel.isEmpty()) {
            return Optional.empty();
        }
        talk.say("twitch.mod", bot.get().in().login());
        Optional<Secret> owner = token("twitch.owner-link", "twitch.owner-token", client, TwitchScope.ofTheOwner())
                .map(Let::token);
        return Optional.of(new OnTwitch(bot.get().token(), owner, channel.get(), api));
    }

    /** Shows the link with exactly the scopes that are needed, and takes the token that comes of it. */
    private Optional<Let<Account>> token(String how, String question, String client, List<TwitchScope> needed) {
        talk.say(how);
        talk.line("  " + TwitchScope.link(client, needed));
        for (TwitchScope scope : needed) {
            String why = "twitch.why." + scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
            talk.line("  - %s: %s".formatted(scope.title(), talk.title(why)));
        }
        Optional<Let<Account>> let = talk.token(question, this::account);
        let.ifPresent(given -> {
            talk.say("hello", given.in().login());
            List<TwitchScope> missing = TwitchScope.missing(needed, given.in().scopes());
            if (!missing.isEmpty()) {
                talk.say("twitch.scopes", TwitchScope.titles(missing));
            }
        });
        return let;
    }

    private Optional<Account> account(Secret token) throws IOException {
        if (!TwitchDoor.looksLikeToken(token.reveal())) {
            return Optional.empty();
        }
        try (TwitchDoor door = new TwitchDoor(token, api)) {
            return door.account();
        }
    }

    private Optional<String> channel(Let<Account> bot) throws IOException {
        try (TwitchDoor door = new TwitchDoor(bot.token(), api)) {
            for (int i = 0; i < PATIENCE; i++) {
                String typed = talk.ask("twitch.channel").strip().toLowerCase(Locale.ROOT);
                if (typed.isEmpty()) {
                    return Optional.empty();
                }
                if (TwitchDoor.looksLikeChannel(typed) && door.exists(bot.in(), typed)) {
                    return Optional.of(typed);
                }
                talk.say("twitch.no-channel");
            }
        }
        return Optional.empty();
    }
}
