package lyceum.program.online;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lyceum.config.Secret;
import lyceum.kernel.document.Phrase;
import lyceum.kernel.document.Text;
import lyceum.program.online.TwitchDoor.Account;
import lyceum.program.settings.Twitch;

/** What Twitch would refuse the hub. */
final class TwitchCheck {
    private final Twitch settings;
    private final List<Phrase> found = new ArrayList<>();

    TwitchCheck(Twitch settings) {
        this.settings = settings;
    }

    /** Blocks while Twitch is asked; empty if all is well. */
    List<Phrase> run() {
        try {
            Optional<Account> bot = account(settings.token());
            if (bot.isEmpty()) {
                found.add(Phrase.of("program.twitch.token"));
                return found;
            }
            scopes("program.twitch.scopes", bot.get(), TwitchScope.ofTheBot());
            try (TwitchDoor door = new TwitchDoor(settings.token(), settings.api())) {
                if (!door.exists(bot.get(), settings.channel())) {
                    found.add(Phrase.of("program.twitch.channel", settings.channel()));
                }
            }
            if (settings.ownerToken().isPresent()) {
                owner(settings.ownerToken().get());
            }
        } catch (IOException e) {
            found.add(Phrase.of("program.unreachable", "Twitch"));
        }
        return found;
    }

    private void owner(Secret token) throws IOException {
        Optional<Account> owner = account(token);
        if (owner.isEmpty()) {
            found.add(Phrase.of("program.twitch.owner-token"));
        } else if (!owner.get().login().equals(settings.channel())) {
            found.add(Phrase.of("program.twitch.owner-other", owner.get().login(), settings.channel()));
        } else {
            scopes("program.twitch.owner-scopes", owner.get(), TwitchScope.ofTheOwner());
        }
    }

    private Optional<Account> account(Secret token) throws IOException {
        if (!TwitchDoor.looksLikeToken(token.reveal())) {
            return Optional.empty();
        }
        try (TwitchDoor door = new TwitchDoor(token, settings.api())) {
            return door.account();
        }
    }

    private void scopes(String key, Account account, List<TwitchScope> needed) {
        List<TwitchScope> missing = TwitchScope.missing(needed, account.scopes());
        if (!missing.isEmpty()) {
            found.add(Phrase.of(
                    key,
                    Text.of(TwitchScope.titles(missing)),
                    Text.of(TwitchScope.link(account.client(), needed).toString())));
        }
    }
}
