package lyceum.web.hooks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The secrets that the payment services and the hub share; a service without one is not listened to. */
public record HookSettings(
        Optional<String> patreon,
        Optional<String> kofi,
        Optional<String> stripe,
        Optional<String> afdian,
        Optional<String> generic) {

    Map<String, Source> sources() {
        Map<String, Source> sources = new LinkedHashMap<>();
        patreon.ifPresent(secret -> sources.put(Patreon.NAME, new Patreon(secret)));
        kofi.ifPresent(secret -> sources.put(Kofi.NAME, new Kofi(secret)));
        stripe.ifPresent(secret -> sources.put(Stripe.NAME, new Stripe(secret)));
        afdian.ifPresent(secret -> sources.put(Afdian.NAME, new Afdian(secret)));
        generic.ifPresent(secret -> sources.put(Generic.NAME, new Generic(secret)));
        return sources;
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "HookSettings" + sources().keySet();
    }
}
