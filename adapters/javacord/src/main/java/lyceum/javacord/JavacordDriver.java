package lyceum.javacord;

import lyceum.kernel.document.Phrase;
import lyceum.kernel.platform.Driver;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.PlatformRefused;

/** Javacord as the program finds it. */
public final class JavacordDriver implements Driver {
    @Override
    public String name() {
        return "javacord";
    }

    /** Javacord's address is a constant: whoever leads it elsewhere does so by Java's own options for proxies. */
    @Override
    public Platform open(Account account, Surroundings around) throws PlatformRefused {
        if (account.api() != null) {
            throw new PlatformRefused(Phrase.of("discord.javacord-address"));
        }
        return new Javacord(account, around);
    }
}
