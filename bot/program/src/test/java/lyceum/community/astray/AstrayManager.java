package lyceum.community.astray;

import java.net.URI;
import java.time.Instant;
import java.util.Random;
import lyceum.community.lost.Lost;
import lyceum.hub.HubSettings;
import picocli.CommandLine.Model.CommandSpec;

/** A sample that breaks every rule of the house, so that each is seen to be able to fail. */
public final class AstrayManager {
    public static int count;

    @Inject
    private final Lost friend;

    public AstrayManager(Lost friend) {
        this.friend = friend;
    }

    public Lost friend() {
        return friend;
    }

    public HubSettings sibling() {
        return HubSettings.defaults();
    }

    public CommandSpec library() {
        return CommandSpec.create();
    }

    public Instant clock() {
        return Instant.now();
    }

    public int dice() {
        return new Random().nextInt();
    }

    public Thread thread() {
        return Thread.currentThread();
    }

    public URI network() {
        return URI.create("https://example.org");
    }
}
