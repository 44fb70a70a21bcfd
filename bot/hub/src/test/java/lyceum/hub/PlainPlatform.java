package lyceum.hub;

import java.util.List;
import lyceum.kernel.effect.DecideHold;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.effect.OnPlatform.Respond;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Holds;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;
import lyceum.kernel.platform.Responds;

/** A played platform where a message, once said, can be taken away but not changed, as in stream chat. */
record PlainPlatform(PlayedPlatform far) implements Platform, Deletes, Responds, Holds {
    @Override
    public PlatformName name() {
        return far.name();
    }

    @Override
    public void start(Inbox inbox) {
        far.start(inbox);
    }

    @Override
    public List<Post> fit(Post post) {
        return far.fit(post);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        return far.post(post, nonce);
    }

    @Override
    public Outcome delete(Delete delete) {
        return far.delete(delete);
    }

    @Override
    public Outcome respond(Respond respond, Nonce nonce) {
        return far.respond(respond, nonce);
    }

    @Override
    public Outcome decide(DecideHold decision) {
        return far.decide(decision);
    }

    @Override
    public Health health() {
        return far.health();
    }

    @Override
    public void close() {
        far.close();
    }
}
