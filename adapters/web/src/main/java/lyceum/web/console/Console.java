package lyceum.web.console;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import lyceum.kernel.event.Asking.CommandInvoked;
import lyceum.kernel.feature.Feature;
import lyceum.kernel.person.Speaker;
import lyceum.kernel.platform.Platform;
import lyceum.web.Site;

/** The console's parts, each for the place in the house where it belongs. */
public final class Console {
    private final ConsolePlatform platform = new ConsolePlatform();
    private final InstantSource world;
    private final Invitations invitations;
    private final Sessions sessions;
    private final Feature feature;
    private volatile URI base = URI.create("http://127.0.0.1/");

    /**
     * @param real the time by which links and sessions end
     * @param world the community's time, which events carry
     * @param alone whether an answer to a command is seen by nobody but the one who gave it: only there a link is told
     */
    public Console(InstantSource real, InstantSource world, Predicate<CommandInvoked> alone) {
        this.world = world;
        invitations = new Invitations(real);
        sessions = new Sessions(real);
        feature = new SignInFeature(
                alone, speaker -> invite(speaker, SignInFeature.VALID).toString());
    }

    /** Through which buttons and forms are heard and answered. */
    public Platform platform() {
        return platform;
    }

    /** The command {@code /console}. */
    public Feature feature() {
        return feature;
    }

    /** The pages themselves. */
    public Site site(Contents contents) {
        return new ConsoleSite(contents, new Visits(invitations, sessions, () -> base), new Asked(platform, world));
    }

    /** Where people reach the server; told before anybody is invited. */
    public void standsAt(URI address) {
        base = address;
    }

    /** A link that signs somebody in, once. */
    public URI invite(Speaker speaker, Duration valid) {
        return base.resolve(Paths.ENTER + "?key=" + invitations.invite(speaker, valid));
    }
}
