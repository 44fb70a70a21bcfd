package lyceum.program.settings;

import java.util.Optional;
import lyceum.config.Secret;
import lyceum.web.hooks.HookSettings;

/** The secrets of payment services, which tell the hub at /hooks/SERVICE; one without a secret is not listened to. */
public record Hooks(
        Optional<Secret> patreon,
        Optional<Secret> kofi,
        Optional<Secret> stripe,
        Optional<Secret> afdian,
        Optional<Secret> generic) {

    public HookSettings settings() {
        return new HookSettings(
                patreon.map(Secret::reveal),
                kofi.map(Secret::reveal),
                stripe.map(Secret::reveal),
                afdian.map(Secret::reveal),
                generic.map(Secret::reveal));
    }
}
