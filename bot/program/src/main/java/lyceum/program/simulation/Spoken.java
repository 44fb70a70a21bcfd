package lyceum.program.simulation;

import java.util.List;
import lyceum.kernel.document.Text;
import lyceum.kernel.effect.OnPlatform.Delete;
import lyceum.kernel.effect.OnPlatform.Post;
import lyceum.kernel.id.Nonce;
import lyceum.kernel.id.PlatformName;
import lyceum.kernel.platform.Deletes;
import lyceum.kernel.platform.Health;
import lyceum.kernel.platform.Inbox;
import lyceum.kernel.platform.Outcome;
import lyceum.kernel.platform.Platform;

/** A platform where what is said can be taken away and never changed, as Twitch. */
record Spoken(Place place) implements Platform, Deletes {
    @Override
    public PlatformName name() {
        return place.room().platform();
    }

    @Override
    public void start(Inbox inbox) {}

    @Override
    public List<Post> fit(Post post) {
        return place.fit(post);
    }

    @Override
    public Outcome post(Post post, Nonce nonce) {
        return place.post(post);
    }

    @Override
    public Outcome delete(Delete delete) {
        return place.delete(delete);
    }

    @Override
    public Health health() {
        return new Health(true, Text.EMPTY);
    }

    @Override
    public void close() {}
}
